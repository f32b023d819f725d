/** Why an index has no value. */
export type UndefinedReason =
  /** The baseline run failed. */
  | 'baseline-failed'
  /** The baseline output, or input, is 0 and the index divides by it. */
  | 'baseline-zero'
  /** The input is unordered categories. */
  | 'categorical-input'
  /** The input follows from others. */
  | 'collinear'
  | 'constant-input'
  | 'constant-output'
  /** The output moves, but neither up nor down on the whole. */
  | 'direction-ambiguous'
  /** Runs that the index cannot do without failed. */
  | 'incomplete-sweep'
  | 'too-few-runs'
  /** The other inputs explain the output completely. */
  | 'zero-residual';

/** An index without a value. */
export interface Undefined {
  readonly kind: 'undefined';
  readonly reason: UndefinedReason;
  /** Names of inputs that belong to the reason. */
  readonly with: readonly string[];
}

/** An index without a value. */
export function undefinedIndex(reason: UndefinedReason, names: readonly string[] = []): Undefined {
  return { kind: 'undefined', reason, with: names };
}

/** A confidence interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
