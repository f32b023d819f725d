import type { Executable, Input } from '@weir/engine';
import { eigenvalues, netFlow } from '@weir/engine';

/** Share of a stock by which it is moved to see how rates change. */
const MOVE = 1e-5;
/** Imaginary parts below this share of the largest eigenvalue are rounding. */
const REAL = 1e-9;

/** How a model swings close to a state: from the eigenvalues of its linearization. */
export interface LinearBehavior {
  /** Period of the least damped swing, in model time; infinite where nothing swings. */
  readonly period: number;
  /** Damping ratio of that swing: 0 for a swing that goes on, 1 for none. */
  readonly damping: number;
  /** Height of a peak of that swing as a share of the one before. */
  readonly peakRatio: number;
  /** Largest real part, per time unit: below zero, disturbances die out. */
  readonly slowestRate: number;
}

/**
 * The linear behavior of a model at a state of its stocks, by central differences. Stocks that nothing reads, such as
 * running totals, are left out.
 *
 * @param stocks - Shape `[stocks]`.
 * @param step - Step of the clock at which inputs over time are read.
 * @returns Nothing where the eigenvalues cannot be computed.
 */
export function linearBehavior(
  executable: Executable,
  inputs: readonly Input[],
  stocks: ArrayLike<number>,
  step: number,
): LinearBehavior | undefined {
  const { program } = executable;
  const clock = { start: program.start, stop: program.stop, dt: program.dt };
  const values = new Float64Array(program.variables.length);
  const given = new Uint8Array(values.length);
  for (const { slot, value } of inputs) [values[slot], given[slot]] = [value, 1];
  executable.initialise(values, given, clock);
  const place = (moved: number, by: number) => {
    for (const [index, { slot }] of program.stocks.entries())
      values[slot] = (stocks[index] ?? Number.NaN) + (index === moved ? by : 0);
    executable.observe(values, clock, step);
    return program.stocks.map((stock) => netFlow(stock, values));
  };
  const columns = program.stocks.map((_, index) => {
    const move = MOVE * Math.max(Math.abs(stocks[index] ?? Number.NaN), 1e-3);
    const [up, down] = [place(index, move), place(index, -move)];
    return up.map((rate, row) => (rate - (down[row] ?? Number.NaN)) / (2 * move));
  });
  const kept = columns.flatMap((column, index) => (column.some((slope) => slope !== 0) ? [index] : []));
  const matrix = Float64Array.from(
    kept.flatMap((row) => kept.map((column) => columns[column]?.[row] ?? Number.NaN)),
  );
  const found = eigenvalues(matrix, kept.length);
  if (found === undefined || found.length === 0) return undefined;
  const largest = Math.max(...found.map(({ real, imaginary }) => Math.hypot(real, imaginary)));
  const swings = found.filter(({ imaginary }) => imaginary > REAL * largest);
  const dampingOf = ({ real, imaginary }: (typeof found)[number]) => -real / Math.hypot(real, imaginary);
  const [leading] = swings.toSorted((one, other) => dampingOf(one) - dampingOf(other));
  const slowestRate = Math.max(...found.map(({ real }) => real));
  if (leading === undefined)
    return { period: Number.POSITIVE_INFINITY, damping: 1, peakRatio: 0, slowestRate };
  const period = (2 * Math.PI) / leading.imaginary;
  return { period, damping: dampingOf(leading), peakRatio: Math.exp(leading.real * period), slowestRate };
}
