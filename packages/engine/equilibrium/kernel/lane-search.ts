import { MOST_GROWN } from '../measures.js';
import { PolishControl } from '../polish-control.js';
import { ROSENBROCK } from '../rosenbrock.js';
import {
  ARRIVED,
  CROSSING,
  FIRST_REACH,
  LONG_STEP,
  MOST_CROSSINGS,
  SAME_POINT,
  SLOW_CHANGE,
  TIGHTER,
  WITHOUT_BOUNDS,
} from '../search-measures.js';
import { StepControl } from '../step-control.js';
import { turnsNegative } from '../turns-negative.js';
import { USUAL } from '../usual-search.js';
import { LaneValues } from './lane-values.js';
import type { TickMachine } from './tick-machine.js';

/** What a lane is at. */
export type LaneState =
  /** Ticks go on. */
  | 'searching'
  /** A point of rest was found that the trajectory reaches. */
  | 'rest'
  /** The quick search does not come to a clear end. */
  | 'doubt';

/** Steps below this share of the time gone by are those of a search that must be done with more care. */
const NO_STEP = 1e-9;
/** Factor by which a step that leads below 0 is cut. */
const CUT = 0.3;
/** A step in which the motion grows too much is cut to this share of what is allowed, and not to less than a tenth. */
const CUT_FOR_GROWTH = 0.8;
const LEAST_CUT = 0.1;

/**
 * One lane's search for rest: decides, after each tick of a machine, what the next is for. Follows the trajectory until
 * the point of rest is near, and goes to the point; as `search` does.
 */
export class LaneSearch {
  state: LaneState = 'searching';
  ticks = 0;
  /** Stocks at the point, shape `[stocks]`, once the state is `rest`. */
  readonly point: Float64Array;
  readonly #values: LaneValues;
  readonly #conserved: boolean;
  readonly #start: Float64Array;
  /** Where the trajectory was left for the iterations at work. */
  readonly #near: Float64Array;
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
    this.#values = new LaneValues(machine, lane);
    this.#conserved = machine.conserves;
    this.#start = new Float64Array(machine.stocks);
    this.#near = new Float64Array(machine.stocks);
    this.point = new Float64Array(machine.stocks);
  }

  /** Begins with the run that has been put into the lane. */
  begin(): void {
    const { shift } = this.#values;
    // A start at which nothing moves is for a search that can tell rest from rounding.
    this.state = shift > 0 && Number.isFinite(shift) ? 'searching' : 'doubt';
    this.ticks = 0;
    this.#time = 0;
    this.#crossings = 0;
    this.#growth = 0;
    this.#reach = FIRST_REACH;
    this.#beyondKink = Number.POSITIVE_INFINITY;
    this.#polish = undefined;
    this.#control = new StepControl(1 / (ROSENBROCK.gamma * shift));
    this.#values.copyNext(this.#start);
    const largest = this.#start.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    this.#bound = WITHOUT_BOUNDS * Math.max(1, largest);
    this.#follow(0);
  }

  /** Looks at what a tick came to. */
  look(): void {
    this.ticks += 1;
    if (this.ticks > USUAL.mostSteps) this.state = 'doubt';
    else if (this.#polish === undefined) this.#lookAtStep();
    else this.#lookAtIteration(this.#polish);
  }

  #lookAtStep(): void {
    const values = this.#values;
    const h = 1 / (ROSENBROCK.gamma * values.shift);
    const error = values.error / USUAL.tolerance;
    const { growth, isSound } = values;
    if (h <= NO_STEP * this.#time) {
      this.state = 'doubt';
    } else if (!isSound || !(error <= 1)) {
      this.#control.refused(h, isSound ? error : Number.NaN);
      this.#follow(0);
    } else if (growth * h > MOST_GROWN) {
      this.#control.cut(h, Math.max(LEAST_CUT, (CUT_FOR_GROWTH * MOST_GROWN) / (growth * h)));
      this.#follow(0);
    } else if (this.#crossings < MOST_CROSSINGS && values.crosses(CROSSING * USUAL.tolerance)) {
      this.#crossings += 1;
      this.#control.cut(h, CUT);
      this.#follow(0);
    } else {
      this.#crossings = 0;
      this.#growth = growth;
      this.#time += h;
      this.#control.taken(h, error);
      this.#goOn(values.change);
    }
  }

  /** What follows a step that is taken. */
  #goOn(change: number): void {
    if (change > SLOW_CHANGE) this.#reach = FIRST_REACH;
    if (!this.#values.isWithin(this.#bound)) {
      this.state = 'doubt';
    } else if (change <= SLOW_CHANGE && this.#control.step >= LONG_STEP * this.#time) {
      this.#values.copyNext(this.#near);
      this.#polish = new PolishControl(this.#control.step, this.#reach, this.#conserved, true);
      this.#iterate(this.#polish);
    } else {
      this.#follow(1);
    }
  }

  #lookAtIteration(polish: PolishControl): void {
    const { size, away } = this.#values.measure(this.#near);
    switch (polish.step(size, away)) {
      case 'again':
        this.#iterate(polish);
        return;
      case 'rest':
        this.#arrive(polish, away);
        return;
      case 'far':
        this.#goBack();
        return;
      case 'failed':
        // Next to a point that is not stable, rounding decides where the trajectory goes.
        if (Number.isNaN(size) && away <= ARRIVED) {
          this.state = 'doubt';
          return;
        }
        this.#reach = Math.min(this.#reach, polish.distance) * TIGHTER;
        this.#goBack();
    }
  }

  #arrive({ contracted, distance }: PolishControl, away: number): void {
    const isCloser = away < this.#beyondKink && this.#beyondKink < Number.POSITIVE_INFINITY;
    const isApproached = isCloser && this.#values.isAt(this.point, SAME_POINT);
    this.#values.copyNext(this.point);
    if (contracted || away <= ARRIVED || isApproached) {
      this.state = turnsNegative(this.#start, this.point) ? 'doubt' : 'rest';
      return;
    }
    this.#beyondKink = away;
    this.#reach = Math.min(this.#reach, distance) * TIGHTER;
    this.#goBack();
  }

  /** Next: a step along the trajectory, from the last one where it is taken. */
  #follow(take: 0 | 1): void {
    const { step } = this.#control;
    // Fed by itself as in the last step, the motion must not grow too much.
    const most = this.#growth > 0 ? MOST_GROWN / this.#growth : step;
    this.#values.ask(take, 0, 1 / (ROSENBROCK.gamma * Math.min(step, most)));
  }

  /** Next: an iteration from where the last tick ended. */
  #iterate({ pseudoStep }: PolishControl): void {
    this.#values.ask(1, 1, 1 / pseudoStep);
  }

  /** Back to where the trajectory was left. */
  #goBack(): void {
    this.#polish = undefined;
    this.#values.setNext(this.#near);
    this.#follow(1);
  }
}
