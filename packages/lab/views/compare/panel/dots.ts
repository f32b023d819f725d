import { changeOf } from '@weir/figures';
import type { LabOutcome } from '../../../models/lab-study.js';

/** Differences of the draws, for a dot each. */
export interface Differences {
  /** In percent, points, or people where the baseline is too small for a percentage. */
  readonly values: readonly number[];
  readonly unit: 'percent' | 'points';
}

/** Paired differences of draws that have a size. */
export function differencesOf(
  policy: ArrayLike<number>,
  baseline: ArrayLike<number>,
  outcome: LabOutcome,
): Differences {
  const values = Array.from({ length: policy.length }, (_, row) =>
    changeOf(policy[row] ?? Number.NaN, baseline[row] ?? Number.NaN, outcome.kind),
  ).flatMap((change) => (change === undefined || change.unit === 'none' ? [] : [change.value]));
  return { values, unit: outcome.kind === 'share' ? 'points' : 'percent' };
}

/** A dot's place: its column, and its height in it, from 0. */
export interface Dot {
  readonly bin: number;
  readonly level: number;
}

/** Stacks values in columns of equal width. */
export function stacked(values: readonly number[], from: number, to: number, bins: number): readonly Dot[] {
  const heights = new Map<number, number>();
  return [...values]
    .sort((a, b) => a - b)
    .map((value) => {
      const bin = Math.max(0, Math.min(bins - 1, Math.floor(((value - from) / (to - from)) * bins)));
      const level = heights.get(bin) ?? 0;
      heights.set(bin, level + 1);
      return { bin, level };
    });
}
