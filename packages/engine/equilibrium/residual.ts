import { netFlow } from '../integrate/net-flow.js';
import type { Program, ProgramStock } from '../lower/program.js';
import type { FlowGroups } from './flow-groups.js';
import type { RestMotion } from './rest-motion.js';

/**
 * A stock that has emptied is judged by this share of the flows of the stocks that it is joined to, here
 * and at the start.
 */
const LEAST_SHARE = 1e-9;

/**
 * How far a point is from rest: the largest |net flow| over the stocks, as a share of the flows in and out (the sum
 * of their sizes) or, where that is larger, of the effects of all stocks on the rate (the sum of |derivative x
 * stock|). The latter judges a stock with a single flow that runs both ways.
 *
 * @param values - All values at the point, shape `[variables]`.
 * @param state - Stocks there; the slopes of the motion must be those of it.
 * @param atStart - {@link groupThroughput} at the start.
 */
export function residualAt(
  program: Program,
  motion: RestMotion,
  values: Float64Array,
  state: Float64Array,
  atStart: Float64Array,
): number {
  const effects = new Float64Array(state.length);
  for (let entry = 0; entry < motion.slope.length; entry += 1) {
    const row = motion.rowOf[entry] ?? 0;
    const effect = Math.abs((motion.slope[entry] ?? 0) * (state[motion.columnOf[entry] ?? 0] ?? 0));
    if (Number.isFinite(effect)) effects[row] = (effects[row] ?? 0) + effect;
  }
  const { groupOf } = motion.groups;
  const here = groupThroughput(program, motion.groups, values);
  return program.stocks.reduce((most, stock, index) => {
    const net = Math.abs(netFlow(stock, values));
    if (net === 0) return most;
    const group = groupOf[index] ?? 0;
    const least = LEAST_SHARE * Math.max(here[group] ?? 0, atStart[group] ?? 0);
    return Math.max(most, net / Math.max(throughputOf(stock, values), effects[index] ?? 0, least));
  }, 0);
}

/** Largest net flow of a stock, as a share of its flows, of a point that counts as one of rest. */
export const LARGEST_RESIDUAL = 1e-9;

/**
 * Whether the net flow of every stock is next to nothing beside its own flows, or beside itself per time unit: a quick
 * measure, where {@link residualAt} looks closely.
 */
export function isBalanced(program: Program, values: Float64Array): boolean {
  for (const stock of program.stocks) {
    const size = Math.max(throughputOf(stock, values), Math.abs(values[stock.slot] ?? Number.NaN));
    if (!(Math.abs(netFlow(stock, values)) <= LARGEST_RESIDUAL * size)) return false;
  }
  return true;
}

/** Largest flow in and out of a stock of each group, the sum of their sizes; shape `[groups]`. */
export function groupThroughput(program: Program, groups: FlowGroups, values: Float64Array): Float64Array {
  const largest = new Float64Array(groups.count);
  for (const [index, stock] of program.stocks.entries()) {
    const group = groups.groupOf[index] ?? 0;
    largest[group] = Math.max(largest[group] ?? 0, throughputOf(stock, values));
  }
  return largest;
}

function throughputOf({ inflows, outflows }: ProgramStock, values: Float64Array): number {
  let sum = 0;
  for (const flow of inflows) sum += Math.abs(values[flow] ?? Number.NaN);
  for (const flow of outflows) sum += Math.abs(values[flow] ?? Number.NaN);
  return sum;
}
