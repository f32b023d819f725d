/** Coefficients of Stirling's series in 1/x, 1/x^3, ...: B(2k) / (2k (2k - 1)). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;
/** From here on the series is exact to the last digits. */
const LARGE = 9;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * Logarithm of the gamma function, by Stirling's series for large `x` and the recurrence gamma(x + 1) = x gamma(x)
 * below.
 *
 * @returns NaN where `x` is below 0, infinity at 0.
 * @source NIST Digital Library of Mathematical Functions, 5.11.1 and 5.5.1.
 * @example gammaLn(5) // log(24)
 */
export function gammaLn(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0 || x === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  let large = x;
  let product = 1;
  while (large < LARGE) {
    product *= large;
    large += 1;
  }
  const square = 1 / (large * large);
  let series = 0;
  for (let index = STIRLING.length - 1; index >= 0; index -= 1) {
    series = series * square + (STIRLING[index] ?? 0);
  }
  const value = (large - 0.5) * Math.log(large) - large + HALF_LOG_TWO_PI + series / large;
  return value - Math.log(product);
}
