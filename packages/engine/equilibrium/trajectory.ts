import {
  FILLING_SHARE,
  FIRST_CHANGE,
  GROUP_SHARE,
  LEAST_OF_ALL,
  LEAST_SHARE,
  MOST_GROWN,
} from './measures.js';
import type { RestMotion } from './rest-motion.js';
import { ROSENBROCK } from './rosenbrock.js';
import { CROSSING, MOST_CROSSINGS } from './search-measures.js';
import { StepControl } from './step-control.js';

/** Length of the first step where no stock that is not empty moves. */
const STEP_AT_REST = 0.01;
/** A step that is this small a share of the time gone by is taken whatever its error: it steps over a jump. */
const FORCED_STEP = 1e-9;
/** A step that is this small a share of the time gone by goes nowhere. */
const LEAST_STEP = 1e-14;

/** Factor by which a step that leads below 0 is cut. */
const CUT = 0.3;

/** How closely a trajectory is followed. */
export interface Care {
  /** Error allowed in a step, as a share of each stock. */
  readonly tolerance: number;
  /** Whether stocks that are small beside what acts on them may have larger errors. */
  readonly lenient: boolean;
}

/** What a step came to. */
export type StepResult = 'taken' | 'stuck' | 'not a number';

/** Follows the trajectory of the stocks from a start, with steps as long as an error bound allows. */
export class Trajectory {
  readonly state: Float64Array;
  /** Size by which each stock's errors and changes are judged, shape `[stocks]`. */
  readonly scale: Float64Array;
  /** Model time since the start. */
  time = 0;
  steps = 0;
  rejected = 0;
  /** Largest change of the last step, as a share of the scale. */
  change = Number.POSITIVE_INFINITY;
  readonly #motion: RestMotion;
  readonly #tolerance: number;
  readonly #lenient: boolean;
  readonly #peak: Float64Array;
  /** Size below which a stock's errors do not matter, from the other stocks that act on it. */
  readonly #floor: Float64Array;
  readonly #groupPeak: Float64Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #third: Float64Array;
  readonly #next: Float64Array;
  /** Rates over the squares of the scale, for the growth of the motion. */
  readonly #weight: Float64Array;
  readonly #control: StepControl;
  /** Rate at which the motion feeds on itself at the state; 0 where it does not. */
  #growth = 0;

  /**
   * @param start - Stocks, shape `[stocks]`.
   */
  constructor(motion: RestMotion, start: Float64Array, { tolerance, lenient }: Care) {
    this.#motion = motion;
    this.#tolerance = tolerance;
    this.#lenient = lenient;
    this.state = start.slice();
    this.scale = new Float64Array(start.length);
    this.#peak = start.map((value) => Math.abs(value));
    this.#groupPeak = new Float64Array(motion.groups.count);
    this.#floor = new Float64Array(start.length);
    this.#first = new Float64Array(start.length);
    this.#second = new Float64Array(start.length);
    this.#third = new Float64Array(start.length);
    this.#next = new Float64Array(start.length);
    this.#weight = new Float64Array(start.length);
    motion.slopesAt(this.state);
    this.#measure(this.state);
    this.#lookAhead();
    this.#measure(this.state);
    this.#growth = this.#growthHere();
    this.#control = new StepControl(this.#firstStep());
  }

  /** Length of the next step. */
  get step(): number {
    const { step } = this.#control;
    return this.#growth > 0 ? Math.min(step, MOST_GROWN / this.#growth) : step;
  }

  /** Takes one step. The motion's rates and slopes must be those of {@link state}, and are so again afterwards. */
  advance(): StepResult {
    const motion = this.#motion;
    const crossing = this.#lenient ? CROSSING * this.#tolerance : 0;
    if (!allFinite(motion.rate)) return 'not a number';
    for (let crossings = 0; ; ) {
      const h = this.step;
      if (!(h > LEAST_STEP * this.time)) return 'stuck';
      const isSolved = this.#attempt(h);
      const { share, lowest, sum } = this.#judge();
      const isForced = h <= FORCED_STEP * this.time;
      const isSound = isSolved && Number.isFinite(sum);
      if (!isSound || !(share <= 1 || isForced)) {
        this.rejected += 1;
        this.#control.refused(h, isSound ? share : Number.NaN);
      } else if (lowest < -crossing && crossings < MOST_CROSSINGS && !isForced) {
        crossings += 1;
        this.rejected += 1;
        this.#control.cut(h, CUT);
      } else {
        this.#take(h, share);
        return 'taken';
      }
    }
  }

  /** Computes the stages of a step, and where it leads. */
  #attempt(h: number): boolean {
    const { state } = this;
    const motion = this.#motion;
    const [first, second, third, next] = [this.#first, this.#second, this.#third, this.#next];
    const size = state.length;
    const { gamma, c21, c31, c32, m2, m3 } = ROSENBROCK;
    const shift = 1 / (gamma * h);
    const [by21, by31, by32] = [c21 * gamma * shift, c31 * gamma * shift, c32 * gamma * shift];
    motion.factor(shift);
    first.set(motion.rate);
    let isSolved = motion.system.solve(first);
    for (let i = 0; i < size; i += 1) next[i] = (state[i] ?? 0) + (first[i] ?? 0);
    motion.ratesAt(next, third);
    for (let i = 0; i < size; i += 1) second[i] = (third[i] ?? 0) + by21 * (first[i] ?? 0);
    isSolved = motion.system.solve(second) && isSolved;
    for (let i = 0; i < size; i += 1) {
      third[i] = (third[i] ?? 0) + by31 * (first[i] ?? 0) + by32 * (second[i] ?? 0);
    }
    isSolved = motion.system.solve(third) && isSolved;
    for (let i = 0; i < size; i += 1) {
      next[i] = (next[i] ?? 0) + m2 * (second[i] ?? 0) + m3 * (third[i] ?? 0);
    }
    return isSolved;
  }

  /** Error of the step computed, how far it leads below 0, and the sum of its stocks. */
  #judge(): { share: number; lowest: number; sum: number } {
    const { state, scale } = this;
    const [first, second, third, next] = [this.#first, this.#second, this.#third, this.#next];
    const { e1, e2, e3 } = ROSENBROCK;
    this.#measure(next);
    let [error, lowest, sum] = [0, 0, 0];
    for (let i = 0; i < next.length; i += 1) {
      const after = next[i] ?? 0;
      const judged = scale[i] ?? 1;
      sum += after;
      const own = e1 * (first[i] ?? 0) + e2 * (second[i] ?? 0) + e3 * (third[i] ?? 0);
      error = Math.max(error, Math.abs(own) / judged);
      if ((state[i] ?? 0) >= 0) lowest = Math.min(lowest, after / judged);
    }
    return { share: error / this.#tolerance, lowest, sum };
  }

  #take(h: number, errorShare: number): void {
    const next = this.#next;
    const { state, scale } = this;
    const peak = this.#peak;
    const groupPeak = this.#groupPeak;
    const { groupOf } = this.#motion.groups;
    let change = 0;
    for (let i = 0; i < next.length; i += 1) {
      const after = next[i] ?? 0;
      const size = Math.abs(after);
      const group = groupOf[i] ?? 0;
      change = Math.max(change, Math.abs(after - (state[i] ?? 0)) / (scale[i] ?? 1));
      if (size > (peak[i] ?? 0)) peak[i] = size;
      if (size > (groupPeak[group] ?? 0)) groupPeak[group] = size;
    }
    state.set(next);
    this.change = change;
    this.time += h;
    this.steps += 1;
    this.#control.taken(h, errorShare);
    this.#motion.slopesAt(this.state);
    this.#lookAhead();
    this.#growth = this.#growthHere();
  }

  /** Rate at which the present motion feeds on itself: of rates by stocks along it, judged by the scale. */
  #growthHere(): number {
    const { scale } = this;
    const weight = this.#weight;
    const { rate, slope, rowOf, columnOf } = this.#motion;
    let length = 0;
    for (let i = 0; i < rate.length; i += 1) {
      const share = (rate[i] ?? 0) / (scale[i] ?? 1);
      weight[i] = share / (scale[i] ?? 1);
      length += share * share;
    }
    if (!(length > 0)) return 0;
    let along = 0;
    for (let entry = 0; entry < slope.length; entry += 1) {
      along += (weight[rowOf[entry] ?? 0] ?? 0) * (slope[entry] ?? 0) * (rate[columnOf[entry] ?? 0] ?? 0);
    }
    return along / length;
  }

  /** What the other stocks could make of each stock, at the slopes of the present state. */
  #lookAhead(): void {
    const motion = this.#motion;
    const floor = this.#floor;
    if (!this.#lenient) return;
    floor.fill(0);
    const { slope, rowOf, columnOf, ownSlope } = motion;
    const { groupOf } = motion.groups;
    const scale = this.scale;
    const groupPeak = this.#groupPeak;
    for (let entry = 0; entry < slope.length; entry += 1) {
      const row = rowOf[entry] ?? 0;
      const column = columnOf[entry] ?? 0;
      const effect = (slope[entry] ?? 0) * (scale[column] ?? 0);
      if (row !== column) floor[row] = (floor[row] ?? 0) + (effect < 0 ? -effect : effect);
    }
    for (let i = 0; i < floor.length; i += 1) {
      const position = ownSlope[i] ?? -1;
      const own = position < 0 ? 0 : -(slope[position] ?? 0);
      const reach = own > 0 ? (FILLING_SHARE * (floor[i] ?? 0)) / own : 0;
      const shared = own > 0 ? GROUP_SHARE * (groupPeak[groupOf[i] ?? 0] ?? 0) : 0;
      floor[i] = reach < Number.MAX_VALUE ? Math.max(reach, shared) : shared;
    }
  }

  /** Sizes by which the stocks between the present state and `next` are judged. */
  #measure(next: Float64Array): void {
    const { state, scale } = this;
    const peak = this.#peak;
    const floor = this.#floor;
    let largest = 0;
    for (let i = 0; i < state.length; i += 1) {
      const size = Math.max(Math.abs(state[i] ?? 0), Math.abs(next[i] ?? 0));
      scale[i] = Math.max(size, LEAST_SHARE * (peak[i] ?? 0), floor[i] ?? 0);
      largest = Math.max(largest, peak[i] ?? 0, size);
    }
    const least = largest > 0 ? LEAST_OF_ALL * largest : 1;
    for (let i = 0; i < scale.length; i += 1) scale[i] = Math.max(scale[i] ?? 0, least);
  }

  /** A first step in which no stock that is not empty changes by more than a small share of itself. */
  #firstStep(): number {
    let fastest = 0;
    for (let i = 0; i < this.state.length; i += 1) {
      if (this.state[i] === 0) continue;
      const speed = Math.abs(this.#motion.rate[i] ?? 0) / (this.scale[i] ?? 1);
      if (speed > fastest) fastest = speed;
    }
    return fastest > 0 && Number.isFinite(fastest) ? FIRST_CHANGE / fastest : STEP_AT_REST;
  }
}

function allFinite(values: Float64Array): boolean {
  for (let index = 0; index < values.length; index += 1) if (!Number.isFinite(values[index])) return false;
  return true;
}
