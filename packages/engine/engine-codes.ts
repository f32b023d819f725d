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
  'run-seed',
  'run-tolerance',
  'run-too-many-stocks',
  'run-delay-stages',
  // Batches
  'batch-slot',
  'batch-shape',
  // Lowering
  'lower-delay-order',
  'lower-lookup',
  'lower-self',
  // Lowering a model whose names were not resolved
  'lower-unknown-name',
  'lower-unknown-function',
  'lower-arguments',
  // Points of rest
  'equilibrium-no-stocks',
  'equilibrium-time',
  'equilibrium-random',
  'equilibrium-memory',
] as const;

/** A code of this package's diagnostics. */
export type EngineCode = (typeof ENGINE_CODES)[number];
