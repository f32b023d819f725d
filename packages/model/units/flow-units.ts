import type { Model, Stock, Variable } from '../model.js';
import type { Span } from '../source/source-text.js';
import type { Dimension } from './dimension.js';
import { combine, sameDimension } from './dimension.js';
import { printer } from './print-dimension.js';
import type { VariableUnits } from './variable-units.js';
import { ownerName } from './variable-units.js';

/** A flow that is not in its stock's unit per time unit, or a stock that fits none of its flows. */
export interface FlowSlip {
  readonly span: Span;
  readonly message: string;
  readonly hint: string;
  /** Whether the slip is in the declared unit alone, so that a mismatch of the equation with it says nothing more. */
  readonly explainsEquation: boolean;
}

/**
 * Compares flows with their stocks. Where a stock has several flows, and all of them are in one unit that is not
 * its own per time unit, the stock is blamed, once.
 *
 * @param equations - What the equations give.
 * @returns Slips by the variable to blame. Without a time unit nothing can be asked.
 */
export function checkFlowUnits(
  model: Model,
  units: VariableUnits,
  equations: ReadonlyMap<Variable, Dimension>,
): ReadonlyMap<Variable, FlowSlip> {
  const slips = new Map<Variable, FlowSlip>();
  const { time } = units.table;
  if (time === undefined) return slips;
  const print = printer(units.table);
  for (const stock of model.variables.values()) {
    const content = stock.kind === 'stock' ? units.of(stock) : undefined;
    if (stock.kind !== 'stock' || content === undefined) continue;
    const wanted = combine(content.dimension, time, -1);
    const flows = flowsOf(model, units, stock);
    const [first] = flows;
    if (first === undefined || flows.every(({ dimension }) => sameDimension(dimension, wanted))) continue;
    if (
      flows.length > 1 &&
      content.inferredFrom === undefined &&
      flows.every(({ dimension }) => sameDimension(dimension, first.dimension))
    ) {
      slips.set(stock, {
        span: stock.units?.span ?? stock.span,
        message: `\`${ownerName(stock)}\` is in ${print(content.dimension)}, but its ${flows.length} flows are all in ${print(first.dimension)}.`,
        hint: `A flow has the stock's unit per time unit: make the stock ${print(combine(first.dimension, time, 1))}, or the flows ${print(wanted)}.`,
        explainsEquation: false,
      });
      continue;
    }
    for (const { flow, dimension } of flows) {
      if (sameDimension(dimension, wanted) || slips.has(flow)) continue;
      const equation = equations.get(flow);
      const fits = equation !== undefined && sameDimension(equation, wanted);
      slips.set(flow, {
        span: flow.units?.span ?? flow.span,
        message: `\`${ownerName(flow)}\` is in ${print(dimension)}, but it flows into or out of \`${ownerName(stock)}\`, which is in ${print(content.dimension)}.`,
        hint: `The flow of a stock in ${print(content.dimension)} needs ${print(wanted)}${fits ? ', which its equation gives: correct its declared unit' : ''}.`,
        explainsEquation: fits,
      });
    }
  }
  return slips;
}

function flowsOf(
  model: Model,
  units: VariableUnits,
  stock: Stock,
): readonly { readonly flow: Variable; readonly dimension: Dimension }[] {
  return [...stock.inflows, ...stock.outflows].flatMap(({ key }) => {
    const flow = model.variables.get(key);
    const unit = flow && units.of(flow);
    return flow === undefined || unit === undefined ? [] : [{ flow, dimension: unit.dimension }];
  });
}
