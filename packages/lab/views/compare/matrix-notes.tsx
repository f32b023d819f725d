import type { LabOutcome } from '../../models/lab-study.js';
import type { CheckTable } from './cell.js';
import { limitMark } from './matrix.js';

interface Props {
  readonly columns: readonly LabOutcome[];
  readonly checks: readonly CheckTable[];
  readonly isCounted: boolean;
}

/** How to read the matrix, and the limits of its columns. */
export function MatrixNotes({ columns, checks, isCounted }: Props) {
  const done = checks.filter(({ table }) => table !== undefined && table.rows === table.wanted).length;
  const limited = columns.filter(({ limit }) => limit !== undefined);
  return (
    <>
      {limited.length === 0 ? null : (
        <ol className="column-limits small" aria-label="Limits of the columns">
          {limited.map((outcome) => (
            <li key={outcome.id} value={limitMark(columns, outcome)}>
              <strong>{outcome.short}:</strong> {outcome.limit}
            </li>
          ))}
        </ol>
      )}
      <details className="small reading-help">
        <summary>How to read a cell</summary>
        <p>
          A word stands where at least 80 of 100 draws agree on the direction, with every draw used under both
          policies. Changes up to half a percent, or half a point of a share, are about the same. The size is
          that of the median agreeing draw: slight under 2 %, moderate under 10 %, large above. Runs that fail
          count against every word.
        </p>
        <p>
          The border is the worst of the checks: solid where the word holds in all of them, dashed where it
          weakens in one, dotted where it reverses in one.
        </p>
      </details>
      {checks.length === 0 ? null : (
        <p className="small muted" role="status">
          {isCounted
            ? `Checks done: ${done} of ${checks.length} (${checks.map(({ label }) => label).join('; ')}).`
            : 'Checks follow when the draws are counted.'}
        </p>
      )}
    </>
  );
}
