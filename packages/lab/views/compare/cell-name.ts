import { directionWord, rungSentence, signedSize } from '@weir/figures';
import type { LabOutcome } from '../../models/lab-study.js';
import type { CompareCell } from './cell.js';

/** A cell in a sentence: 'Partial, young people trafficked, long run: higher in 100 of 100 runs, moderate'. */
export function cellSentence(
  policy: string,
  outcome: LabOutcome,
  horizon: string,
  cell: CompareCell,
  wanted: number,
): string {
  const { rung, single, summary, later } = cell;
  const subject = `${policy}, ${outcome.short}, ${horizon}: `;
  const isCounting = rung === undefined || rung.kind === 'counting';
  if (isCounting) {
    const first =
      single === undefined
        ? 'not computed yet'
        : `default run ${directionWord(single.direction)}, ${signedSize(single)}`;
    return `${subject}${first}${rung === undefined ? '' : `; ${rungSentence(rung, undefined, wanted)}`}.`;
  }
  const after = later === undefined ? '' : `; ${directionWord(later)} in the long run`;
  return `${subject}${rungSentence(rung, summary)}${after}.`;
}
