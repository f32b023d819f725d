import type { Executable } from '../backend.js';
import { equilibriumSolver } from '../equilibrium/equilibrium-solver.js';
import { solveEquilibrium } from '../equilibrium/solve-equilibrium.js';
import type { FailedRun } from '../integrate/run.js';
import type { RunSettings } from '../integrate/settings.js';
import { simulate } from '../integrate/simulate.js';
import type { Program } from '../lower/program.js';
import type { BatchRequest, BatchStatus } from './batch.js';
import { inputsOf } from './batch-request.js';
import type { BatchTally } from './batch-tally.js';
import { singleExecutable } from './single-executable.js';
import type { SingleRuns } from './single-runs.js';

/**
 * Single runs by `simulate` and `solveEquilibrium`.
 *
 * @param executableOf - What runs a program; the fastest that the surroundings allow unless given.
 */
export function oneByOne(executableOf: (program: Program) => Executable = singleExecutable): SingleRuns {
  return {
    runs(program, settings) {
      const executable = executableOf(program);
      return (request, row, tally) => runRow(executable, settings, request, row, tally);
    },
    rests(program, guess) {
      const solver = equilibriumSolver(executableOf(program));
      if (!solver.ok) throw new Error('a program that stands still was refused');
      const options = guess === undefined ? {} : { guess };
      return (request, row) => {
        const { verdict, effort, values } = solveEquilibrium(solver.value, inputsOf(request, row), options);
        return { status: verdict, jacobians: effort.jacobians, values };
      };
    },
  };
}

/** Runs one row as a single run: what every faster way must equal to the last bit. */
function runRow(
  executable: Executable,
  settings: RunSettings,
  request: BatchRequest,
  row: number,
  tally: BatchTally,
): void {
  const { program } = executable;
  tally.clear(row);
  const run = simulate(executable, inputsOf(request, row), settings);
  if (run.status === 'failed') {
    const steps = Math.max(0, Math.round((run.time - program.start) / settings.dt));
    tally.end(row, { status: statusOf(run, program.start), time: run.time, steps });
    return;
  }
  const { time, steps, reason, values, series } = run;
  if (reason === 'cap') {
    tally.end(row, { status: 'not_converged', time, steps });
    return;
  }
  tally.end(row, { status: 'ok', time, steps }, values);
  for (let save = 0; save < (series?.times.length ?? 0); save += 1) {
    tally.save(row, save, (slot) => series?.columns[slot]?.[save] ?? Number.NaN);
  }
}

/** A value that became infinite on the way grew beyond every number; any other fault is none of growth. */
function statusOf({ value, time }: FailedRun, start: number): BatchStatus {
  return time > start && Math.abs(value) === Number.POSITIVE_INFINITY ? 'diverged' : 'invalid';
}
