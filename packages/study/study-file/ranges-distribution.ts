import { type Distribution, lawOf } from '@weir/analysis';
import type { RangeNumbers, WrittenRange } from './ranges.js';

/** Numbers that each kind needs; it may have no others. */
const NEEDS: Record<WrittenRange['kind'], readonly (keyof RangeNumbers)[]> = {
  uniform: ['low', 'high'],
  'log-uniform': ['low', 'high'],
  triangular: ['low', 'mode', 'high'],
  pert: ['low', 'mode', 'high'],
  normal: ['mean', 'sd'],
  lognormal: ['log_mean', 'log_sd'],
  beta: ['alpha', 'beta', 'low', 'high'],
  discrete: ['values', 'weights'],
};

/** A distribution, or a sentence that says why the range is none. */
export type Spread = { readonly distribution: Distribution } | { readonly fault: string };

/**
 * The distribution that a range stands for.
 *
 * @param isNeverNegative - Whether the input is 0 or more by nature: tails below 0 are then cut off, unless the range
 *   says where.
 */
export function spreadOf(range: WrittenRange, isNeverNegative: boolean): Spread {
  const { kind, numbers } = range;
  const needed = NEEDS[kind];
  const given = Object.keys(numbers);
  const missing = needed.filter((name) => !given.includes(name));
  const unused = given.filter((name) => !needed.some((one) => one === name));
  if (missing.length > 0) return { fault: `A range of the kind \`${kind}\` needs ${listed(missing)}.` };
  if (unused.length > 0) return { fault: `A range of the kind \`${kind}\` has no ${listed(unused)}.` };
  const whole = plainDistribution(kind, numbers);
  const hasTail = kind === 'normal';
  const low = range.min ?? (hasTail && isNeverNegative ? 0 : undefined);
  const { max: high } = range;
  const distribution: Distribution =
    low === undefined && high === undefined
      ? whole
      : { kind: 'truncated', of: whole, low: low ?? -Number.MAX_VALUE, high: high ?? Number.MAX_VALUE };
  const law = lawOf(distribution);
  return law.ok ? { distribution } : { fault: law.faults[0].message };
}

function plainDistribution(kind: WrittenRange['kind'], numbers: RangeNumbers): Distribution {
  const { low = 0, high = 0, mode = 0, mean = 0, sd = 0, alpha = 0, beta = 0 } = numbers;
  const { log_mean: logMean = 0, log_sd: logSd = 0, values = [], weights = [] } = numbers;
  switch (kind) {
    case 'uniform':
    case 'log-uniform':
      return { kind, low, high };
    case 'triangular':
    case 'pert':
      return { kind, low, mode, high };
    case 'normal':
      return { kind, mean, sd };
    case 'lognormal':
      return { kind, logMean, logSd };
    case 'beta':
      return { kind, alpha, beta, low, high };
    case 'discrete':
      return { kind, values, weights };
  }
}

/**
 * Uniform within a share of the default to either side, kept within limits.
 *
 * @returns Nothing where that leaves no range, as around 0.
 */
export function relativeSpread(
  value: number,
  by: number,
  [lowest, highest]: readonly [low: number, high: number],
): { readonly distribution: Distribution; readonly clipped: boolean } | undefined {
  const ends = [value * (1 - by), value * (1 + by)] as const;
  const low = Math.max(Math.min(...ends), lowest);
  const high = Math.min(Math.max(...ends), highest);
  if (!(low < high)) return undefined;
  return {
    distribution: { kind: 'uniform', low, high },
    clipped: low !== Math.min(...ends) || high !== Math.max(...ends),
  };
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' and ');
}
