import { extent } from '../numeric/extent.js';

const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
const MASK = BUCKETS - 1;
const SIGN = 0x80000000;
/** Moves of the last pass, a value, beyond which the coarse digits are taken to say too little. */
const MOST_MOVES = 4;
/** Up to so many values, exchanging neighbors alone is the quickest. */
const FEW = 64;

/**
 * The places of the values in ascending order; equal values keep their order, and -0 equals 0.
 *
 * @param values - Finite numbers, shape [n].
 * @returns Shape [n].
 */
export function sortOrder(values: ArrayLike<number>): Int32Array {
  if (values.length > FEW) return orderByPlace(values) ?? orderByBits(values);
  const order = Int32Array.from({ length: values.length }, (_, i) => i);
  insertionSort(values, order, FEW);
  return order;
}

/**
 * Order by two digits of the place between the smallest and the largest value, then by exchange of neighbors. The
 * place never falls where the value rises, so that only neighbors of one place may still stand wrong.
 *
 * @returns Undefined where values are spread so unevenly that too many share a place.
 * @source Radix sort of two digits, and insertion (Knuth, The Art of Computer Programming 3, 5.2.5 and 5.2.1).
 */
function orderByPlace(values: ArrayLike<number>): Int32Array | undefined {
  const count = values.length;
  const [low, high] = extent(values);
  const scale = (BUCKETS * BUCKETS - 1) / (high - low);
  // No spread, one beyond the largest double, or a value that is no number.
  if (!(scale > 0 && Number.isFinite(scale))) return undefined;
  const keys = new Int32Array(count);
  const small = new Int32Array(BUCKETS);
  const large = new Int32Array(BUCKETS);
  for (let i = 0; i < count; i += 1) {
    const key = ((values[i] ?? 0) - low) * scale;
    keys[i] = key;
    small[key & MASK] = (small[key & MASK] ?? 0) + 1;
    large[key >> DIGIT_BITS] = (large[key >> DIGIT_BITS] ?? 0) + 1;
  }
  startsOf(small);
  startsOf(large);
  const first = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    const digit = (keys[i] ?? 0) & MASK;
    const slot = small[digit] ?? 0;
    first[slot] = i;
    small[digit] = slot + 1;
  }
  const order = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    const place = first[i] ?? 0;
    const digit = (keys[place] ?? 0) >> DIGIT_BITS;
    const slot = large[digit] ?? 0;
    order[slot] = place;
    large[digit] = slot + 1;
  }
  return insertionSort(values, order, MOST_MOVES) ? order : undefined;
}

/** Counts as the slots at which their digits begin. */
function startsOf(counts: Int32Array): void {
  let total = 0;
  for (let digit = 0; digit < counts.length; digit += 1) {
    const size = counts[digit] ?? 0;
    counts[digit] = total;
    total += size;
  }
}

/** Puts an order right, in place; false where it takes more moves a value than given. */
function insertionSort(values: ArrayLike<number>, order: Int32Array, most: number): boolean {
  let moves = most * order.length;
  let before = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < order.length; i += 1) {
    const place = order[i] ?? 0;
    const value = values[place] ?? 0;
    if (value >= before) {
      before = value;
      continue;
    }
    let slot = i;
    for (; slot > 0 && (values[order[slot - 1] ?? 0] ?? 0) > value; slot -= 1) {
      order[slot] = order[slot - 1] ?? 0;
      moves -= 1;
    }
    order[slot] = place;
    if (moves < 0) return false;
  }
  return true;
}

/**
 * Order by all bits of the doubles: slower, and the same for any spread.
 *
 * @source Radix sort of the bits of the doubles, eleven at a time (Herf 2001, Radix tricks).
 */
function orderByBits(values: ArrayLike<number>): Int32Array {
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
