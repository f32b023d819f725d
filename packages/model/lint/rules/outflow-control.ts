import type { Expression } from '../../equation/expression.js';
import type { Stock, Variable } from '../../model.js';
import type { CanonicalName } from '../../names/canonical-name.js';
import { printInterval } from '../bounds/interval.js';
import type { Bounds } from '../bounds/model-bounds.js';
import type { LintContext } from '../lint-context.js';
import type { Raised } from '../lint-finding.js';
import { mayBeNegative } from './may-be-negative.js';

/**
 * Outflows that do not fall to zero with their stock (first-order control). What passes straight through, never more than
 * flows in, what flows in some time later, and what the stock itself limits (XMILE non-negative) cannot drain it.
 */
export function* outflowControl({ model, bounds }: LintContext): Iterable<Raised> {
  for (const stock of model.variables.values()) {
    if (stock.kind !== 'stock' || stock.outflows.length === 0 || mayBeNegative(bounds, stock)) continue;
    const empty = bounds.whenEmpty(stock.key);
    const open = stock.outflows.flatMap(({ key }) => {
      const flow = model.variables.get(key);
      return flow === undefined ||
        empty.of(key).high <= 0 ||
        isLimited(flow, stock.key) ||
        isDelayed(flow, stock)
        ? []
        : [flow];
    });
    if (open.length === 0 || passesThrough(empty, stock, open)) continue;
    for (const flow of open)
      yield {
        code: 'outflow-control',
        variable: flow,
        span: flow.kind === 'stock' || flow.kind === 'graphical' ? flow.span : flow.equation.span,
        reason: `\`${flow.name}\` does not fall to zero with \`${stock.name}\`: it can drain the stock below zero.`,
        evidence: `With \`${stock.name}\` at 0 it is ${printInterval(empty.of(flow.key))}, as far as its equation tells.`,
        fix: `Make it a share of the stock per time, or hold it: MIN(..., ${stock.written} / shortest time).`,
      };
  }
}

/** Whether the outflows together are never more than the inflows, when the stock is empty. */
function passesThrough(empty: Bounds, stock: Stock, outflows: readonly Variable[]): boolean {
  const sum = (keys: readonly CanonicalName[]): Expression | undefined =>
    keys
      .map((key): Expression => ({ kind: 'name', written: key, key, span: stock.span }))
      .reduce<Expression | undefined>(
        (left, right) =>
          left === undefined ? right : { kind: 'binary', operator: '+', left, right, span: stock.span },
        undefined,
      );
  const left = sum(stock.inflows.map(({ key }) => key));
  const right = sum(outflows.map(({ key }) => key));
  if (left === undefined || right === undefined) return false;
  return empty.ofTerm({ kind: 'binary', operator: '-', left, right, span: stock.span }).low >= 0;
}

/** Whether elaboration has limited a flow to what its stock holds: MIN(MAX(0, stock / DT + ...), ...). */
function isLimited(flow: Variable, stock: CanonicalName): boolean {
  if (flow.kind !== 'flow' || flow.equation.kind !== 'call' || flow.equation.key !== 'min') return false;
  const [limit] = flow.equation.arguments;
  if (limit?.kind !== 'call' || limit.key !== 'max') return false;
  let term = limit.arguments[1];
  while (term?.kind === 'binary' && (term.operator === '+' || term.operator === '-')) term = term.left;
  return (
    term?.kind === 'binary' &&
    term.operator === '/' &&
    term.left.kind === 'name' &&
    term.left.key === stock &&
    term.right.kind === 'name' &&
    term.right.key === 'dt'
  );
}

const MATERIAL_DELAYS: ReadonlySet<string> = new Set(['delay', 'delay1', 'delay3', 'delayn', 'delay_fixed']);

/** Whether what flows out is what flowed in some time ago. */
function isDelayed(flow: Variable, { inflows }: Stock): boolean {
  if (flow.kind === 'stock' || flow.kind === 'graphical' || flow.equation.kind !== 'call') return false;
  const [input] = flow.equation.arguments;
  return (
    MATERIAL_DELAYS.has(flow.equation.key) &&
    input?.kind === 'name' &&
    inflows.some(({ key }) => key === input.key)
  );
}
