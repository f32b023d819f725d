import { printInterval } from '../bounds/interval.js';
import type { LintContext } from '../lint-context.js';
import type { Raised } from '../lint-finding.js';
import { mayBeNegative } from './may-be-negative.js';

/** Stocks whose inflows can run backwards when they are empty. */
export function* stockBelowZero({ model, bounds }: LintContext): Iterable<Raised> {
  for (const stock of model.variables.values()) {
    if (stock.kind !== 'stock' || stock.inflows.length === 0 || mayBeNegative(bounds, stock)) continue;
    const empty = bounds.whenEmpty(stock.key);
    for (const { key } of stock.inflows) {
      const flow = model.variables.get(key);
      const rate = empty.of(key);
      if (flow === undefined || flow.kind === 'graphical' || rate.low >= 0) continue;
      yield {
        code: 'stock-below-zero',
        variable: stock,
        span: stock.span,
        reason: `Nothing keeps \`${stock.name}\` from going below zero: its inflow \`${flow.name}\` can run backwards.`,
        evidence: `With \`${stock.name}\` at 0 the inflow is ${printInterval(rate)}, as far as its equation tells.`,
        fix: `Hold the inflow with MAX(..., 0) and give what leaves an outflow of its own; or declare a range below zero, if that is meant.`,
      };
    }
  }
}
