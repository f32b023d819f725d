import { MOST_GROWN } from '../measures.js';
import { PolishControl, ROUNDED_TO_ZERO } from '../polish-control.js';
import { ROSENBROCK } from '../rosenbrock.js';
import {
  ARRIVED,
  CROSSING,
  FIRST_REACH,
  LONG_STEP,
  MOST_CROSSINGS,
  MOST_SPREAD,
  SLOW_CHANGE,
  TIGHTER,
  WITHOUT_BOUNDS,
} from '../search-measures.js';
import { StepControl } from '../step-control.js';
import { USUAL } from '../usual-search.js';
import type { TickMachine } from './tick-machine.js';
import type { SinglePlace } from './tick-places.js';

/** What a lane is at. */
export type LaneState =
  /** Ticks go on. */
  | 'searching'
  /** A point of rest was found that the trajectory reaches. */
  | 'rest'
  /** The quick search does not come to a clear end. */
  | 'doubt';

/** Where a lane's values stand in the kernel's memory; of those of stocks the first. */
type Positions = Readonly<Record<'state' | 'next' | 'scale' | SinglePlace, number>>;

/** A step that is this small a share of the time gone by goes nowhere. */
const LEAST_STEP = 1e-14;
/** Steps below this share of the time gone by are those of a search that must be done with more care. */
const NO_STEP = 1e-9;
/** Factor by which a step that leads below 0 is cut. */
const CUT = 0.3;
/** A step in which the motion grows too much is cut to this share of what is allowed, and not to less than a tenth. */
const CUT_FOR_GROWTH = 0.8;
const LEAST_CUT = 0.1;

/**
 * One lane's search for rest: decides, after each tick of a machine, what the next is for. Follows the trajectory until the point
 * of rest is near, and goes to the point.
 */
export class LaneSearch {
  state: LaneState = 'searching';
  ticks = 0;
  readonly #cells: Float64Array;
  readonly #stride: number;
  readonly #size: number;
  readonly #at: Positions;
  readonly #conserved: boolean;
  readonly #start: Float64Array;
  readonly #near: Float64Array;
  readonly #found: Float64Array;
  #control = new StepControl(1);
  #polish: PolishControl | undefined;
  #time = 0;
  #crossings = 0;
  /** Rate at which the motion fed on itself in the last step. */
  #growth = 0;
  #reach = FIRST_REACH;
  #bound = 0;
  /** Distance of the point that was found beyond a kink; infinite where none was. */
  #beyondKink = Number.POSITIVE_INFINITY;

  constructor(machine: TickMachine, lane: number) {
    const size = machine.stocks;
    this.#size = size;
    this.#cells = machine.cells;
    this.#stride = machine.width;
    this.#conserved = machine.conserves;
    const single = (place: Parameters<TickMachine['singlePosition']>[1]): number =>
      machine.singlePosition(lane, place);
    this.#at = {
      state: machine.position(lane, 'state'),
      next: machine.position(lane, 'next'),
      scale: machine.position(lane, 'scale'),
      take: single('take'),
      newton: single('newton'),
      shift: single('shift'),
      error: single('error'),
      along: single('along'),
      length: single('length'),
      lowest: single('lowest'),
      change: single('change'),
      sum: single('sum'),
      leastPivot: single('leastPivot'),
      mostPivot: single('mostPivot'),
    };
    this.#start = new Float64Array(size);
    this.#near = new Float64Array(size);
    this.#found = new Float64Array(size);
  }

  /** Begins with the run that has been put into the lane. */
  begin(): void {
    const shift = this.#cells[this.#at.shift] ?? Number.NaN;
    this.state = shift > 0 && Number.isFinite(shift) ? 'searching' : 'doubt';
    this.ticks = 0;
    this.#time = 0;
    this.#crossings = 0;
    this.#reach = FIRST_REACH;
    this.#beyondKink = Number.POSITIVE_INFINITY;
    this.#polish = undefined;
    this.#growth = 0;
    this.#control = new StepControl(1 / (ROSENBROCK.gamma * shift));
    this.#copyNext(this.#start);
    const largest = this.#start.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    this.#bound = WITHOUT_BOUNDS * Math.max(1, largest);
    this.#follow(0);
  }

  /** The stocks at the point, shape `[stocks]`, once the state is `rest`. */
  get point(): Float64Array {
    return this.#found;
  }

  /** Looks at what a tick came to. */
  look(): void {
    this.ticks += 1;
    if (this.ticks > USUAL.mostSteps) this.state = 'doubt';
    else if (this.#polish === undefined) this.#lookAtStep();
    else this.#lookAtIteration(this.#polish);
  }

  #lookAtStep(): void {
    const shift = this.#cells[this.#at.shift] ?? Number.NaN;
    const h = 1 / (ROSENBROCK.gamma * shift);
    // J k1 is shift k1 - rate, k1 the first stage.
    const length = this.#cells[this.#at.length] ?? Number.NaN;
    const growth = length > 0 ? shift - (this.#cells[this.#at.along] ?? Number.NaN) / length : 0;
    const error = (this.#cells[this.#at.error] ?? Number.NaN) / USUAL.tolerance;
    const change = this.#cells[this.#at.change] ?? Number.NaN;
    const isSound = Number.isFinite(this.#cells[this.#at.sum] ?? Number.NaN) && this.#hasGoodPivots();
    if (h <= Math.max(NO_STEP, LEAST_STEP) * this.#time) this.state = 'doubt';
    else if (!isSound || !(error <= 1)) {
      this.#control.refused(h, isSound ? error : Number.NaN);
      this.#follow(0);
    } else if (growth * h > MOST_GROWN) {
      this.#control.cut(h, Math.max(LEAST_CUT, (CUT_FOR_GROWTH * MOST_GROWN) / (growth * h)));
      this.#follow(0);
    } else if (this.#crossings < MOST_CROSSINGS && this.#crosses()) {
      this.#crossings += 1;
      this.#control.cut(h, CUT);
      this.#follow(0);
    } else {
      this.#crossings = 0;
      this.#growth = growth;
      this.#time += h;
      this.#control.taken(h, error);
      if (change > SLOW_CHANGE) this.#reach = FIRST_REACH;
      if (!this.#isBounded()) this.state = 'doubt';
      else if (change <= SLOW_CHANGE && this.#control.step >= LONG_STEP * this.#time) this.#beginPolish();
      else this.#follow(1);
    }
  }

  /** Whether a stock that was not negative falls below 0. */
  #crosses(): boolean {
    const allowed = -CROSSING * USUAL.tolerance;
    if (!((this.#cells[this.#at.lowest] ?? Number.NaN) < allowed)) return false;
    const { state, next, scale } = this.#at;
    const cells = this.#cells;
    for (let i = 0, at = 0; i < this.#size; i += 1, at += this.#stride) {
      const isBelow = (cells[next + at] ?? 0) < allowed * (cells[scale + at] ?? 1);
      if (isBelow && (cells[state + at] ?? 0) >= 0) return true;
    }
    return false;
  }

  #isBounded(): boolean {
    for (let i = 0, at = this.#at.next; i < this.#size; i += 1, at += this.#stride) {
      if (!(Math.abs(this.#cells[at] ?? 0) <= this.#bound)) return false;
    }
    return true;
  }

  #beginPolish(): void {
    this.#copyNext(this.#near);
    this.#polish = new PolishControl(this.#control.step, this.#reach, this.#conserved, true);
    this.#iterate();
  }

  #lookAtIteration(polish: PolishControl): void {
    const { state, next, scale } = this.#at;
    const cells = this.#cells;
    let [size, away, isSound] = [0, 0, this.#hasGoodPivots()];
    for (let i = 0, at = 0; i < this.#size; i += 1, at += this.#stride) {
      const judged = cells[scale + at] ?? Number.NaN;
      const near = this.#near[i] ?? Number.NaN;
      let after = cells[next + at] ?? Number.NaN;
      const share = Math.abs(after - (cells[state + at] ?? Number.NaN)) / judged;
      if (!(share <= size)) size = share;
      if (after < 0) {
        if (after >= -ROUNDED_TO_ZERO * judged) {
          after = 0;
          cells[next + at] = 0;
        } else if (near >= 0) isSound = false;
      }
      away = Math.max(away, Math.abs(after - near) / judged);
    }
    switch (polish.step(isSound ? size : Number.NaN, away)) {
      case 'again':
        this.#iterate();
        return;
      case 'rest':
        this.#arrive(polish, away);
        return;
      case 'far':
        this.#goBack();
        return;
      case 'failed':
        this.#reach = Math.min(this.#reach, polish.distance) * TIGHTER;
        this.#goBack();
    }
  }

  #arrive({ contracted, distance }: PolishControl, away: number): void {
    const isSame = this.#beyondKink < Number.POSITIVE_INFINITY && this.#isFoundAgain();
    const isNear = contracted || away <= ARRIVED || (isSame && away < this.#beyondKink);
    this.#copyNext(this.#found);
    if (isNear) {
      const turnsNegative = this.#found.some((value, i) => value < 0 && (this.#start[i] ?? 0) >= 0);
      this.state = turnsNegative ? 'doubt' : 'rest';
      return;
    }
    this.#beyondKink = away;
    this.#reach = Math.min(this.#reach, distance) * TIGHTER;
    this.#goBack();
  }

  #isFoundAgain(): boolean {
    for (let i = 0, at = this.#at.next; i < this.#size; i += 1, at += this.#stride) {
      const value = this.#cells[at] ?? Number.NaN;
      const scale = this.#cells[this.#at.scale + i * this.#stride] ?? Number.NaN;
      if (!(Math.abs(value - (this.#found[i] ?? Number.NaN)) <= 1e-9 * scale)) return false;
    }
    return true;
  }

  /** Next: a step along the trajectory, from the last one where it is taken. */
  #follow(take: 0 | 1): void {
    this.#cells[this.#at.take] = take;
    this.#cells[this.#at.newton] = 0;
    const { step } = this.#control;
    // Fed by itself as in the last step, the motion must not grow too much.
    const most = this.#growth > 0 ? MOST_GROWN / this.#growth : step;
    this.#cells[this.#at.shift] = 1 / (ROSENBROCK.gamma * Math.min(step, most));
  }

  /** Next: an iteration from where the last tick ended. */
  #iterate(): void {
    this.#cells[this.#at.take] = 1;
    this.#cells[this.#at.newton] = 1;
    this.#cells[this.#at.shift] = 1 / (this.#polish?.pseudoStep ?? 1);
  }

  /** Back to where the trajectory was left. */
  #goBack(): void {
    this.#polish = undefined;
    for (let i = 0, at = this.#at.next; i < this.#size; i += 1, at += this.#stride) {
      this.#cells[at] = this.#near[i] ?? Number.NaN;
    }
    this.#follow(1);
  }

  #hasGoodPivots(): boolean {
    const least = this.#cells[this.#at.leastPivot] ?? Number.NaN;
    const most = this.#cells[this.#at.mostPivot] ?? Number.NaN;
    // A pivot that is not above 0 would tell of a shift too small for the growth at hand, or of an unstable point.
    return least > 0 && most <= least * MOST_SPREAD;
  }

  #copyNext(into: Float64Array): void {
    for (let i = 0, at = this.#at.next; i < this.#size; i += 1, at += this.#stride) {
      into[i] = this.#cells[at] ?? Number.NaN;
    }
  }
}
