/** Every code this package gives its diagnostics. */
export const ENGINE_CODES = [
  // Run settings
  'run-time-step',
  'run-span',
  'run-span-not-whole',
  'run-too-long',
  'run-save-interval',
  'run-save-not-whole',
  'run-stop-rule',
  'run-sample-not-whole',
  // Lowering
  'lower-nested-safediv',
  // Lowering a model whose names were not resolved
  'lower-unknown-name',
  'lower-unknown-function',
  'lower-arguments',
] as const;

/** A code of this package's diagnostics. */
export type EngineCode = (typeof ENGINE_CODES)[number];
