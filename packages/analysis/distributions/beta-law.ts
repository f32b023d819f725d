import { lnBeta } from '../statistics/gamma.js';
import { incompleteBeta } from '../statistics/incomplete-beta.js';
import type { Law } from './distribution.js';

const MOST_STEPS = 200;

/** Beta(alpha, beta), stretched to low .. high. */
export function betaLaw(alpha: number, beta: number, low: number, high: number): Law {
  const width = high - low;
  const tails = (x: number) => {
    const share = Math.min(1, Math.max(0, (x - low) / width));
    return incompleteBeta(share, Math.min(1, Math.max(0, (high - x) / width)), alpha, beta);
  };
  return {
    open: true,
    lower: (p) => low + width * betaQuantile(p, alpha, beta),
    upper: (q) => high - width * betaQuantile(q, beta, alpha),
    cdf: (x) => tails(x).lower,
    survival: (x) => tails(x).upper,
  };
}

/**
 * The x with I_x(a, b) = p: Newton's method, kept inside a bracket that halves where it would leave it.
 *
 * @param p - Above 0 and below 1.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  const scale = lnBeta(a, b);
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const excess = incompleteBeta(x, 1 - x, a, b).lower - p;
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - scale);
    const newton = x - excess / density;
    // A tail that reaches down many decades is halved by its logarithm.
    const middle =
      low > 0 && high / low > 4 ? Math.sqrt(low * high) : low === 0 ? high / 16 : (low + high) / 2;
    const next = newton > low && newton < high ? newton : middle;
    if (Math.abs(next - x) <= 1e-15 * next) return next;
    x = next;
  }
  return x;
}
