/**
 * How an uncertain input is spread, as plain data. Parameters are in the unit of the input, `logMean` and
 * `logSd` in natural logarithms.
 */
export type Distribution =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'log-uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'lognormal'; readonly logMean: number; readonly logSd: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | {
      readonly kind: 'beta';
      readonly alpha: number;
      readonly beta: number;
      readonly low: number;
      readonly high: number;
    }
  /** Beta with the given mode and mean (low + 4 mode + high) / 6. @source Malcolm, Roseboom, Clark, Fazar 1959. */
  | { readonly kind: 'pert'; readonly low: number; readonly mode: number; readonly high: number }
  /** Another distribution, given that the value lies between two limits. */
  | {
      readonly kind: 'truncated';
      readonly of: Distribution;
      readonly low: number;
      readonly high: number;
    }
  /** Values in ascending order with weights of any sum. */
  | { readonly kind: 'discrete'; readonly values: readonly number[]; readonly weights: readonly number[] }
  /** Unordered categories 0 .. count - 1, equally likely: floor(u count). */
  | { readonly kind: 'categorical'; readonly count: number };

/** A distribution ready to be evaluated; each function is exact in its own tail. */
export interface Law {
  /** Whether values are spread to infinity, or need an open u: 0 and 1 are then never evaluated. */
  readonly open: boolean;
  /** Value with probability p below it. */
  lower(p: number): number;
  /** Value with probability q above it. */
  upper(q: number): number;
  /** Probability of a value up to x. */
  cdf(x: number): number;
  /** Probability of a value above x. */
  survival(x: number): number;
}
