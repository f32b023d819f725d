import type { RestMotion } from './rest-motion.js';

/**
 * Parameter of the two-stage Rosenbrock method: 1 + 1/sqrt(2) makes it L-stable, and keeps a stock that only
 * drains above 0 whatever the step.
 *
 * @source Verwer, Spee, Blom and Hundsdorfer 1999, A second-order Rosenbrock method applied to photochemical
 *   dispersion problems, SIAM J. Sci. Comput. 20.
 */
const GAMMA = 1 + Math.SQRT1_2;

/** A stock counts with at least this share of its largest size so far when errors are judged. */
const LEAST_SHARE = 1e-4;
/**
 * A stock counts with at least this share of what the other stocks could make of it: the sum of their effects on
 * its rate over its own. A stock that feeds on itself gets nothing by this, so that its growth from a small seed
 * is followed.
 */
const FILLING_SHARE = 0.1;
/** And, where it drains, with this share of the largest stock that flows join it to. */
const GROUP_SHARE = 1e-4;
/** And with at least this share of the largest of all stocks, so that nothing is divided by 0. */
const LEAST_OF_ALL = 1e-12;
const SAFETY = 0.8;
const MOST_GROWTH = 6;
const LEAST_SHRINK = 0.1;
/** Share of itself by which a stock may change in the first step. */
const FIRST_CHANGE = 0.01;
/**
 * Growth by itself that a step may span: beyond 0.41 the method would turn growth away from an unstable point into
 * motion towards its other side.
 */
const MOST_GROWN = 0.3;
/**
 * Long steps may jump to and fro over a kink. A step against the one before, by the cosine of their angle, makes
 * the next shorter; steps that go on let it grow again.
 */
const TURNED = -0.3;
const SHORTER = 0.4;
const LONGER = 1.3;
/** Share of the error allowed by which a stock that was not negative may fall below 0. */
const CROSSING = 0.1;
/** Steps that are tried again in a row because a stock would fall below 0. */
const MOST_CROSSINGS = 8;
/** A step that is this small a share of the time gone by is taken whatever its error: it steps over a jump. */
const FORCED_STEP = 1e-9;
/** A step that is this small a share of the time gone by goes nowhere. */
const LEAST_STEP = 1e-14;

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
  /** Length of the next step. */
  step = 0;
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
  readonly #next: Float64Array;
  /** Change of the last step, as shares of the scale. */
  readonly #moved: Float64Array;
  /** Rates over the squares of the scale, for the growth of the motion. */
  readonly #weight: Float64Array;
  #mostStep = Number.POSITIVE_INFINITY;

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
    this.#next = new Float64Array(start.length);
    this.#moved = new Float64Array(start.length);
    this.#weight = new Float64Array(start.length);
    motion.slopesAt(this.state);
    this.#measure(this.state);
    this.#lookAhead();
    this.#measure(this.state);
    const growth = this.#growth();
    this.step = Math.min(this.#firstStep(), growth > 0 ? MOST_GROWN / growth : Number.POSITIVE_INFINITY);
  }

  /** Takes one step. The motion's rates and slopes must be those of {@link state}, and are so again afterwards. */
  advance(): StepResult {
    const { state, scale } = this;
    const motion = this.#motion;
    const [first, second, next] = [this.#first, this.#second, this.#next];
    const size = state.length;
    const crossing = this.#lenient ? CROSSING * this.#tolerance : 0;
    if (!allFinite(motion.rate)) return 'not a number';
    for (let crossings = 0; ; ) {
      const h = this.step;
      if (!(h > LEAST_STEP * this.time)) return 'stuck';
      const shift = 1 / (GAMMA * h);
      motion.factor(shift);
      for (let i = 0; i < size; i += 1) first[i] = (motion.rate[i] ?? 0) * shift;
      let solved = motion.system.solve(first);
      for (let i = 0; i < size; i += 1) next[i] = (state[i] ?? 0) + h * (first[i] ?? 0);
      motion.ratesAt(next, second);
      for (let i = 0; i < size; i += 1) second[i] = ((second[i] ?? 0) - 2 * (first[i] ?? 0)) * shift;
      solved = motion.system.solve(second) && solved;
      for (let i = 0; i < size; i += 1) {
        next[i] = (state[i] ?? 0) + h * (1.5 * (first[i] ?? 0) + 0.5 * (second[i] ?? 0));
      }
      this.#measure(next);
      let error = 0;
      let crosses = false;
      let sum = 0;
      for (let i = 0; i < size; i += 1) {
        const after = next[i] ?? 0;
        sum += after;
        error = Math.max(error, Math.abs(0.5 * h * ((first[i] ?? 0) + (second[i] ?? 0))) / (scale[i] ?? 1));
        if ((state[i] ?? 0) >= 0 && after < -crossing * (scale[i] ?? 1)) crosses = true;
      }
      const share = error / this.#tolerance;
      const isForced = h <= FORCED_STEP * this.time;
      if (!solved || !Number.isFinite(sum) || !(share <= 1 || isForced)) {
        this.rejected += 1;
        const shrink = Number.isFinite(sum) ? SAFETY / Math.sqrt(share) : 0;
        this.step = h * Math.max(LEAST_SHRINK, Math.min(0.5, Number.isNaN(shrink) ? 0 : shrink));
        continue;
      }
      if (crosses && crossings < MOST_CROSSINGS && !isForced) {
        crossings += 1;
        this.rejected += 1;
        this.step = h * 0.3;
        continue;
      }
      this.#take(h, share);
      return 'taken';
    }
  }

  #take(h: number, errorShare: number): void {
    const next = this.#next;
    const { state, scale } = this;
    const peak = this.#peak;
    const groupPeak = this.#groupPeak;
    const { groupOf } = this.#motion.groups;
    const moved = this.#moved;
    let [along, lengths, lastLengths, change] = [0, 0, 0, 0];
    for (let i = 0; i < next.length; i += 1) {
      const after = next[i] ?? 0;
      const size = Math.abs(after);
      const group = groupOf[i] ?? 0;
      const share = (after - (state[i] ?? 0)) / (scale[i] ?? 1);
      const last = moved[i] ?? 0;
      along += share * last;
      lengths += share * share;
      lastLengths += last * last;
      moved[i] = share;
      change = Math.max(change, Math.abs(share));
      if (size > (peak[i] ?? 0)) peak[i] = size;
      if (size > (groupPeak[group] ?? 0)) groupPeak[group] = size;
    }
    state.set(next);
    this.change = change;
    this.time += h;
    this.steps += 1;
    this.step = h * Math.max(LEAST_SHRINK, Math.min(MOST_GROWTH, SAFETY / Math.sqrt(errorShare)));
    this.#motion.slopesAt(this.state);
    this.#lookAhead();
    const growth = this.#growth();
    if (growth > 0) this.step = Math.min(this.step, MOST_GROWN / growth);
    const turnsBack = along < TURNED * Math.sqrt(lengths * lastLengths);
    this.#mostStep = turnsBack ? h * SHORTER : Math.max(this.#mostStep, h) * LONGER;
    this.step = Math.min(this.step, this.#mostStep);
  }

  /** Rate at which the present motion feeds on itself: of rates by stocks along it, judged by the scale. */
  #growth(): number {
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
    return fastest > 0 && Number.isFinite(fastest) ? FIRST_CHANGE / fastest : FIRST_CHANGE;
  }
}

function allFinite(values: Float64Array): boolean {
  for (let index = 0; index < values.length; index += 1) if (!Number.isFinite(values[index])) return false;
  return true;
}
