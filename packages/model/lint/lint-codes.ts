/** Rules that look at the model alone; each stands in a file of its own. */
export const MODEL_LINT_CODES = [
  'outflow-control',
  'stock-below-zero',
  'division-by-zero',
  'graph-input',
  'graph-unbounded',
  'flow-without-stock',
  'unused-variable',
  'embedded-constant',
  'save-interval',
  'switching-method',
  'no-units',
  'undocumented',
  'lint-allow',
] as const;

/** Rules that need values of a run: whoever can run the model raises them. */
export const RUN_LINT_CODES = ['start-equilibrium', 'time-step'] as const;

/** A rule that looks at the model alone. */
export type ModelLintCode = (typeof MODEL_LINT_CODES)[number];

/** Name of a rule: what findings carry, and what a line `Lint: allow ...` names. */
export type LintCode = ModelLintCode | (typeof RUN_LINT_CODES)[number];

/** Whether a word is the name of a rule. */
export function isLintCode(word: string): word is LintCode {
  return [...MODEL_LINT_CODES, ...RUN_LINT_CODES].some((code) => code === word);
}

/** Slips in units that a line `Lint: allow ...` may allow too: an equation fitted to data need not balance. */
export const ALLOWED_UNIT_CODES = [
  'unit-mismatch',
  'unit-argument',
  'unit-condition',
  'unit-exponent',
  'unit-equation',
  'unit-flow',
] as const;

/** Whether a line `Lint: allow ...` may name it. */
export function isAllowable(word: string): boolean {
  return isLintCode(word) || ALLOWED_UNIT_CODES.some((code) => code === word);
}
