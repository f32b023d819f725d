/** By how much a computed position may fall short of a whole number by rounding. */
const ROUNDING = 1e-9;

/** A computed position as a whole number: its fraction does not count. */
const wholeOf = (position: number): number => Math.floor(position + ROUNDING);

/** What Vensim gives for a value that is not there: the finite number -2^109. */
export const NOT_AVAILABLE = -(2 ** 109);

/** Sum from the first to the last; NaN of nothing. */
export function sumOf(elements: readonly number[]): number {
  return elements.length === 0 ? Number.NaN : elements.reduce((sum, element) => sum + element);
}

/** Arithmetic mean. */
export function meanOf(elements: readonly number[]): number {
  return sumOf(elements) / elements.length;
}

/** Product from the first to the last; NaN of nothing. */
export function productOf(elements: readonly number[]): number {
  return elements.length === 0 ? Number.NaN : elements.reduce((product, element) => product * element);
}

/**
 * Standard deviation of the elements as a whole population: the root of the mean squared distance to the mean.
 *
 * @source OASIS XMILE 1.0, 3.7.1.3: STDDEV.
 * @example deviationOf([2, 4, 4, 4, 5, 5, 7, 9]) // 2
 */
export function deviationOf(elements: readonly number[]): number {
  const mean = meanOf(elements);
  let sum = 0;
  for (const element of elements) sum += (element - mean) * (element - mean);
  return Math.sqrt(sum / elements.length);
}

/**
 * Positions, from 0, of the elements in rising order; equal elements keep their order, or take that of `ties`.
 * `undefined` where an element is NaN, which has no place in an order.
 */
export function risingOrder(
  elements: readonly number[],
  ties: readonly number[] = elements,
): readonly number[] | undefined {
  if (elements.some(Number.isNaN) || ties.some(Number.isNaN)) return undefined;
  const at = (list: readonly number[], index: number): number => list[index] ?? 0;
  const compare = (list: readonly number[], left: number, right: number): number =>
    at(list, left) < at(list, right) ? -1 : at(list, left) > at(list, right) ? 1 : 0;
  return elements
    .map((_, index) => index)
    .sort((left, right) => compare(elements, left, right) || compare(ties, left, right) || left - right);
}

/**
 * Position, from 1, of the n-th smallest element, n from 1; 0 where there is none.
 *
 * @param ties - Decides between equal elements; their own order does where absent.
 * @source OASIS XMILE 1.0, 3.7.1.3: RANK.
 * @example rankOf(1, [30, 10, 20]) // 2
 */
export function rankOf(n: number, elements: readonly number[], ties?: readonly number[]): number {
  const order = risingOrder(elements, ties);
  if (order === undefined || Number.isNaN(n)) return Number.NaN;
  const found = order[wholeOf(n) - 1];
  return found === undefined ? 0 : found + 1;
}

/**
 * {@link rankOf} where a second list decides between equal elements.
 *
 * @param both - The elements and what decides, one list after the other: shape `[2 k]`.
 * @source OASIS XMILE 1.0, 3.7.1.3: RANK with three arguments.
 */
export function rankWithTies(n: number, both: readonly number[]): number {
  const count = both.length / 2;
  return rankOf(n, both.slice(0, count), both.slice(count));
}

/**
 * The n-th element, from 1; 0 where there is none.
 *
 * @source OASIS XMILE 1.0, 3.7.1: an index out of range gives 0.
 */
export function elementAt(n: number, elements: readonly number[]): number {
  return Number.isNaN(n) ? Number.NaN : (elements[wholeOf(n) - 1] ?? 0);
}
