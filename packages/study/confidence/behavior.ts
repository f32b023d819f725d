import type {
  EquilibriumOptions,
  EquilibriumSolver,
  Executable,
  Input,
  RunSettings,
  Slot,
} from '@weir/engine';
import { simulate, solveEquilibrium } from '@weir/engine';

/** How a model behaves with one set of inputs: a row of all values a moment, or the reason why there are none. */
export type Behavior =
  | {
      readonly status: 'ok';
      /** Model times of the moments; NaN for a point of rest. */
      readonly times: Float64Array;
      /** The value of a slot at a moment, by position. */
      value(slot: Slot, moment: number): number;
    }
  | { readonly status: 'failed'; readonly reason: string; readonly slot?: Slot };

/** The behavior of a run: its saved rows. */
export function runBehavior(
  executable: Executable,
  inputs: readonly Input[],
  settings: RunSettings & { readonly saveEvery: number },
): Behavior {
  const run = simulate(executable, inputs, settings);
  if (run.status === 'failed') return { status: 'failed', reason: run.message, slot: run.slot };
  const { series } = run;
  if (series === undefined) throw new Error('a run that saves came back without rows');
  return {
    status: 'ok',
    times: series.times,
    value: (slot, moment) => series.columns[slot]?.[moment] ?? Number.NaN,
  };
}

/** The one moment of a point of rest, with the stocks there. */
export type Rest = Behavior & { readonly status: 'ok'; readonly stocks: Float64Array };

/**
 * The behavior at the point of rest that the trajectory from the start reaches. A point that was solved from a guess
 * and has stocks below zero is not believed: the trajectory is then followed, and at last stepped through.
 */
export function restBehavior(
  solver: EquilibriumSolver,
  inputs: readonly Input[],
  guess?: Float64Array,
): Rest | (Behavior & { readonly status: 'failed' }) {
  const solve = (options: EquilibriumOptions) =>
    solveEquilibrium(solver, inputs, { eigenvalues: false, ...options });
  // With a guess, many are solved one after another: only a point with stocks below zero is worth a long search.
  const ways: readonly EquilibriumOptions[] =
    guess === undefined ? [{}] : [{ guess, mostTimeSteps: 0 }, { mostTimeSteps: 0 }, {}];
  let result = solve(ways[0] ?? {});
  for (const way of ways.slice(1)) if (result.stocks.some((stock) => stock < 0)) result = solve(way);
  if (result.verdict !== 'ok')
    return {
      status: 'failed',
      reason: result.reasons[0] ?? `No point of rest was found (${result.verdict}).`,
    };
  const { values, stocks } = result;
  return {
    status: 'ok',
    times: Float64Array.of(Number.NaN),
    value: (slot) => values[slot] ?? Number.NaN,
    stocks,
  };
}
