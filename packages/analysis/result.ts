/** What can go wrong, by name; docs/analysis.md says what to do about each. */
export const ANALYSIS_CODES = {
  'ambiguous-echo': 'A row of results repeats the inputs of more than one sample.',
  'bad-distribution': 'A distribution has parameters that make no distribution.',
  'bad-size': 'A number of runs, levels or replicates is not one the method can use.',
  'bad-target': 'The wanted correlations make no correlation matrix.',
  'bad-value': 'A value is not a finite number.',
  'dependent-inputs': 'The method needs independent inputs and these are correlated.',
  'duplicate-conflict': 'Two results of one run differ.',
  'duplicate-name': 'A name stands twice.',
  'duplicate-run': 'A run id stands twice.',
  'echo-mismatch': 'A result was computed with other inputs than the design gave.',
  'no-key': 'A foreign table has neither a key nor columns to recognize its runs by.',
  'no-such-column': 'A column is asked for that the table does not have.',
  'other-experiment': 'A result belongs to another experiment.',
  'shape-mismatch': 'Columns differ in length.',
  'too-few-runs': 'Fewer runs than the method needs.',
  'too-many-dimensions': 'More dimensions than the sequence has.',
  'too-many-failures': 'More runs failed than the method can bear.',
  'unknown-run': 'A result belongs to no run of the design.',
  'wrong-design': 'The method needs another kind of design.',
} as const;

/** Name of an expected failure. */
export type AnalysisCode = keyof typeof ANALYSIS_CODES;

/** One expected failure. */
export interface Fault {
  readonly code: AnalysisCode;
  /** A sentence that names what it is about. */
  readonly message: string;
  /** Run ids or column names concerned, the first ones where there are many. */
  readonly about: readonly string[];
}

/** A value, or the reasons why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly [Fault, ...Fault[]] };

/** A result that has a value. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A result without a value, for one reason. */
export function failure<T>(code: AnalysisCode, message: string, about: readonly string[] = []): Result<T> {
  return { ok: false, faults: [{ code, message, about }] };
}
