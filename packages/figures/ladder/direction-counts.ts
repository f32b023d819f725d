import type { OutcomeKind } from '@weir/study';
import { type Change, changeOf } from '../text/change.js';
import type { Direction } from '../text/direction.js';

/** How the draws of a policy differ from the same draws of the baseline, counted by direction. */
export interface DirectionCounts {
  /** Draws attempted: those without a result count against every word. */
  readonly attempted: number;
  /** Draws with a change. */
  readonly finished: number;
  readonly lower: number;
  readonly same: number;
  readonly higher: number;
  /** Sizes of the changes that have one, without sign, by direction, ascending. */
  readonly sizes: Readonly<Record<Direction, readonly number[]>>;
  /** Unit of the sizes: percent, or percentage points for a share. */
  readonly unit: 'percent' | 'points';
}

/**
 * Counts paired draws: the value of each under the policy and under the baseline.
 *
 * @param values - Under the policy, a draw each; NaN where the run failed.
 * @param baseline - Under the baseline, the same draws in the same order.
 */
export function directionCounts(
  values: ArrayLike<number>,
  baseline: ArrayLike<number>,
  kind: OutcomeKind,
): DirectionCounts {
  const sizes: Record<Direction, number[]> = { lower: [], same: [], higher: [] };
  const counts: Record<Direction, number> = { lower: 0, same: 0, higher: 0 };
  for (let draw = 0; draw < values.length; draw += 1) {
    const change = pairedChange(values[draw], baseline[draw], kind);
    if (change === undefined) continue;
    counts[change.direction] += 1;
    if (change.unit !== 'none') sizes[change.direction].push(Math.abs(change.value));
  }
  for (const list of Object.values(sizes)) list.sort((a, b) => a - b);
  return {
    attempted: values.length,
    finished: counts.lower + counts.same + counts.higher,
    ...counts,
    sizes,
    unit: kind === 'share' ? 'points' : 'percent',
  };
}

/** The change of one draw; two values of 0 are about the same. */
function pairedChange(
  value: number | undefined,
  baseline: number | undefined,
  kind: OutcomeKind,
): Change | undefined {
  if (value === undefined || baseline === undefined) return undefined;
  if (value === 0 && baseline === 0) return { unit: 'none', value: 0, direction: 'same' };
  return changeOf(value, baseline, kind);
}
