import type { OutcomeKind } from '@weir/study';
import { type Direction, directionOf } from './direction.js';
import { fixed, MINUS, NO_BREAK } from './number.js';

/**
 * A difference from the baseline: relative in percent, or in percentage points for a share. With `none`
 * the baseline is so small that the size is not shown, only the direction.
 */
export interface Change {
  readonly unit: 'percent' | 'points' | 'none';
  readonly value: number;
  readonly direction: Direction;
}

const FEWEST_PEOPLE = 10;
const SMALL_DIFFERENCE = 5;

/**
 * The change of a value from the baseline's.
 *
 * @returns Nothing where a percentage would mislead: a baseline of zero.
 * A baseline under 10 people gives a direction with a dead band of 5 people, and no size.
 */
export function changeOf(value: number, baseline: number, kind: OutcomeKind): Change | undefined {
  if (!Number.isFinite(value) || !Number.isFinite(baseline)) return undefined;
  if (kind === 'share') {
    const points = (value - baseline) * 100;
    return { unit: 'points', value: points, direction: directionOf(points) };
  }
  if (baseline === 0) return undefined;
  const percent = 100 * (value / baseline - 1);
  if (kind === 'people' && baseline < FEWEST_PEOPLE) {
    const difference = value - baseline;
    const direction = Math.abs(difference) <= SMALL_DIFFERENCE ? 'same' : difference < 0 ? 'lower' : 'higher';
    return { unit: 'none', value: percent, direction };
  }
  return { unit: 'percent', value: percent, direction: directionOf(percent) };
}

/**
 * The size of a change for reading, without its sign: whole percent, or whole points.
 *
 * @example changeSize({ unit: 'percent', value: -5.69, direction: 'lower' }) // '6 %'
 */
export function changeSize(change: Change): string {
  const size = Math.abs(change.value);
  if (change.unit === 'none') return 'size not shown';
  if (change.unit === 'points') {
    if (size < 1) return 'under 1 point';
    return `${fixed(size, 0)} ${Math.round(size) === 1 ? 'point' : 'points'}`;
  }
  if (size < 1) return `under 1${NO_BREAK}%`;
  if (change.value > 100) return 'more than double';
  return `${fixed(size, 0)}${NO_BREAK}%`;
}

/** The size of a change with a true sign: '+9 %', '−6 %', '−14 points'. */
export function signedSize(change: Change): string {
  const size = changeSize(change);
  if (!/^\d/.test(size)) return size;
  return `${change.value < 0 ? MINUS : '+'}${size}`;
}

/** Words for the size of a change. */
export type SizeWord = 'slight' | 'moderate' | 'large';

/** The size of a change as a word: under 2 slight, from 10 large. */
export function sizeWord(change: Change): SizeWord {
  const size = Math.abs(change.value);
  if (size < 2) return 'slight';
  return size < 10 ? 'moderate' : 'large';
}

/** A change with so many decimals, for tables of reproduction: '−5.694', '+2.196'. */
export function exactChange(change: Change, decimals = 3): string {
  const text = fixed(change.value, decimals);
  return change.value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
