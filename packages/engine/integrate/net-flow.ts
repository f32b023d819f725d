import type { ProgramStock, Slot } from '../lower/program.js';

/**
 * Net rate of a stock: the sum of its inflows in file order minus the sum of its outflows in file order.
 * Every backend adds in this order, from 0 where there are none.
 *
 * @param values - Shape `[variables]`, flows up to date.
 * @source OASIS XMILE 1.0, 3.1.1.
 */
export function netFlow(stock: ProgramStock, values: Float64Array): number {
  const inflow = total(stock.inflows, values);
  return stock.outflows.length === 0 ? inflow : inflow - total(stock.outflows, values);
}

function total(flows: readonly Slot[], values: Float64Array): number {
  const [first, ...rest] = flows;
  if (first === undefined) return 0;
  return rest.reduce((sum, flow) => sum + (values[flow] ?? Number.NaN), values[first] ?? Number.NaN);
}
