/**
 * Floored remainder: the result has the sign of the divisor, zero included. NaN where the divisor is 0.
 *
 * @source OASIS XMILE 1.0, 3.3.1: MOD.
 * @example modulo(-7, 3) // 2
 */
export function modulo(dividend: number, divisor: number): number {
  const remainder = dividend % divisor;
  if (remainder === 0) return divisor < 0 ? -0 : 0;
  return remainder < 0 === divisor < 0 ? remainder : remainder + divisor;
}

/**
 * Remainder with the sign of the dividend. NaN where the divisor is 0.
 *
 * @source Vensim, MODULO.
 * @example remainder(-7, 3) // -1
 */
export function remainder(dividend: number, divisor: number): number {
  return dividend % divisor;
}
