import type { Severity } from '../source/diagnostic.js';
import type { LintCode, ModelLintCode } from './lint-codes.js';
import type { LintContext } from './lint-context.js';
import type { Raised } from './lint-finding.js';
import { divisionByZero } from './rules/division-by-zero.js';
import { embeddedConstant } from './rules/embedded-constant.js';
import { flowWithoutStock } from './rules/flow-without-stock.js';
import { graphInput } from './rules/graph-input.js';
import { graphUnbounded } from './rules/graph-unbounded.js';
import { lintAllow } from './rules/lint-allow.js';
import { noUnits } from './rules/no-units.js';
import { outflowControl } from './rules/outflow-control.js';
import { saveInterval } from './rules/save-interval.js';
import { stockBelowZero } from './rules/stock-below-zero.js';
import { switchingMethod } from './rules/switching-method.js';
import { undocumented } from './rules/undocumented.js';
import { unusedVariable } from './rules/unused-variable.js';

/** What people should know of a rule. */
export interface LintRule {
  readonly severity: Severity;
  /** What it finds, as a heading. */
  readonly finds: string;
}

/** Every rule, in the order in which findings are shown: what spoils results first, what spoils reading last. */
export const LINT_RULES: Readonly<Record<LintCode, LintRule>> = {
  'division-by-zero': { severity: 'warning', finds: 'Divisors that can be zero' },
  'outflow-control': { severity: 'warning', finds: 'Outflows without first-order control' },
  'stock-below-zero': { severity: 'warning', finds: 'Stocks that an inflow can push below zero' },
  'time-step': { severity: 'warning', finds: 'Time steps too long for the fastest stock' },
  'start-equilibrium': { severity: 'note', finds: 'Stocks that start far from equilibrium' },
  'graph-input': { severity: 'warning', finds: 'Graphs whose input can leave the points' },
  'graph-unbounded': { severity: 'warning', finds: 'Graphs without bounds' },
  'flow-without-stock': { severity: 'warning', finds: 'Flows without a stock' },
  'unused-variable': { severity: 'warning', finds: 'Variables that nothing uses' },
  'embedded-constant': { severity: 'warning', finds: 'Numbers without a name in equations' },
  'save-interval': { severity: 'warning', finds: 'Save intervals that are not whole steps' },
  'switching-method': { severity: 'note', finds: 'Switching equations under a method of higher order' },
  'no-units': { severity: 'warning', finds: 'Variables without units' },
  undocumented: { severity: 'warning', finds: 'Variables without documentation' },
  'lint-allow': { severity: 'warning', finds: 'Lines that allow nothing' },
};

/** How each rule that looks at the model alone finds what it finds. */
export const MODEL_RULES: Readonly<Record<ModelLintCode, (context: LintContext) => Iterable<Raised>>> = {
  'division-by-zero': divisionByZero,
  'outflow-control': outflowControl,
  'stock-below-zero': stockBelowZero,
  'graph-input': graphInput,
  'graph-unbounded': graphUnbounded,
  'flow-without-stock': flowWithoutStock,
  'unused-variable': unusedVariable,
  'embedded-constant': embeddedConstant,
  'save-interval': saveInterval,
  'switching-method': switchingMethod,
  'no-units': noUnits,
  undocumented,
  'lint-allow': lintAllow,
};
