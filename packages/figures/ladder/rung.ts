import { quantileOf } from '@weir/analysis';
import type { SizeWord } from '../text/change.js';
import type { Direction } from '../text/direction.js';
import type { DirectionCounts } from './direction-counts.js';

/** Fewest draws for a word. */
export const FEWEST_DRAWS = 100;

/** Draws to which a borderline count is extended. */
export const BORDERLINE_DRAWS = 1_000;

/** Shares of the draws attempted from which a direction has its word, and has it in nearly all. */
const SIGN_SHARE = 0.8;
const NEARLY_ALL_SHARE = 0.95;
const BORDERLINE_SHARE = 0.03;

/** Sizes in percent or points from which a change is moderate, and large. */
const MODERATE = 2;
const LARGE = 10;

/** What the ladder says of a count: direction before precision. */
export type Rung =
  /** Too few draws for a word. */
  | { readonly kind: 'counting'; readonly counts: DirectionCounts }
  /** No direction in enough draws: all three counts are shown. */
  | { readonly kind: 'mixed'; readonly counts: DirectionCounts; readonly isBorderline: boolean }
  | {
      readonly kind: 'word';
      readonly direction: Direction;
      readonly agreement: 'nearly all' | 'most';
      /** Median size of the agreeing draws; absent for `same`, and where no agreeing draw has a size. */
      readonly size?: SizeWord | 'unclear';
      readonly counts: DirectionCounts;
      readonly isBorderline: boolean;
    };

/** The rung of a count. Failed draws count against every word, since shares are of the draws attempted. */
export function rungOf(counts: DirectionCounts): Rung {
  const { attempted } = counts;
  if (attempted < FEWEST_DRAWS) return { kind: 'counting', counts };
  const direction = leading(counts);
  const share = counts[direction] / attempted;
  const isBorderline = Math.abs(share - SIGN_SHARE) < BORDERLINE_SHARE - 1e-9;
  if (share < SIGN_SHARE) return { kind: 'mixed', counts, isBorderline };
  const nearAll = Math.abs(share - NEARLY_ALL_SHARE) < BORDERLINE_SHARE - 1e-9;
  const size = direction === 'same' ? undefined : sizeOf(counts.sizes[direction]);
  return {
    kind: 'word',
    direction,
    agreement: share >= NEARLY_ALL_SHARE ? 'nearly all' : 'most',
    ...(size === undefined ? {} : { size }),
    counts,
    isBorderline: isBorderline || nearAll,
  };
}

/** The direction of most draws; the first of lower, same, higher where counts are equal. */
export function leading({ lower, same, higher }: DirectionCounts): Direction {
  if (lower >= same && lower >= higher) return 'lower';
  return same >= higher ? 'same' : 'higher';
}

/** The size of the median; `unclear` where the middle 80 % of the draws are of all three sizes. */
function sizeOf(sorted: readonly number[]): SizeWord | 'unclear' | undefined {
  if (sorted.length === 0) return undefined;
  if (quantileOf(sorted, 0.1) < MODERATE && quantileOf(sorted, 0.9) >= LARGE) return 'unclear';
  const median = quantileOf(sorted, 0.5);
  if (median < MODERATE) return 'slight';
  return median < LARGE ? 'moderate' : 'large';
}
