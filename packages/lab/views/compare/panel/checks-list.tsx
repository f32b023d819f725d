import { agreementText, checkText, rungOf, rungWord } from '@weir/figures';
import type { LabOutcome } from '../../../models/lab-study.js';
import { type CheckTable, type CompareCell, countsAt } from '../cell.js';

interface Props {
  readonly cell: CompareCell;
  readonly checks: readonly CheckTable[];
  readonly place: number;
  readonly time: number | 'rest';
  readonly outcome: LabOutcome;
}

/** What becomes of a cell's word under each check. */
export function ChecksList({ cell, checks, place, time, outcome }: Props) {
  if (checks.length === 0) return null;
  return (
    <section>
      <h3>Checks{cell.summary === undefined ? '' : `: ${checkText(cell.summary)}`}</h3>
      <ul className="checks">
        {checks.map(({ id, label, table }) => {
          const word = cell.checks.find((one) => one.id === id)?.word;
          const isDone = table !== undefined && table.rows === table.wanted;
          const rung = isDone ? rungOf(countsAt(table, place, time, outcome)) : undefined;
          return (
            <li key={id} data-check={word}>
              <strong>{label}</strong>
              {rung === undefined ? ': counting' : `: ${rungWord(rung)} (${agreementText(rung)})`}
              {word === undefined ? null : <span className="check-word">{word}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
