import type { DelayLine } from './integrate/delay-line.js';
import type { FixedMethod } from './integrate/settings.js';
import type { Program } from './lower/program.js';

/** Names of the backends: one oracle, and one made for speed. */
export type BackendName = 'interpreter' | 'javascript' | 'wasm';

/** Where a run stands in time: the integer step clock. Time is `start + step * dt`, never accumulated. */
export interface ClockSettings {
  readonly start: number;
  readonly stop: number;
  readonly dt: number;
  /** Seed of the run's random numbers; 1234 where absent. */
  readonly seed?: number;
}

/**
 * What a run remembers beside its values: the past of each pure delay. Shape `[program.held]`, `undefined` for
 * memories of one step, which live in the values. Belongs to one run, which may be taken back to its
 * last checkpoint.
 */
export type Memory = readonly (DelayLine | undefined)[];

/**
 * A program in a form that computes. Holds no state between calls: every value of a run lives in the
 * caller's `values` array, shape `[program.variables.length]`, indexed by slot, and in its {@link Memory}.
 */
export interface Executable {
  readonly program: Program;
  readonly backend: BackendName;
  /**
   * Settles constants, initial values, stocks and memories at the first step. Slots listed in `given` keep the value
   * already in `values`: inputs from outside, for constants and for stocks' initial values.
   *
   * @param given - Shape `[variables]`, 1 where the value is given.
   * @returns What the run remembers, to be handed to {@link Executable.advance}.
   */
  initialise(values: Float64Array, given: Uint8Array, clock: ClockSettings): Memory;
  /** Recomputes auxiliaries and flows from the stocks and memories in `values` at a step. */
  observe(values: Float64Array, clock: ClockSettings, step: number): void;
  /**
   * Takes `steps` steps of a fixed-step method from `step`, leaving the stocks and memories at the new time.
   * Auxiliaries and flows in `values` are stale afterwards: call {@link Executable.observe}.
   *
   * @param memory - From {@link Executable.initialise}; may be left out for programs without pure delays.
   */
  advance(
    values: Float64Array,
    clock: ClockSettings,
    step: number,
    steps: number,
    method: FixedMethod,
    memory?: Memory,
  ): void;
  /**
   * Rates of the stocks within a step, for methods that choose their own steps. Stocks are read from `values`, and
   * so are memories and what is settled once a step: as {@link Executable.observe} left them at `step`. Auxiliaries
   * and flows in `values` are stale afterwards.
   *
   * @param offset - Model time since the beginning of `step`.
   * @param rate - Takes the rates, shape `[stocks]`.
   */
  rates(values: Float64Array, clock: ClockSettings, step: number, offset: number, rate: Float64Array): void;
}

/** Makes an executable of a program. */
export type Backend = (program: Program) => Executable;
