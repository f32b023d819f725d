import { normalCdf, normalQuantile, normalUpper } from '../statistics/normal.js';
import type { Law } from './distribution.js';

const within = (share: number): number => Math.min(1, Math.max(0, share));

/** Uniform from low to high: low + p (high - low). */
export function uniformLaw(low: number, high: number): Law {
  return {
    open: false,
    lower: (p) => low + p * (high - low),
    upper: (q) => high - q * (high - low),
    cdf: (x) => within((x - low) / (high - low)),
    survival: (x) => within((high - x) / (high - low)),
  };
}

/** A law of exp(X). */
export function exponentialOf(law: Law): Law {
  const log = (x: number): number => (x > 0 ? Math.log(x) : Number.NEGATIVE_INFINITY);
  return {
    open: law.open,
    lower: (p) => Math.exp(law.lower(p)),
    upper: (q) => Math.exp(law.upper(q)),
    cdf: (x) => law.cdf(log(x)),
    survival: (x) => law.survival(log(x)),
  };
}

/** Normal. @source Wichura 1988 for the quantiles. */
export function normalLaw(mean: number, sd: number): Law {
  return {
    open: true,
    lower: (p) => mean + sd * normalQuantile(p),
    upper: (q) => mean - sd * normalQuantile(q),
    cdf: (x) => normalCdf((x - mean) / sd),
    survival: (x) => normalUpper((x - mean) / sd),
  };
}

/** Triangular. @source Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2, 26.9. */
export function triangularLaw(low: number, mode: number, high: number): Law {
  const width = high - low;
  const peak = (mode - low) / width;
  const left = (p: number): number => low + Math.sqrt(p * width * (mode - low));
  const right = (q: number): number => high - Math.sqrt(q * width * (high - mode));
  const below = (x: number): number => within((Math.max(x, low) - low) ** 2 / (width * (mode - low)));
  const above = (x: number): number => within((high - Math.min(x, high)) ** 2 / (width * (high - mode)));
  return {
    open: false,
    lower: (p) => (p <= peak ? left(p) : right(1 - p)),
    upper: (q) => (q < 1 - peak ? right(q) : left(1 - q)),
    cdf: (x) => (x < mode ? below(x) : 1 - aboveAt(x)),
    survival: (x) => (x < mode ? 1 - below(x) : aboveAt(x)),
  };
  function aboveAt(x: number): number {
    return mode === high ? 0 : above(x);
  }
}

/** Values in ascending order with their chances. */
export function discreteLaw(values: readonly number[], chances: readonly number[]): Law {
  const last = values[values.length - 1] ?? 0;
  const find = (p: number): number => {
    let total = 0;
    for (const [i, value] of values.entries()) {
      total += chances[i] ?? 0;
      if (p < total) return value;
    }
    return last;
  };
  const cdf = (x: number): number =>
    within(chances.reduce((total, chance, i) => ((values[i] ?? 0) <= x ? total + chance : total), 0));
  return { open: false, lower: find, upper: (q) => find(1 - q), cdf, survival: (x) => 1 - cdf(x) };
}
