const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
const MASK = BUCKETS - 1;
const SIGN = 0x80000000;

/**
 * The places of the values in ascending order; equal values keep their order, and -0 equals 0.
 *
 * @param values - Finite numbers, shape [n].
 * @returns Shape [n].
 * @source Radix sort of the bits of the doubles, eleven at a time (Herf 2001, Radix tricks).
 */
export function sortOrder(values: ArrayLike<number>): Int32Array {
  const count = values.length;
  const doubles = new Float64Array(count);
  // Adding 0 turns -0 into 0.
  for (let i = 0; i < count; i += 1) doubles[i] = (values[i] ?? 0) + 0;
  const words = new Uint32Array(doubles.buffer);
  const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) {
    const first = words[2 * i] ?? 0;
    const second = words[2 * i + 1] ?? 0;
    const top = littleEndian ? second : first;
    const bottom = littleEndian ? first : second;
    // Negative numbers descend in their bits: all are turned. Positive ones go above them.
    low[i] = top >= SIGN ? ~bottom : bottom;
    high[i] = top >= SIGN ? ~top : top ^ SIGN;
  }
  let from = Int32Array.from({ length: count }, (_, i) => i);
  let to = new Int32Array(count);
  const starts = new Int32Array(BUCKETS);
  for (let shift = 0; shift < 64; shift += DIGIT_BITS) {
    starts.fill(0);
    for (let i = 0; i < count; i += 1) {
      const digit = digitAt(low[i] ?? 0, high[i] ?? 0, shift);
      starts[digit] = (starts[digit] ?? 0) + 1;
    }
    if (starts[digitAt(low[0] ?? 0, high[0] ?? 0, shift)] === count) continue;
    let total = 0;
    for (let digit = 0; digit < BUCKETS; digit += 1) {
      const size = starts[digit] ?? 0;
      starts[digit] = total;
      total += size;
    }
    for (let i = 0; i < count; i += 1) {
      const place = from[i] ?? 0;
      const digit = digitAt(low[place] ?? 0, high[place] ?? 0, shift);
      const slot = starts[digit] ?? 0;
      to[slot] = place;
      starts[digit] = slot + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

function digitAt(low: number, high: number, shift: number): number {
  if (shift >= 32) return (high >>> (shift - 32)) & MASK;
  const digit = low >>> shift;
  return (shift + DIGIT_BITS > 32 ? digit | (high << (32 - shift)) : digit) & MASK;
}

/** Ranks of a column, and how many values are tied. */
export interface Ranking {
  /** Shape [n]: from 1; equal values share the mean of their ranks. */
  readonly ranks: Float64Array;
  /** Values that equal another one. */
  readonly tied: number;
  /** Size of the largest group of equal values. */
  readonly largestTie: number;
  readonly distinct: number;
}

/**
 * Ranks with ties averaged.
 *
 * @param values - Finite numbers, shape [n].
 * @source Kendall 1945, The treatment of ties in ranking problems.
 */
export function rank(values: ArrayLike<number>): Ranking {
  const order = sortOrder(values);
  const ranks = new Float64Array(values.length);
  let tied = 0;
  let largestTie = 0;
  let distinct = 0;
  for (let start = 0; start < order.length; ) {
    const value = values[order[start] ?? 0] ?? 0;
    let end = start + 1;
    while (end < order.length && (values[order[end] ?? 0] ?? 0) === value) end += 1;
    const shared = (start + 1 + end) / 2;
    for (let i = start; i < end; i += 1) ranks[order[i] ?? 0] = shared;
    if (end - start > 1) tied += end - start;
    largestTie = Math.max(largestTie, end - start);
    distinct += 1;
    start = end;
  }
  return { ranks, tied, largestTie, distinct };
}
