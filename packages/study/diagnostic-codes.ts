/** Every code this package gives its diagnostics; those of models and runs come from their own packages. */
export const STUDY_CODES = [
  // The study file as text
  'file-too-large',
  'yaml-syntax',
  'yaml-alias',
  'reserved-name',
  // Its form
  'study-key',
  'study-missing',
  'study-value',
  // What it means in its model
  'unknown-name',
  'ambiguous-name',
  'duplicate-id',
  'outcome-unit',
  'unit-disagrees',
  'unknown-outcome',
  'unknown-scenario',
  'baseline-count',
  // Corrections
  'unknown-correction',
  'correction-conflict',
  'correction-outdated',
  'correction-equation',
  // What a person sets and asks
  'not-settable',
  'not-finite',
  'set-twice',
  'infinite-outcome',
  'no-published-rule',
  // What a run came to
  'run-failed',
  'not-converged',
  // Files and threads
  'no-such-study',
  'unknown-format',
  'cannot-read',
  'not-utf8',
  'cannot-write',
  'include-missing',
  'include-outside',
  'worker-missing',
  'worker-failed',
] as const;

/** A code of this package's diagnostics. */
export type StudyCode = (typeof STUDY_CODES)[number];
