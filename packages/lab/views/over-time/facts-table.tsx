import { capitalized, fixed } from '@weir/figures';
import { useLab } from '../../app/lab-context.js';
import { Swatch } from '../../components/swatch.js';
import type { PairedTable } from '../../compute/paired-table.js';
import { horizonsOf } from '../../models/horizons.js';
import type { LabOutcome } from '../../models/lab-study.js';
import { pathFacts } from './path-facts.js';
import { signed } from './path-words.js';
import type { ShownPolicies } from './policies-shown.js';
import { shapeName } from './shape-words.js';

interface Props {
  readonly outcome: LabOutcome;
  readonly shown: ShownPolicies;
  readonly single: PairedTable;
  readonly span: string;
}

/** What each policy does to an outcome, when: changes, the largest difference, the time to nine tenths, the shape. */
export function FactsTable({ outcome, shown, single, span }: Props) {
  const { study } = useLab();
  const unit = outcome.kind === 'share' ? 'points' : '%';
  const { units } = study.time;
  const horizons = horizonsOf(study).all;
  return (
    <section className="table-scroll" aria-label={`${outcome.label}: when changes show`}>
      <table className="data-table facts">
        <caption>
          {capitalized(outcome.label)}: change from {shown.all[0]?.label}, {unit}, default run
        </caption>
        <thead>
          <tr>
            <th scope="col">Policy</th>
            {horizons.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">Largest, and when</th>
            <th scope="col">Nine tenths by</th>
            <th scope="col">Shape</th>
            {outcome.kind === 'people' ? <th scope="col">Person-years over {span}</th> : null}
          </tr>
        </thead>
        <tbody>
          {shown.all.map(({ id, short, look, kind }, policy) => {
            if (kind === 'baseline') return null;
            const { shape, changes, personYears } = pathFacts(single, policy, outcome, study);
            return (
              <tr key={id}>
                <th scope="row">
                  <Swatch look={look} /> {short}
                </th>
                {changes.map(({ label, change }) => (
                  <td key={label} className="number">
                    {Number.isFinite(change) ? signed(change, 1) : 'beyond the chart'}
                  </td>
                ))}
                <td className="number">
                  {signed(shape.peak.change, 1)}, {units} {fixed(shape.peak.time, 0)}
                </td>
                <td className="number">
                  {shape.ninety === undefined ? 'no lasting change' : `${units} ${fixed(shape.ninety, 0)}`}
                </td>
                <td>{shapeName(shape)}</td>
                {outcome.kind === 'people' ? (
                  <td className="number">
                    {personYears === undefined ? '' : signed(Math.round(personYears / 10) * 10, 0)}
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
