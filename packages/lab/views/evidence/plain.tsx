import { shortNumber } from '../../components/short-number.js';
import type { LabStudy } from '../../models/lab-study.js';

/** The constants of a model for which no evidence is recorded. */
export function Plain({ study }: { readonly study: LabStudy }) {
  return (
    <>
      <p className="notice">
        No source is recorded for any constant of this model. Every value below is an assumption of its file.
      </p>
      <section className="table-scroll" aria-label="Constants">
        <table className="data-table">
          <caption>Constants of the model</caption>
          <thead>
            <tr>
              <th scope="col">Constant</th>
              <th scope="col">Value</th>
              <th scope="col">Unit</th>
            </tr>
          </thead>
          <tbody>
            {study.constants.map(({ key, label, value, unit }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td className="number">{shortNumber(value)}</td>
                <td>{unit}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
