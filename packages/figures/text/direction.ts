/** Which way an outcome differs from the baseline. */
export type Direction = 'lower' | 'same' | 'higher';

/** Changes up to this size, in percent or in percentage points, count as about the same. */
export const DEAD_BAND = 0.5;

/** Direction of a change in percent, or in points for a share. */
export function directionOf(change: number): Direction {
  if (change > DEAD_BAND) return 'higher';
  return change < -DEAD_BAND ? 'lower' : 'same';
}

const WORDS: Readonly<Record<Direction, string>> = {
  lower: 'lower',
  same: 'about the same',
  higher: 'higher',
};

const ARROWS: Readonly<Record<Direction, string>> = { lower: '\u2193', same: '=', higher: '\u2191' };

/** The word for a direction: never better or worse. */
export function directionWord(direction: Direction): string {
  return WORDS[direction];
}

/** The sign that stands beside the word. */
export function directionArrow(direction: Direction): string {
  return ARROWS[direction];
}
