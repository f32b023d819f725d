import {
  agreementText,
  capitalized,
  checkText,
  directionArrow,
  directionWord,
  leading,
  rungSize,
  rungWord,
  signedSize,
} from '@weir/figures';
import type { CompareCell } from './cell.js';

interface Props {
  readonly cell: CompareCell;
  /** Draws wanted. */
  readonly wanted: number;
  /** Words for the long run, as in 'long run'. */
  readonly lastLabel: string;
}

/** What a cell shows: arrow and word before size, agreement, checks. Its full sentence is the name of its button. */
export function MatrixCell({ cell, wanted, lastLabel }: Props) {
  const { rung, single, summary, later } = cell;
  if (rung === undefined || rung.kind === 'counting') {
    const arrow = single === undefined ? '' : directionArrow(single.direction);
    return (
      <>
        <span className="cell-word counting" aria-hidden="true">
          <span className="cell-arrow">{arrow}</span>
          {single === undefined ? 'Computing' : signedSize(single)}
        </span>
        <span className="cell-line">{rung === undefined ? 'default run' : rungWord(rung, wanted)}</span>
      </>
    );
  }
  const direction = rung.kind === 'word' ? rung.direction : leading(rung.counts);
  const size = rungSize(rung);
  return (
    <>
      <span className="cell-word">
        <span className="cell-arrow">{rung.kind === 'word' ? directionArrow(direction) : '~'}</span>
        {rungWord(rung)}
        {rung.isBorderline ? <span className="cell-note"> borderline</span> : null}
      </span>
      {size === undefined ? null : <span className="cell-line">{size}</span>}
      <span className="cell-line">{agreementText(rung)}</span>
      {summary === undefined ? null : <span className="cell-line">{checkText(summary)} checks</span>}
      {later === undefined ? null : (
        <span className="cell-line">
          {directionArrow(later)} {capitalized(lastLabel)}: {directionWord(later)}
        </span>
      )}
    </>
  );
}
