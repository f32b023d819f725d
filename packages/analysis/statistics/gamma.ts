const HALF_LOG_TWO_PI = 0.9189385332046728;
/** From here on the series of Stirling is exact to the last digit with the terms below. */
const LARGE = 16;
/** Coefficients of 1/x, 1/x^3, ...: B(2k) / (2k (2k - 1)). */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/**
 * What the logarithm of gamma(x) has beyond (x - 1/2) ln x - x + ln(2 pi)/2.
 *
 * @param x - At least 16.
 * @source DLMF 5.11.1.
 */
export function stirlingRest(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  let rest = 0;
  for (let k = SERIES.length - 1; k >= 0; k -= 1) rest = rest * square + (SERIES[k] ?? 0);
  return rest * inverse;
}

/** Natural logarithm of gamma(x), x > 0. @source DLMF 5.11.1, and 5.5.1 below 16. */
export function lnGamma(x: number): number {
  let product = 1;
  let shifted = x;
  while (shifted < LARGE) {
    product *= shifted;
    shifted += 1;
  }
  const large = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingRest(shifted);
  return large - Math.log(product);
}

/** Natural logarithm of the beta function, without loss where one argument is large. @source DLMF 5.12.1. */
export function lnBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < LARGE) return lnGamma(small) + lnGamma(large) - lnGamma(small + large);
  const ratio =
    -(large - 0.5) * Math.log1p(small / large) -
    small * Math.log(small + large) +
    small +
    stirlingRest(large) -
    stirlingRest(small + large);
  return lnGamma(small) + ratio;
}
