import { neededFor, slotsRead } from '../lower/node-walk.js';
import type { Program, ProgramStock, Slot } from '../lower/program.js';

/**
 * Stocks that bear on a flow of another stock that does, or on their own flows. Those left out only count: nothing of
 * what settles reads them, as with the total of all people ever served. They may grow for ever while the rest stands still.
 */
export function settlingStocks(program: Program): readonly ProgramStock[] {
  let { stocks } = program;
  for (;;) {
    const flows = stocks.flatMap(({ inflows, outflows }) => [...inflows, ...outflows]);
    const bearing = new Set<Slot>(flows);
    for (const { node } of neededFor(flows, program.dynamic)) {
      for (const slot of slotsRead(node)) bearing.add(slot);
    }
    const kept = stocks.filter(({ slot }) => bearing.has(slot));
    if (kept.length === stocks.length) return kept;
    stocks = kept;
  }
}
