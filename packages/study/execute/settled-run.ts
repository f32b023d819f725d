import {
  type Accumulating,
  accumulatingAt,
  countingStocks,
  dependsOnTime,
  type EquilibriumSolver,
  equilibriumSolver,
  type FinishedRun,
  heldProgram,
  javascript,
  solveEquilibrium,
} from '@weir/engine';
import type { Outcome } from '@weir/model';
import { afterChanges } from './after-changes.js';
import type { PreparedStudy } from './prepared-study.js';
import type { ScenarioPlan } from './scenario-plan.js';

/** A run that has come to rest, and what goes on counting. */
export interface SettledRun {
  readonly run: FinishedRun;
  readonly accumulating: readonly Accumulating[];
}

/** Farthest that the fixed point may lie from the end of the run, as a share of each stock. */
const REACH = 1e-6;

/**
 * Takes a run that was followed until it stood still to the fixed point itself, which is a hair further on. Stocks that only
 * count, and what depends on them, keep the values of the end of the run; so does everything where no point can be solved for, or the
 * point solved for is another.
 *
 * @param prepared - The study as it was opened, without dates.
 */
export function settledRun(prepared: PreparedStudy, plan: ScenarioPlan, run: FinishedRun): SettledRun {
  const { program } = prepared;
  const values = run.values.slice();
  const solver = plan.tables.size > 0 ? undefined : solverOf(prepared);
  if (solver?.ok === true) {
    const guess = Float64Array.from(program.stocks, ({ slot }) => values[slot] ?? Number.NaN);
    const inputs = afterChanges(plan).inputs.map(({ variable, value }) => ({ slot: variable.slot, value }));
    const point = solveEquilibrium(solver.value, inputs, { guess, eigenvalues: false, mostTimeSteps: 0 });
    const isHere = guess.every((value, index) => {
      const there = point.stocks[index] ?? Number.NaN;
      return Number.isNaN(there) || Math.abs(there - value) <= REACH * Math.max(1, Math.abs(value));
    });
    if (point.verdict === 'ok' && isHere) {
      const unsettled = new Set<number>(point.unsettled);
      for (let slot = 0; slot < point.values.length; slot += 1) {
        if (!unsettled.has(slot)) values[slot] = point.values[slot] ?? Number.NaN;
      }
    }
  }
  return { run: { ...run, values }, accumulating: accumulatingAt(countingStocks(program), values) };
}

/** Where flows depend on TIME, they are taken as they are at the last time of the file. */
function solverOf({ program, variants }: PreparedStudy): Outcome<EquilibriumSolver> {
  const settled = variants.settled();
  return settled.ok || !dependsOnTime(program)
    ? settled
    : equilibriumSolver(javascript(heldProgram(program, 'stop')));
}
