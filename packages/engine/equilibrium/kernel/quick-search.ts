import type { ClockSettings } from '../../backend.js';
import type { Program } from '../../lower/program.js';
import { hasVectors } from '../../wasm/pair-kernel.js';
import { countingStocks } from '../counting-stocks.js';
import { flowGroups } from '../flow-groups.js';
import { nodesBelow, restGraph } from '../rest-graph.js';
import { type Rows, searchRows } from './row-searches.js';
import { type TickKernel, tickKernel } from './tick-kernel.js';
import { TickMachine } from './tick-machine.js';

/**
 * Largest number of operations of rates and Jacobian for which a kernel is made: optimising a single function takes
 * long beyond that.
 */
const MOST_OPERATIONS = 6000;

/** Searches for points of rest at speed. */
export interface QuickSearch {
  /** Searches for the point of rest of each row. */
  run(rows: Rows): void;
}

/**
 * Compiles the search for rest of many runs as WebAssembly, two side by side where the surroundings know vectors. Plain data
 * beside the module: it can be posted to workers, which need not compile it again.
 *
 * @param program - One whose rates depend on its stocks and on what stands still: see `standingPart`.
 * @param lanes - Runs side by side; as many as the surroundings allow unless given. The results are the same.
 * @returns Nothing where the surroundings forbid generated code, or the program is too large.
 */
export function restKernel(program: Program, lanes: 1 | 2 = hasVectors() ? 2 : 1): TickKernel | undefined {
  const { settling } = countingStocks(program);
  const rest = restGraph(settling);
  const roots = [...rest.rates, ...rest.entries.map(({ node }) => node)];
  if (nodesBelow(rest.graph, roots).length > MOST_OPERATIONS) return undefined;
  try {
    return tickKernel(settling, rest, flowGroups(settling), lanes);
  } catch {
    return undefined;
  }
}

/**
 * Readies the search for rest of many runs.
 *
 * @param kernel - From {@link restKernel}; made anew unless given.
 * @returns Nothing where there can be no kernel.
 */
export function quickSearch(program: Program, kernel = restKernel(program)): QuickSearch | undefined {
  if (kernel === undefined) return undefined;
  const counting = countingStocks(program);
  const machine = new TickMachine(counting.settling, kernel);
  const clock: ClockSettings = { start: program.start, stop: program.stop, dt: program.dt };
  return { run: (rows) => searchRows(machine, counting, clock, rows) };
}
