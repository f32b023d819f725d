import type { Method } from './integrate/settings.js';
import type { Program } from './lower/program.js';

/** Names of the backends: one oracle, and one made for speed. */
export type BackendName = 'interpreter' | 'javascript';

/** Where a run stands in time: the integer step clock. Time is `start + step * dt`, never accumulated. */
export interface ClockSettings {
  readonly start: number;
  readonly stop: number;
  readonly dt: number;
}

/**
 * A program in a form that computes. Holds no state between calls: every value of a run lives in the
 * caller's `values` array, shape `[program.variables.length]`, indexed by slot.
 */
export interface Executable {
  readonly program: Program;
  readonly backend: BackendName;
  /**
   * Settles constants, initial values and stocks at the first step. Slots listed in `given` keep the value
   * already in `values`: inputs from outside, for constants and for stocks' initial values.
   *
   * @param given - Shape `[variables]`, 1 where the value is given.
   */
  initialise(values: Float64Array, given: Uint8Array, clock: ClockSettings): void;
  /** Recomputes auxiliaries and flows from the stocks in `values` at a step. */
  observe(values: Float64Array, clock: ClockSettings, step: number): void;
  /**
   * Takes `steps` steps of a fixed-step method from `step`, leaving the stocks at the new time.
   * Auxiliaries and flows in `values` are stale afterwards: call {@link Executable.observe}.
   */
  advance(values: Float64Array, clock: ClockSettings, step: number, steps: number, method: Method): void;
}

/** Makes an executable of a program. */
export type Backend = (program: Program) => Executable;
