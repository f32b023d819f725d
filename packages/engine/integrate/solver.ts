import type { ClockSettings, Executable, Memory } from '../backend.js';
import { AdaptiveSolver } from './adaptive/adaptive-solver.js';
import type { FailedRun } from './run.js';
import type { RunSettings } from './settings.js';

/** Takes one run forward in time. */
export interface Solver {
  /**
   * Takes steps of DT from `step`, leaving the stocks and memories of the new time in `values`; auxiliaries and
   * flows are stale afterwards.
   *
   * @returns Why it cannot go on, where it cannot.
   */
  advance(values: Float64Array, step: number, steps: number): FailedRun | undefined;
}

/**
 * The solver of a run, from the step at which its values stand.
 *
 * @param lastStep - Step at which the run ends at the latest.
 */
export function solverFor(
  executable: Executable,
  clock: ClockSettings,
  { method, tolerance }: Pick<RunSettings, 'method' | 'tolerance'>,
  memory: Memory,
  lastStep: number,
): Solver {
  if (method === 'rk45' || method === 'gear') {
    return new AdaptiveSolver(executable, clock, memory, method, lastStep, tolerance);
  }
  return {
    advance(values, step, steps) {
      executable.advance(values, clock, step, steps, method, memory);
      return undefined;
    },
  };
}
