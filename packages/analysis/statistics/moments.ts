import { sum, sumOf } from '../numeric/sum.js';

/** Mean of at least one value. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/** Variance; divided by n - ddof. */
export function variance(values: ArrayLike<number>, ddof: 0 | 1): number {
  const center = mean(values);
  return sumOf(values.length, (i) => ((values[i] ?? 0) - center) ** 2) / (values.length - ddof);
}
