import { lnBeta } from './gamma.js';
import { lnIncompleteBeta } from './incomplete-beta.js';

const MOST_STEPS = 200;

/** A two-sided p-value: its decimal logarithm is finite where the value itself is below the smallest double. */
export interface PValue {
  /** From 0 to 1; 0 stands for less than the smallest double. */
  readonly p: number;
  readonly log10: number;
}

/**
 * Probability that Student's t with df degrees of freedom is as far from 0 as t, on either side.
 *
 * @param df - Above 0.
 * @source DLMF 8.17 with x = df / (df + t^2); never 1 - cdf.
 */
export function studentTwoSided(t: number, df: number): PValue {
  const square = t * t;
  if (square === 0) return { p: 1, log10: 0 };
  const ln = lnTwoSided(square, df);
  return { p: Math.exp(ln), log10: ln / Math.LN10 };
}

function lnTwoSided(square: number, df: number): number {
  const whole = df + square;
  return Number.isFinite(whole)
    ? lnIncompleteBeta(df / whole, square / whole, df / 2, 0.5)
    : Number.NEGATIVE_INFINITY;
}

/**
 * The value above which t with df degrees of freedom lies with probability upper.
 *
 * @param upper - Above 0, at most 0.5.
 */
export function studentQuantile(upper: number, df: number): number {
  if (upper >= 0.5) return 0;
  const target = Math.log(2 * upper);
  let low = 0;
  let high = 2;
  while (lnTwoSided(high * high, df) > target) {
    low = high;
    high *= 2;
  }
  let t = (low + high) / 2;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const value = lnTwoSided(t * t, df);
    if (value > target) low = t;
    else high = t;
    // d ln(p) / dt = -2 density / p.
    const slope = -2 * Math.exp(lnDensity(t, df) - value);
    const newton = t - (value - target) / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - t) <= 1e-15 * Math.abs(next)) return next;
    t = next;
  }
  return t;
}

function lnDensity(t: number, df: number): number {
  return -((df + 1) / 2) * Math.log1p((t * t) / df) - Math.log(df) / 2 - lnBeta(df / 2, 0.5);
}
