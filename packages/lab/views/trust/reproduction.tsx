import type { Agreement } from '@weir/figures';
import { shortNumber } from '../../components/short-number.js';
import type { ReproducedTable } from '../../models/trust-part.js';

const WORDS: Readonly<Record<Agreement, string>> = {
  rounded: 'the same, rounded as printed',
  'cut off': 'the same, cut off as printed',
  close: 'the same to printing',
  different: 'different',
};

/** A published table beside what this model gives with the published numerics. */
export function Reproduction({ table }: { readonly table: ReproducedTable }) {
  return (
    <>
      <h2>Reproduction: {table.title}</h2>
      <p className="small muted">
        {table.source} Runs with the published numerics and stop rule; fixed points, which the other views
        show, lie up to a little beside them. {table.note}
      </p>
      <section className="table-scroll" aria-label={table.title}>
        <table className="data-table">
          <caption>Published figures and ours</caption>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Policy</th>
              <th scope="col">Printed</th>
              <th scope="col">Ours</th>
              <th scope="col">Agreement</th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ label, scenario, printed, value, unit, agreement, note }) => (
              <tr key={`${label} ${scenario}`}>
                <th scope="row">{label}</th>
                <td>{scenario}</td>
                <td className="number">{printed}</td>
                <td className="number">
                  {value === undefined ? 'not run' : shortNumber(value)} {unit === '1' ? '' : unit}
                </td>
                <td>
                  {agreement === undefined ? '' : WORDS[agreement]}
                  {note === undefined ? '' : ` ${note}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
