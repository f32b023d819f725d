import {
  type Accumulating,
  accumulatingAt,
  countingStocks,
  dependsOnTime,
  type EquilibriumResult,
  type EquilibriumSolver,
  equilibriumSolver,
  type FinishedRun,
  heldProgram,
  javascript,
  solveEquilibrium,
} from '@weir/engine';
import { type Diagnostic, type Outcome, reached, refused } from '@weir/model';
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
 * count, and what depends on them, keep the values of the end of the run; so does everything where no point can be solved for.
 *
 * @param prepared - The study as it was opened, without dates.
 * @errors `step-too-long`, where the run has come to rest at another point than the one that its trajectory reaches.
 */
export function settledRun(
  prepared: PreparedStudy,
  plan: ScenarioPlan,
  run: FinishedRun,
): Outcome<SettledRun> {
  const { program } = prepared;
  const values = run.values.slice();
  const solver = plan.tables.size > 0 ? undefined : solverOf(prepared);
  if (solver?.ok === true) {
    const end = Float64Array.from(program.stocks, ({ slot }) => values[slot] ?? Number.NaN);
    const inputs = afterChanges(plan).inputs.map(({ variable, value }) => ({ slot: variable.slot, value }));
    const isPlain = plan.changes.length === 0 && plan.from === 'file' && !dependsOnTime(program);
    const options = { eigenvalues: false, mostTimeSteps: 0 };
    const followed = isPlain ? solveEquilibrium(solver.value, inputs, options) : undefined;
    if (followed?.verdict === 'ok' && followed.method !== 'time stepping' && !isHere(followed, end)) {
      return refused([tooLong(plan, program.timeUnits)]);
    }
    const point = solveEquilibrium(solver.value, inputs, { ...options, guess: end });
    if (point.verdict === 'ok' && isHere(point, end)) {
      const unsettled = new Set<number>(point.unsettled);
      for (let slot = 0; slot < point.values.length; slot += 1) {
        if (!unsettled.has(slot)) values[slot] = point.values[slot] ?? Number.NaN;
      }
    }
  }
  return reached({ run: { ...run, values }, accumulating: accumulatingAt(countingStocks(program), values) });
}

/** Whether a run ended next to a point. */
function isHere({ stocks }: EquilibriumResult, end: Float64Array): boolean {
  return end.every((value, index) => {
    const there = stocks[index] ?? Number.NaN;
    // A stock that only counts has no value at the point.
    return Number.isNaN(there) || Math.abs(there - value) <= REACH * Math.max(1, Math.abs(value));
  });
}

function tooLong({ scenario, settings }: ScenarioPlan, unit: string): Diagnostic {
  return {
    code: 'step-too-long',
    severity: 'error',
    message: `The run of \`${scenario}\` came to rest at another point than the one that its trajectory reaches: steps of ${settings.dt} ${unit} are too long for it.`,
    hint: `Try \`--dt ${settings.dt / 64}\`, or \`weir equilibrium\`, which chooses its own steps.`,
  };
}

/** Where flows depend on TIME, they are taken as they are at the last time of the file. */
function solverOf({ program, variants }: PreparedStudy): Outcome<EquilibriumSolver> {
  const settled = variants.settled();
  return settled.ok || !dependsOnTime(program)
    ? settled
    : equilibriumSolver(javascript(heldProgram(program, 'stop')));
}
