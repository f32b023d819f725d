import type { ClockSettings, Executable } from '../backend.js';
import type { Program } from '../lower/program.js';
import { largestChange } from '../stop/steady-watch.js';

/** Largest change of a stock per time unit, as a share of itself, at which it counts as still. */
const STILL = 1e-10;
/** Steps between two looks. */
const STEPS_BETWEEN_LOOKS = 64;

/** Where time stepping ended. */
export interface Stepping {
  readonly outcome: 'still' | 'steps' | 'not a number';
  readonly time: number;
}

/**
 * Steps through time with Runge-Kutta 4 until no stock changes: the slow way to a point of rest, and the sure one.
 *
 * @param program - Whose stocks must stand still.
 * @param values - Initialised, shape `[variables]`; left at the last time, everything up to date.
 */
export function stepToRest(
  executable: Executable,
  program: Program,
  values: Float64Array,
  clock: ClockSettings,
  mostSteps: number,
): Stepping {
  for (let step = 0; ; ) {
    executable.observe(values, clock, step);
    const change = largestChange(program, values);
    const time = step * clock.dt;
    if (Number.isNaN(change) || change === Number.POSITIVE_INFINITY) return { outcome: 'not a number', time };
    if (change <= STILL) return { outcome: 'still', time };
    if (step >= mostSteps) return { outcome: 'steps', time };
    const steps = Math.min(STEPS_BETWEEN_LOOKS, mostSteps - step);
    executable.advance(values, clock, step, steps, 'rk4');
    step += steps;
  }
}
