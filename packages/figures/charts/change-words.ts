import type { OutcomeKind } from '@weir/study';
import { type Change, signedSize } from '../text/change.js';
import { directionArrow, directionWord } from '../text/direction.js';
import { fixed, NO_BREAK } from '../text/number.js';

/** A change in a figure: arrow, word, and size unless it is about the same. */
export function changeWords(change: Change | undefined): string {
  if (change === undefined) return 'not computed';
  const word = `${directionArrow(change.direction)}${NO_BREAK}${directionWord(change.direction)}`;
  return change.direction === 'same' || change.unit === 'none' ? word : `${word}, ${signedSize(change)}`;
}

/** Numbers of an axis of changes. */
export function axisChange(kind: OutcomeKind): (value: number) => string {
  return (value) => {
    const sign = value > 0 ? '+' : '';
    return kind === 'share' ? `${sign}${fixed(value, 0)} pts` : `${sign}${fixed(value, 0)}${NO_BREAK}%`;
  };
}
