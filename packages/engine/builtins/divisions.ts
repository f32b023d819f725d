/** Denominators closer to 0 than this count as 0 in ZIDZ and XIDZ. */
const SMALLEST_DENOMINATOR = 1e-6;

/**
 * `numerator / denominator`, or `otherwise` where the denominator is 0.
 *
 * @source Stella, SAFEDIV.
 */
export function safeDivide(numerator: number, denominator: number, otherwise: number): number {
  return denominator === 0 ? otherwise : numerator / denominator;
}

/**
 * `numerator / denominator`, or `otherwise` where the denominator is closer to 0 than 0.000001.
 *
 * @source Vensim, XIDZ and ZIDZ.
 */
export function divideUnlessSmall(numerator: number, denominator: number, otherwise: number): number {
  return Math.abs(denominator) < SMALLEST_DENOMINATOR ? otherwise : numerator / denominator;
}
