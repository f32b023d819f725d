import type { ClockSettings, Executable, Memory } from '../../backend.js';
import { commitHeld, pendingValues } from '../held-values.js';
import type { FailedRun } from '../run.js';
import type { AdaptiveMethod, Tolerance } from '../settings.js';
import type { Solver } from '../solver.js';
import { dormandPrince } from './dormand-prince.js';
import { type Pace, paceOf } from './pace.js';
import { rodasp } from './rodasp.js';
import type { StepMethod } from './step-method.js';

/** Errors that a method may make in a step where the settings name none. */
const DEFAULT_TOLERANCE: Tolerance = { relative: 1e-6, absolute: 1e-9 };
/** Part of the step that the error estimate allows, to be on the safe side. */
const CAUTION = 0.9;
/** A step changes by no less and no more than these factors. */
const LEAST_FACTOR = 0.2;
const MOST_FACTOR = 5;
/** First step, where the rates alone must tell: the fraction by which a stock may change. */
const FIRST_CHANGE = 0.01;
/** Smallest step, of the time since the start: below it, time no longer moves. */
const SMALLEST_STEP = 16 * Number.EPSILON;
/** Most attempts between two looks at the values, before a method gives up. */
const MOST_ATTEMPTS = 10_000_000;

/** A method that chooses its own steps, at work on one run. */
export class AdaptiveSolver implements Solver {
  readonly #method: StepMethod;
  readonly #pace: Pace;
  readonly #tolerance: Tolerance;
  readonly #slots: readonly number[];
  readonly #state: Float64Array;
  readonly #next: Float64Array;
  readonly #error: Float64Array;
  /** Step at which the solver's offsets begin. */
  #base = 0;
  /** Where the state stands: offset since the base. */
  #offset = 0;
  /** The last accepted step: it ends at the offset. */
  #taken = 0;
  #wanted: number | undefined;
  #hasBegun = false;
  #attempts = 0;

  constructor(
    readonly executable: Executable,
    readonly clock: ClockSettings,
    readonly memory: Memory,
    readonly name: AdaptiveMethod,
    readonly lastStep: number,
    tolerance: Tolerance = DEFAULT_TOLERANCE,
  ) {
    const { program } = executable;
    const count = program.stocks.length;
    this.#slots = program.stocks.map(({ slot }) => slot);
    this.#state = new Float64Array(count);
    this.#next = new Float64Array(count);
    this.#error = new Float64Array(count);
    this.#tolerance = tolerance;
    this.#pace = paceOf(program);
    this.#values = new Float64Array(0);
    const rates = (offset: number, state: Float64Array, rate: Float64Array): void => {
      this.#store(state);
      executable.rates(this.#values, clock, this.#base, offset, rate);
    };
    this.#method = name === 'rk45' ? dormandPrince(count, rates) : rodasp(count, rates);
  }

  /** The caller's values while it is being advanced. */
  #values: Float64Array;

  advance(values: Float64Array, step: number, steps: number): FailedRun | undefined {
    this.#values = values;
    this.#attempts = 0;
    return this.#pace === 'to each step' ? this.#byStep(step, steps) : this.#onward(step, steps);
  }

  /** Step by step, so that what changes at whole DT stands still within each. */
  #byStep(step: number, steps: number): FailedRun | undefined {
    const { executable, clock, memory } = this;
    const { held } = executable.program;
    const values = this.#values;
    for (let at = step; at < step + steps; at += 1) {
      executable.observe(values, clock, at);
      const pending = pendingValues(held, values);
      this.#begin(at);
      while (this.#offset < clock.dt) {
        const failure = this.#take(clock.dt, at);
        if (failure !== undefined) return failure;
      }
      this.#store(this.#state);
      commitHeld(held, values, pending, memory, at);
    }
    return undefined;
  }

  /**
   * As far as the tolerance allows, over whole DT; and beyond what is asked for, but not beyond the run, where the
   * method knows the states within a step.
   */
  #onward(step: number, steps: number): FailedRun | undefined {
    const { dt } = this.clock;
    if (!this.#hasBegun) this.#begin(step);
    this.#hasBegun = true;
    const target = (step + steps - this.#base) * dt;
    const within = this.#method.within;
    const end = within === undefined ? target : Math.max(target, (this.lastStep - this.#base) * dt);
    while (this.#offset < target) {
      const failure = this.#take(end, step);
      if (failure !== undefined) return failure;
    }
    if (this.#offset === target || within === undefined) this.#store(this.#state);
    else {
      within(1 - (this.#offset - target) / this.#taken, this.#next);
      this.#store(this.#next);
    }
    return undefined;
  }

  /** Stands at the beginning of a step, at the stocks in the values. */
  #begin(step: number): void {
    this.#base = step;
    this.#offset = 0;
    for (const [index, slot] of this.#slots.entries()) this.#state[index] = this.#values[slot] ?? Number.NaN;
    this.#method.restart();
  }

  #store(state: Float64Array): void {
    for (let index = 0; index < this.#slots.length; index += 1) {
      const slot = this.#slots[index];
      if (slot !== undefined) this.#values[slot] = state[index] ?? Number.NaN;
    }
  }

  /** One accepted step, up to `end` at most. */
  #take(end: number, step: number): FailedRun | undefined {
    const { dt } = this.clock;
    const left = end - this.#offset;
    let h = Math.min(this.#wanted ?? this.#firstStep(), left);
    for (; this.#attempts < MOST_ATTEMPTS; this.#attempts += 1) {
      // A last bit of a step that rounding would leave over is taken along.
      const reachesEnd = h >= left * (1 - SMALLEST_STEP);
      if (reachesEnd) h = left;
      if (!(h > SMALLEST_STEP * Math.max(dt, this.#offset))) break;
      this.#method.attempt(this.#offset, h, this.#state, this.#next, this.#error);
      const error = this.#errorNorm();
      const ideal = CAUTION * error ** (-1 / this.#method.errorOrder);
      // A step into values that are no numbers is far too long.
      const factor = Number.isNaN(ideal)
        ? LEAST_FACTOR
        : Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, ideal));
      if (error <= 1) {
        this.#method.accept(h, this.#state, this.#next);
        this.#state.set(this.#next);
        this.#offset = reachesEnd ? end : this.#offset + h;
        this.#taken = h;
        // A step cut short by the end says nothing against a longer one.
        this.#wanted = Math.max(h * factor, reachesEnd ? (this.#wanted ?? 0) : 0);
        return undefined;
      }
      h *= factor;
    }
    return this.#failure(step);
  }

  /** A step that changes the stocks by a small part of themselves. */
  #firstStep(): number {
    const { dt } = this.clock;
    const rate = this.#next;
    this.executable.rates(this.#values, this.clock, this.#base, this.#offset, rate);
    let size = 0;
    let speed = 0;
    for (let index = 0; index < this.#state.length; index += 1) {
      const scale = this.#scaleOf(index);
      size = Math.max(size, Math.abs((this.#state[index] ?? 0) / scale));
      speed = Math.max(speed, Math.abs((rate[index] ?? 0) / scale));
    }
    const h = (FIRST_CHANGE * Math.max(size, 1)) / speed;
    return h > 0 ? Math.min(h, dt) : dt;
  }

  #scaleOf(index: number, other = 0): number {
    const { absolute, relative } = this.#tolerance;
    return absolute + relative * Math.max(Math.abs(this.#state[index] ?? 0), other);
  }

  /** Root mean square of the errors, each by what is allowed: above 1 where the step must be taken again. */
  #errorNorm(): number {
    let sum = 0;
    for (let index = 0; index < this.#error.length; index += 1) {
      const part = (this.#error[index] ?? 0) / this.#scaleOf(index, Math.abs(this.#next[index] ?? 0));
      sum += part * part;
    }
    return this.#error.length === 0 ? 0 : Math.sqrt(sum / this.#error.length);
  }

  /** The stock whose error keeps the method from going on. */
  #failure(step: number): FailedRun {
    const { program } = this.executable;
    const part = (index: number): number => {
      const value = Math.abs(this.#error[index] ?? 0) / this.#scaleOf(index);
      return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
    };
    const worst = this.#slots.reduce((most, _, index) => (part(index) > part(most) ? index : most), 0);
    const stock = program.stocks[worst];
    if (stock === undefined) throw new Error('a run without stocks cannot fail to be integrated');
    const time = this.clock.start + this.#base * this.clock.dt + this.#offset;
    const unit = program.timeUnits === '' ? '' : ` ${program.timeUnits}`;
    const what = program.variables[stock.slot]?.name ?? `variable ${stock.slot}`;
    const other = this.name === 'rk45' ? ' Try the method gear, or a wider tolerance.' : '';
    this.#store(this.#state);
    return {
      status: 'failed',
      time,
      slot: stock.slot,
      value: this.#state[worst] ?? Number.NaN,
      message: `${what} changes too fast for the method ${this.name} near time ${time}${unit}, in step ${step}.${other}`,
    };
  }
}
