import { SPECS } from '../../testing/files.js';
import type { ModelLintCode } from '../lint-codes.js';

const DOC = '<units>1</units><doc>Said.</doc>';
/** An auxiliary with unit and documentation, in XML text. */
export const aux = (name: string, equation: string, more = DOC) =>
  `<aux name="${name}"><eqn>${equation}</eqn>${more}</aux>`;
const flow = (name: string, equation: string) => `<flow name="${name}"><eqn>${equation}</eqn>${DOC}</flow>`;
/** The stock `S`, in XML text. */
export const stock = (flows: string, start = '5', more = DOC) =>
  `<stock name="S"><eqn>${start}</eqn>${flows}${more}</stock>`;
const OUT = '<outflow>out</outflow>';
const IN = '<inflow>in</inflow>';
/** What uses a variable, so that it is not unused. */
export const USE = (name: string) => `<stock name="User of ${name}"><eqn>${name}</eqn>${DOC}</stock>`;
/** A constant. */
export const RATE = aux('rate', '0.1');

/** A model that a rule finds fault with, alone, and the nearest one that it does not. Variables in XML text. */
export interface LintCase {
  readonly bad: string;
  readonly good: string;
  /** Run specification of the bad one, and of the good one where it differs. */
  readonly specs?: string;
  readonly goodSpecs?: string;
}

/** For each rule, a model with that finding alone, and the nearest one without it. */
export const LINT_CASES: Readonly<Record<ModelLintCode, readonly LintCase[]>> = {
  'outflow-control': [
    { bad: stock(OUT) + flow('out', 'rate') + RATE, good: stock(OUT) + flow('out', 'rate * S') + RATE },
    {
      bad: stock(OUT) + flow('out', 'MAX(rate, S)') + RATE,
      good: stock(OUT) + flow('out', 'MIN(rate, S / time_to_leave)') + RATE + aux('time to leave', '1'),
    },
    {
      // What passes straight through takes nothing from the stock.
      bad: stock(`${IN}${OUT}`) + flow('in', 'rate') + flow('out', 'in + rate') + RATE,
      good: stock(`${IN}${OUT}`) + flow('in', 'rate') + flow('out', 'in') + RATE,
    },
    {
      // Control through an auxiliary, and through a difference that a MIN keeps from falling below zero.
      bad: stock(OUT) + flow('out', 'want + rate') + aux('want', 'S * rate') + RATE,
      good:
        stock(`${OUT}<outflow>second</outflow>`) +
        flow('out', 'S * rate - second') +
        flow('second', 'MIN(S * rate, rate)') +
        RATE,
    },
  ],
  'stock-below-zero': [
    {
      bad: stock(IN) + flow('in', 'rate * (goal - S - other)') + RATE + aux('goal', '1') + aux('other', '2'),
      good:
        stock(IN) +
        flow('in', 'rate * MAX(goal - S - other, 0)') +
        RATE +
        aux('goal', '1') +
        aux('other', '2'),
    },
    {
      bad: stock(IN) + flow('in', '-rate') + RATE,
      good: stock(IN, '5', `<range min="-10" max="10"/>${DOC}`) + flow('in', '-rate') + RATE,
    },
  ],
  'division-by-zero': [
    {
      bad: stock(OUT) + flow('out', 'S * rate / S') + RATE,
      good: stock(OUT) + flow('out', 'IF S = 0 THEN 0 ELSE S * rate / S') + RATE,
    },
    { bad: stock('') + aux('x', '1 / S') + USE('x'), good: stock('') + aux('x', 'SAFEDIV(1, S)') + USE('x') },
    {
      bad: stock('') + aux('x', 'IF S &lt;= 0 THEN 1 / S ELSE 0') + USE('x'),
      good: stock('') + aux('x', 'IF NOT (S > 0) OR rate = 0 THEN 0 ELSE 1 / (S * rate)') + USE('x') + RATE,
    },
  ],
  'graph-input': [
    {
      bad: stock('') + aux('x', 'S', `<gf><xpts>0,1</xpts><ypts>0,1</ypts></gf>${DOC}`) + USE('x'),
      good: stock('') + aux('x', 'MIN(S, 1)', `<gf><xpts>0,1</xpts><ypts>0,1</ypts></gf>${DOC}`) + USE('x'),
    },
  ],
  'graph-unbounded': [
    {
      bad:
        stock('') +
        aux('x', 'S', `<gf type="extrapolate"><xpts>0,1</xpts><ypts>0,1</ypts></gf>${DOC}`) +
        USE('x'),
      good:
        stock('') +
        aux('x', 'MIN(S, 1)', `<gf type="extrapolate"><xpts>0,1</xpts><ypts>0,1</ypts></gf>${DOC}`) +
        USE('x'),
    },
  ],
  'flow-without-stock': [{ bad: flow('out', 'rate') + RATE, good: stock(IN) + flow('in', 'rate') + RATE }],
  'unused-variable': [{ bad: RATE, good: RATE + USE('rate') }],
  'embedded-constant': [
    { bad: aux('x', 'rate * 12') + RATE + USE('x'), good: aux('x', '(rate + rate) / 2') + RATE + USE('x') },
    {
      bad: aux('x', 'rate / 2') + RATE + USE('x'),
      good: aux('x', '1 - rate * -1 + rate ^ 2') + RATE + USE('x'),
    },
    { bad: aux('x', '(rate + rate) / 3') + RATE + USE('x'), good: aux('x', '7 / 36') + USE('x') },
    {
      bad: aux('x', 'STEP(rate, 5)') + RATE + USE('x'),
      good: aux('x', 'rate / MAX(rate, 0.0000001)') + RATE + USE('x'),
    },
  ],
  // The reader gives it no file of its own: see below.
  'save-interval': [],
  'switching-method': [
    {
      bad: stock(OUT) + flow('out', 'MIN(S, rate)') + RATE,
      good: stock(OUT) + flow('out', 'MIN(S, rate)') + RATE,
      specs: SPECS.replace('<sim_specs', '<sim_specs method="rk4"'),
      goodSpecs: SPECS,
    },
    {
      bad: stock(OUT) + flow('out', 'IF S > rate THEN S ELSE 0') + RATE,
      good: stock(OUT) + flow('out', 'S * limit') + RATE + aux('limit', 'MIN(rate, rate)'),
      specs: SPECS.replace('<sim_specs', '<sim_specs method="rk4"'),
      goodSpecs: SPECS.replace('<sim_specs', '<sim_specs method="rk4"'),
    },
  ],
  'no-units': [{ bad: aux('x', '1', '<doc>Said.</doc>') + USE('x'), good: aux('x', '1') + USE('x') }],
  undocumented: [{ bad: aux('x', '1', '<units>1</units>') + USE('x'), good: aux('x', '1') + USE('x') }],
  'lint-allow': [
    {
      bad: aux('x', '1', '<units>1</units><doc>Lint: allow everything (it is fine)</doc>') + USE('x'),
      good: aux('x', '1', '<units>1</units><doc>Lint: allow no-units (it is fine)</doc>') + USE('x'),
    },
    {
      bad: aux('x', '1', '<units>1</units><doc>Lint: allow no-units</doc>') + USE('x'),
      good: aux('x', '1') + USE('x'),
    },
  ],
};
