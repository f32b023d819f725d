import { JOE_KUO } from './directions/joe-kuo.js';

const BITS = 32;
const BASE = 36;

/** Most dimensions of a Sobol' sequence. */
export const SOBOL_DIMENSIONS = JOE_KUO.trim().split(',').length;

/**
 * Direction integers V_1 .. V_32 of each dimension, V_b at place dimension x 32 + b - 1, shape [dimensions x 32].
 *
 * @param dimensions - At most SOBOL_DIMENSIONS.
 * @source Joe and Kuo 2008, equations 1 to 3 (recurrence of the m_i).
 */
export function sobolDirections(dimensions: number): Uint32Array {
  const directions = new Uint32Array(dimensions * BITS);
  const rows = JOE_KUO.trim().split(',');
  for (let d = 0; d < dimensions; d += 1) {
    const [polynomial = 1, ...initial] = (rows[d] ?? '')
      .trim()
      .split(/\s+/)
      .map((digits) => Number.parseInt(digits, BASE));
    const degree = d === 0 ? 0 : initial.length;
    const own = directions.subarray(d * BITS, (d + 1) * BITS);
    for (let b = 0; b < BITS; b += 1) {
      if (d === 0) own[b] = 2 ** (BITS - 1 - b);
      else if (b < degree) own[b] = (initial[b] ?? 0) * 2 ** (BITS - 1 - b);
      else {
        let value = (own[b - degree] ?? 0) ^ ((own[b - degree] ?? 0) >>> degree);
        for (let c = 1; c < degree; c += 1)
          if (((polynomial >>> (degree - c)) & 1) === 1) value ^= own[b - c] ?? 0;
        own[b] = value;
      }
    }
  }
  return directions;
}

/** Coordinate of point i, a whole number of 32 bits: the XOR of V_b over the bits b of i XOR (i >> 1). */
export function sobolInteger(directions: Uint32Array, dimension: number, i: number): number {
  let value = 0;
  for (let gray = i ^ (i >>> 1), b = 0; gray !== 0; gray >>>= 1, b += 1)
    if ((gray & 1) === 1) value ^= directions[dimension * BITS + b] ?? 0;
  return value >>> 0;
}
