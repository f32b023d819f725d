import type { Distribution } from '../distributions/distribution.js';
import { failure, type Result, success } from '../result.js';
import type { Experiment } from './input.js';

/** Lowest and highest value of a distribution; undefined where it has tails or no order. */
export function limitsOf(distribution: Distribution): readonly [low: number, high: number] | undefined {
  switch (distribution.kind) {
    case 'normal':
    case 'lognormal':
    case 'categorical':
      return undefined;
    case 'discrete':
      return [distribution.values[0] ?? 0, distribution.values[distribution.values.length - 1] ?? 0];
    default:
      return [distribution.low, distribution.high];
  }
}

/** Limits of every input. @errors bad-distribution for one that has none. */
export function allLimits({ inputs }: Experiment): Result<readonly (readonly [low: number, high: number])[]> {
  const limits: (readonly [number, number])[] = [];
  for (const { name, distribution } of inputs) {
    const own = limitsOf(distribution);
    if (own === undefined)
      return failure('bad-distribution', `${name} has no lower and upper limit: truncate its distribution.`, [
        name,
      ]);
    limits.push(own);
  }
  return success(limits);
}
