import { outOfHundred } from '@weir/figures';
import { Swatch } from '../../components/swatch.js';
import type { PairedTable } from '../../compute/paired-table.js';
import type { LabOutcome } from '../../models/lab-study.js';
import type { ComparedPolicy } from './policies.js';
import { lowestCounts } from './ranking.js';

interface Props {
  readonly table: PairedTable;
  readonly time: number | 'rest';
  readonly policies: readonly ComparedPolicy[];
  readonly columns: readonly LabOutcome[];
}

/** How often each policy gives the lowest number of each outcome, over the draws. No score over all outcomes is made. */
export function RankingTable({ table, time, policies, columns }: Props) {
  const ranked = lowestCounts(table, time, columns);
  return (
    <section className="ranking">
      <h2>How often each policy gives the lowest number</h2>
      <p className="muted small">
        In how many of 100 draws a policy gives the lowest number of an outcome, current law among them.
        Lowest is not best: that depends on the outcome. There is no score over all outcomes.
      </p>
      <section className="table-scroll" aria-label="How often each policy gives the lowest number">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Policy</th>
              {columns.map(({ id, short }) => (
                <th key={id} scope="col">
                  {short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {policies.map((policy, place) => (
              <tr key={policy.id}>
                <th scope="row">
                  <Swatch look={policy.look} /> {policy.short}
                </th>
                {ranked.map(({ outcome, counts, draws }) => (
                  <td key={outcome.id} className="number">
                    {draws === 0 ? '' : outOfHundred(counts[place] ?? 0, draws)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
