import { lnBeta } from './gamma.js';

const TINY = 1e-300;
const MOST_TERMS = 5000;
const EPSILON = 2 ** -53;

/**
 * The regularized incomplete beta function I_x(a, b) and what it lacks to 1, each exact in its own tail.
 *
 * @param x - From 0 to 1.
 * @param rest - 1 - x, given apart so that x near 1 loses nothing.
 * @source Continued fraction DLMF 8.17.22, evaluated by the method of Lentz (Thompson and Barnett 1986).
 */
export function incompleteBeta(
  x: number,
  rest: number,
  a: number,
  b: number,
): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (rest <= 0) return { lower: 1, upper: 0 };
  if (x * (a + b + 2) <= a + 1) {
    const lower = Math.exp(lnTail(x, rest, a, b));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.exp(lnTail(rest, x, b, a));
  return { lower: 1 - upper, upper };
}

/** Logarithm of I_x(a, b), also where it is below the smallest double. */
export function lnIncompleteBeta(x: number, rest: number, a: number, b: number): number {
  if (x <= 0) return Number.NEGATIVE_INFINITY;
  if (x * (a + b + 2) <= a + 1) return lnTail(x, rest, a, b);
  return Math.log1p(-Math.exp(lnTail(rest, x, b, a)));
}

/** Logarithm of I_x(a, b) where x is below the mean. */
function lnTail(x: number, rest: number, a: number, b: number): number {
  const lnX = x > 0.5 ? Math.log1p(-rest) : Math.log(x);
  const lnRest = rest > 0.5 ? Math.log1p(-x) : Math.log(rest);
  return a * lnX + b * lnRest - lnBeta(a, b) - Math.log(a) + Math.log(fraction(x, a, b));
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) <= EPSILON) break;
  }
  return value;
}

const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
