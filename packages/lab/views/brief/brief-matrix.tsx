import { agreementText, directionArrow, leading, rungOf, rungSize, rungWord } from '@weir/figures';
import type { PairedTable } from '../../compute/paired-table.js';
import type { LabOutcome } from '../../models/lab-study.js';
import { countsAt } from '../compare/cell.js';
import type { ComparedPolicy } from '../compare/policies.js';

interface Props {
  readonly table: PairedTable;
  readonly policies: readonly ComparedPolicy[];
  readonly columns: readonly LabOutcome[];
  readonly time: number | 'rest';
  readonly caption: string;
}

/** The matrix of the brief: direction, size and agreement of each policy against the first. */
export function BriefMatrix({ table, policies, columns, time, caption }: Props) {
  return (
    <table className="data-table">
      <caption>{caption}</caption>
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
        {policies.map(({ id, short }, place) =>
          place === 0 ? null : (
            <tr key={id}>
              <th scope="row">{short}</th>
              {columns.map((outcome) => (
                <td key={outcome.id}>{cellText(table, place, time, outcome)}</td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

function cellText(table: PairedTable, policy: number, time: number | 'rest', outcome: LabOutcome): string {
  const rung = rungOf(countsAt(table, policy, time, outcome));
  if (rung.kind === 'counting') return rungWord(rung, table.wanted);
  const direction = rung.kind === 'word' ? rung.direction : leading(rung.counts);
  const arrow = rung.kind === 'word' ? directionArrow(direction) : '~';
  const size = rungSize(rung);
  return `${arrow} ${rungWord(rung)}${size === undefined ? '' : `, ${size}`}; ${agreementText(rung)}`;
}
