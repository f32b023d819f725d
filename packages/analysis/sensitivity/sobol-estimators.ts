import { sumOf } from '../numeric/sum.js';
import { mean, variance } from '../statistics/moments.js';

/** Estimators of first-order indices. */
export type FirstEstimator = 'janon' | 'jansen' | 'martinez' | 'saltelli';
/** Estimators of total indices. */
export type TotalEstimator = 'janon' | 'jansen' | 'martinez';

/** Outputs of one radial design. */
export interface RadialOutputs {
  /** Shape [n]. */
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** For each input, A with that column of B, shape [k][n]. */
  readonly ab: readonly Float64Array[];
}

/** Correlation of two columns. */
export function pearson(x: Float64Array, y: Float64Array): number {
  const [mx, my] = [mean(x), mean(y)];
  const over = (f: (i: number) => number): number => sumOf(x.length, f);
  const xy = over((i) => ((x[i] ?? 0) - mx) * ((y[i] ?? 0) - my));
  const xx = over((i) => ((x[i] ?? 0) - mx) ** 2);
  const yy = over((i) => ((y[i] ?? 0) - my) ** 2);
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}

/** The share in which two columns agree. @source Janon and others 2014, equation 6. */
function janon(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  const center = sumOf(n, (i) => (x[i] ?? 0) + (y[i] ?? 0)) / (2 * n);
  // Both columns less the common mean: the squares of the mean cancel exactly.
  const product = sumOf(n, (i) => ((x[i] ?? 0) - center) * ((y[i] ?? 0) - center)) / n;
  const square = sumOf(n, (i) => ((x[i] ?? 0) - center) ** 2 + ((y[i] ?? 0) - center) ** 2) / (2 * n);
  return square > 0 ? product / square : 0;
}

const halfSquare = (x: Float64Array, y: Float64Array): number =>
  sumOf(x.length, (i) => ((x[i] ?? 0) - (y[i] ?? 0)) ** 2) / (2 * x.length);

/** Mean and variance (ddof 0) of A and B together. */
export function pooled({ a, b }: RadialOutputs): { readonly mean: number; readonly variance: number } {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return { mean: mean(both), variance: variance(both, 0) };
}

/**
 * First-order index of input j; not clipped.
 *
 * @source Martinez 2011; Janon and others 2014; Jansen 1999; Saltelli and others 2010, table 2 (b).
 */
export function firstOrderOf(outputs: RadialOutputs, j: number, estimator: FirstEstimator): number {
  const { a, b } = outputs;
  const ab = outputs.ab[j] ?? a;
  switch (estimator) {
    case 'martinez':
      return pearson(b, ab);
    case 'janon':
      return janon(b, ab);
    case 'jansen':
      return 1 - halfSquare(b, ab) / pooled(outputs).variance;
    case 'saltelli': {
      const { mean: center, variance: v } = pooled(outputs);
      return sumOf(a.length, (i) => ((b[i] ?? 0) - center) * ((ab[i] ?? 0) - (a[i] ?? 0))) / a.length / v;
    }
  }
}

/** Total index of input j; not clipped. @source Jansen 1999; Martinez 2011; Janon and others 2014. */
export function totalOf(outputs: RadialOutputs, j: number, estimator: TotalEstimator): number {
  const { a } = outputs;
  const ab = outputs.ab[j] ?? a;
  switch (estimator) {
    case 'jansen':
      return halfSquare(a, ab) / pooled(outputs).variance;
    case 'martinez':
      return 1 - pearson(a, ab);
    case 'janon':
      return 1 - janon(a, ab);
  }
}
