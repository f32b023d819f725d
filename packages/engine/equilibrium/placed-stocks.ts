import type { Probes } from './equilibrium-result.js';
import type { EquilibriumSolver } from './equilibrium-solver.js';

/** Those of all the model's stocks that settle. */
export function settlingOf({ executable, program }: EquilibriumSolver, stocks: Float64Array): Float64Array {
  const all = executable.program.stocks;
  if (stocks.length !== all.length) throw new RangeError(`${all.length} stocks, not ${stocks.length}`);
  return stocks.filter((_, index) => program.stocks.some((stock) => stock === all[index]));
}

/** All stocks of the model; those that only count and have no value at the point are not a number. */
export function stocksIn({ executable, counting }: EquilibriumSolver, values: Float64Array): Float64Array {
  const open = new Set(counting.open.map(({ slot }) => slot));
  return Float64Array.from(executable.program.stocks, ({ slot }) =>
    open.has(slot) ? Number.NaN : (values[slot] ?? Number.NaN),
  );
}

/** Probes with other points by all stocks of the model; those that only count are not a number. */
export function probesIn({ executable, program }: EquilibriumSolver, probes: Probes): Probes {
  const positions = executable.program.stocks.map((stock) => program.stocks.indexOf(stock));
  return {
    ...probes,
    others: probes.others.map(({ count, stocks }) => ({
      count,
      stocks: Float64Array.from(positions, (position) => stocks[position] ?? Number.NaN),
    })),
  };
}

export function placeAllStocks(
  { executable, counting }: EquilibriumSolver,
  values: Float64Array,
  stocks: Float64Array,
): void {
  const all = executable.program.stocks;
  const open = new Set(counting.open.map(({ slot }) => slot));
  if (stocks.length !== all.length) throw new RangeError(`${all.length} stocks, not ${stocks.length}`);
  for (const [index, { slot }] of all.entries()) {
    // A stock that only counts has no value at a point that is started from.
    if (!open.has(slot)) values[slot] = stocks[index] ?? Number.NaN;
  }
}

export function placeStocks({ program }: EquilibriumSolver, values: Float64Array, state: Float64Array): void {
  for (const [index, { slot }] of program.stocks.entries()) values[slot] = state[index] ?? Number.NaN;
}
