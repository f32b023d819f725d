import type { Distribution } from '@weir/analysis';
import type { ProgramVariable } from '@weir/engine';
import type { RangeSet } from './ranges.js';

/** How one input is spread. */
export interface BoundRange {
  /** Short name where the study gives one, else the name in the model. */
  readonly name: string;
  readonly variable: ProgramVariable;
  readonly distribution: Distribution;
  /** Its value where nothing is varied; absent for a constant that is computed from others. */
  readonly default?: number;
  /** Whether a rule's range was cut off at the limits of a share, or at 0. */
  readonly clipped: boolean;
  readonly basis?: string;
}

/** A range set whose inputs have been found. */
export interface BoundRanges {
  readonly id: string;
  readonly definition: RangeSet;
  /** In the order in which the set first names them. */
  readonly inputs: readonly BoundRange[];
  /** Constants that a rule for every constant leaves as they are, because they are 0. */
  readonly zeros: readonly string[];
}

/** Lowest and highest value that can be drawn. */
export function extentOf(distribution: Distribution): readonly [low: number, high: number] {
  switch (distribution.kind) {
    case 'normal':
      return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    case 'lognormal':
      return [0, Number.POSITIVE_INFINITY];
    case 'discrete':
      return [Math.min(...distribution.values), Math.max(...distribution.values)];
    case 'categorical':
      return [0, distribution.count - 1];
    default:
      return [distribution.low, distribution.high];
  }
}

/** The same range, cut off at 0 and 1; of a kind other than uniform it stays as it is. */
export function withinShares(range: BoundRange): BoundRange {
  const { distribution } = range;
  if (distribution.kind !== 'uniform') return range;
  const low = Math.max(distribution.low, 0);
  const high = Math.min(distribution.high, 1);
  if (low === distribution.low && high === distribution.high) return range;
  return { ...range, distribution: { kind: 'uniform', low, high }, clipped: true };
}
