import { type Executable, netFlow, type Program, type ProgramStock } from '@weir/engine';

/** A program at the first moment of its run, with the file's own values. */
export interface StartState {
  readonly program: Program;
  readonly values: Float64Array;
  /** Net flow of each stock, shape `[stocks]`, where the stocks have these values. */
  netFlows(stocks: Float64Array): Float64Array;
  /** Values of the stocks, shape `[stocks]`. */
  readonly stocks: Float64Array;
}

/** Evaluates a program once, at its start. */
export function startState(executable: Executable): StartState {
  const { program } = executable;
  const clock = { start: program.start, stop: program.stop, dt: program.dt };
  const values = new Float64Array(program.variables.length);
  executable.initialise(values, new Uint8Array(values.length), clock);
  executable.observe(values, clock, 0);
  const stocks = Float64Array.from(program.stocks, ({ slot }) => values[slot] ?? Number.NaN);
  return {
    program,
    values,
    stocks,
    netFlows(state) {
      const moved = Float64Array.from(values);
      for (const [index, { slot }] of program.stocks.entries()) moved[slot] = state[index] ?? Number.NaN;
      executable.observe(moved, clock, 0);
      return Float64Array.from(program.stocks, (stock) => netFlow(stock, moved));
    },
  };
}

/** What flows into and out of a stock together, whatever the direction. */
export function grossFlow({ inflows, outflows }: ProgramStock, values: Float64Array): number {
  return [...inflows, ...outflows].reduce((sum, slot) => sum + Math.abs(values[slot] ?? Number.NaN), 0);
}

/** How the net flows change with each stock: `[to][from]`, by a small step in each stock. Unit 1/time where stocks share a unit. */
export function startJacobian(state: StartState): readonly Float64Array[] {
  const base = state.netFlows(state.stocks);
  const rows = state.program.stocks.map(() => new Float64Array(base.length));
  for (const [from, value] of state.stocks.entries()) {
    const step = Math.sqrt(Number.EPSILON) * Math.max(1, Math.abs(value));
    const moved = Float64Array.from(state.stocks);
    moved[from] = value + step;
    const flows = state.netFlows(moved);
    for (const [to, row] of rows.entries()) row[from] = ((flows[to] ?? 0) - (base[to] ?? 0)) / step;
  }
  return rows;
}
