import { openUnit } from '../random/stream.js';
import { failure, type Result, success } from '../result.js';
import { betaLaw } from './beta-law.js';
import { discreteLaw, exponentialOf, normalLaw, triangularLaw, uniformLaw } from './closed-laws.js';
import type { Distribution, Law } from './distribution.js';

/** Weight of the mode in a PERT distribution. */
const PERT_SHAPE = 4;

/**
 * A distribution ready to be evaluated.
 *
 * @errors bad-distribution where the parameters make none: limits crossed or equal, a spread not above 0,
 * weights below 0, values not ascending, a cut that leaves nothing, or anything not finite.
 */
export function lawOf(distribution: Distribution): Result<Law> {
  const fault = faultOf(distribution);
  if (fault !== undefined) return failure('bad-distribution', fault, [distribution.kind]);
  switch (distribution.kind) {
    case 'uniform':
      return success(uniformLaw(distribution.low, distribution.high));
    case 'log-uniform':
      return success(exponentialOf(uniformLaw(Math.log(distribution.low), Math.log(distribution.high))));
    case 'normal':
      return success(normalLaw(distribution.mean, distribution.sd));
    case 'lognormal':
      return success(exponentialOf(normalLaw(distribution.logMean, distribution.logSd)));
    case 'triangular':
      return success(triangularLaw(distribution.low, distribution.mode, distribution.high));
    case 'beta':
      return success(betaLaw(distribution.alpha, distribution.beta, distribution.low, distribution.high));
    case 'pert': {
      const { low, mode, high } = distribution;
      const alpha = 1 + (PERT_SHAPE * (mode - low)) / (high - low);
      return success(betaLaw(alpha, 2 + PERT_SHAPE - alpha, low, high));
    }
    case 'truncated':
      return truncatedLaw(distribution.of, distribution.low, distribution.high);
    case 'discrete': {
      const total = distribution.weights.reduce((all, weight) => all + weight, 0);
      return success(
        discreteLaw(
          distribution.values,
          distribution.weights.map((weight) => weight / total),
        ),
      );
    }
    case 'categorical': {
      const categories = Array.from({ length: distribution.count }, (_, i) => i);
      return success(
        discreteLaw(
          categories,
          categories.map(() => 1 / distribution.count),
        ),
      );
    }
  }
}

/**
 * The value of an input for u in [0, 1). Distributions with tails take the middle of the 2^-52 in which u lies.
 */
export function valueAt(law: Law, u: number): number {
  // Adding 0 turns -0 into 0, so that a value survives text formats.
  return law.lower(law.open ? openUnit(u) : u) + 0;
}

function truncatedLaw(of: Distribution, low: number, high: number): Result<Law> {
  const made = lawOf(of);
  if (!made.ok) return made;
  const law = made.value;
  // In the upper half only the upper tail keeps its digits.
  const inUpperHalf = law.cdf(low) > 0.5;
  const below = law.cdf(low);
  const above = law.survival(high);
  const mass = inUpperHalf ? law.survival(low) - above : law.cdf(high) - below;
  if (!(mass > 0))
    return failure('bad-distribution', `Nothing of it lies between ${low} and ${high}.`, [of.kind]);
  const clamp = (x: number): number => Math.min(high, Math.max(low, x));
  const lower = (p: number, q: number): number => {
    const under = below + p * mass;
    return clamp(under > 0.5 ? law.upper(above + q * mass) : law.lower(under));
  };
  return success({
    open: law.open,
    lower: (p) => lower(p, 1 - p),
    upper: (q) => lower(1 - q, q),
    cdf: (x) => (x < low ? 0 : x >= high ? 1 : Math.min(1, Math.max(0, 1 - tail(x)))),
    survival: (x) => (x < low ? 1 : x >= high ? 0 : tail(x)),
  });
  function tail(x: number): number {
    const over = inUpperHalf ? law.survival(x) - above : law.cdf(high) - law.cdf(x);
    return Math.min(1, Math.max(0, over / mass));
  }
}

function faultOf(distribution: Distribution): string | undefined {
  const numbers = Object.values(distribution).flatMap((part: unknown) =>
    typeof part === 'number' ? [part] : Array.isArray(part) ? part : [],
  );
  if (numbers.some((part) => !Number.isFinite(part))) return 'A parameter is not a finite number.';
  if ('low' in distribution && !(distribution.low < distribution.high))
    return 'The lower limit is not below the upper one.';
  if (
    'mode' in distribution &&
    !(distribution.low <= distribution.mode && distribution.mode <= distribution.high)
  )
    return 'The mode does not lie between the limits.';
  switch (distribution.kind) {
    case 'log-uniform':
      return distribution.low > 0 ? undefined : 'The lower limit is not above 0.';
    case 'normal':
      return distribution.sd > 0 ? undefined : 'The standard deviation is not above 0.';
    case 'lognormal':
      return distribution.logSd > 0 ? undefined : 'The standard deviation is not above 0.';
    case 'beta':
      return distribution.alpha > 0 && distribution.beta > 0 ? undefined : 'A shape is not above 0.';
    case 'discrete':
      return discreteFault(distribution.values, distribution.weights);
    case 'categorical':
      return Number.isInteger(distribution.count) && distribution.count >= 2
        ? undefined
        : 'There are fewer than two categories.';
    default:
      return undefined;
  }
}

function discreteFault(values: readonly number[], weights: readonly number[]): string | undefined {
  if (values.length === 0 || values.length !== weights.length) return 'Values and weights differ in number.';
  if (values.some((value, i) => i > 0 && !(value > (values[i - 1] ?? value))))
    return 'The values do not ascend.';
  if (weights.some((weight) => weight < 0)) return 'A weight is below 0.';
  return weights.some((weight) => weight > 0) ? undefined : 'Every weight is 0.';
}
