import type { Eigenvalue } from './eigenvalues.js';
import type { SearchMethod } from './equilibrium-result.js';
import { polish } from './polish.js';
import type { RestMotion } from './rest-motion.js';
import {
  ARRIVED,
  FIRST_REACH,
  LONG_STEP,
  SAME_POINT,
  SLOW_CHANGE,
  TIGHTER,
  WITHOUT_BOUNDS,
} from './search-measures.js';
import { type Judgement, judgePoint, type StabilityFinding } from './stability.js';
import { type Care, Trajectory } from './trajectory.js';

/** Distance within which a start is at rest already. */
const AT_REST = 1e-12;
/** What following a trajectory came to. */
export interface Search {
  readonly outcome: 'rest' | 'unstable' | 'steps' | 'stuck' | 'unbounded' | 'not a number';
  readonly method: SearchMethod;
  /** Stocks where it ended, shape `[stocks]`; the motion's rates and slopes are of this state. */
  readonly state: Float64Array;
  /** Whether the trajectory came close enough for the linear picture to hold. */
  readonly near: boolean;
  /** Stock that grew most, where it is unbounded. */
  readonly stock?: number;
  readonly finding: StabilityFinding;
  readonly eigenvalues?: readonly Eigenvalue[];
  readonly time: number;
  readonly steps: number;
  readonly rejected: number;
  readonly iterations: number;
}

/** How to search. */
export interface SearchSettings extends Care {
  readonly method: SearchMethod;
  readonly mostSteps: number;
  /** Whether points are judged by their eigenvalues. */
  readonly withEigenvalues: boolean;
}

/** Follows the trajectory from a start until the point of rest is near, and goes to the point. */
export function search(motion: RestMotion, start: Float64Array, settings: SearchSettings): Search {
  const trajectory = new Trajectory(motion, start, settings);
  const largestAtStart = start.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const bound = WITHOUT_BOUNDS * Math.max(1, largestAtStart);
  let iterations = 0;
  const ended = (outcome: Search['outcome'], more: Partial<Omit<Search, 'outcome'>> = {}): Search => ({
    outcome,
    method: settings.method,
    state: trajectory.state,
    near: false,
    finding: { stability: 'unchecked' },
    time: trajectory.time,
    steps: trajectory.steps,
    rejected: trajectory.rejected,
    iterations,
    ...more,
  });
  const judge = (): Judgement => judgePoint(motion, settings.withEigenvalues);

  let unstable: Partial<Search> | undefined;
  let beyondKink: (Partial<Search> & { readonly distance: number }) | undefined;
  let reach = FIRST_REACH;
  for (let isFirst = true; ; isFirst = false) {
    if (isFirst ? isStill(motion, start) : isSlow(trajectory)) {
      const limit = isFirst ? AT_REST : reach;
      const point = polish(motion, trajectory.state, trajectory.scale, trajectory.step, limit);
      iterations += point.iterations;
      if (point.status === 'rest') {
        const judged = judge();
        const approached =
          beyondKink?.state !== undefined &&
          point.distance < (beyondKink.distance ?? 0) &&
          isSame(point.state, beyondKink.state, trajectory.scale);
        const near = point.contracted || point.distance <= ARRIVED || approached;
        const where = { ...judged, state: point.state, near, iterations };
        if (isFirst) return ended('rest', { ...where, method: 'start' });
        const isUnstable = judged.finding.stability === 'unstable';
        if (near && !isUnstable) return ended('rest', where);
        if (isUnstable) unstable = where;
        else beyondKink = { ...where, distance: point.distance };
      }
      // A trajectory may pass an unstable point closely and go on to another; and where the last stretch crossed a
      // kink, it is followed until the kink is behind it.
      if (point.status !== 'far') {
        if (unstable !== undefined && point.distance <= ARRIVED) return ended('unstable', unstable);
        reach = Math.min(reach, point.distance) * TIGHTER;
        motion.slopesAt(trajectory.state);
      }
    }
    const step = trajectory.advance();
    if (step !== 'taken') return ended(step);
    if (trajectory.change > SLOW_CHANGE) reach = FIRST_REACH;
    const largest = farthest(trajectory.state);
    if (!(Math.abs(trajectory.state[largest] ?? 0) <= bound)) return ended('unbounded', { stock: largest });
    if (trajectory.steps < settings.mostSteps) continue;
    if (beyondKink !== undefined) return ended('rest', beyondKink);
    return unstable === undefined ? ended('steps') : ended('unstable', unstable);
  }
}

/** Whether the stocks change little although steps are long. */
function isSlow({ change, step, time }: Trajectory): boolean {
  return change <= SLOW_CHANGE && step >= LONG_STEP * time;
}

/** Whether no stock moves, as far as rounding can tell. */
function isStill(motion: RestMotion, state: Float64Array): boolean {
  for (let i = 0; i < state.length; i += 1) {
    const rate = Math.abs(motion.rate[i] ?? Number.NaN);
    if (rate === 0) continue;
    let effect = 0;
    for (let entry = 0; entry < motion.slope.length; entry += 1) {
      if (motion.rowOf[entry] !== i) continue;
      effect = Math.max(
        effect,
        Math.abs((motion.slope[entry] ?? 0) * (state[motion.columnOf[entry] ?? 0] ?? 0)),
      );
    }
    if (!(rate <= AT_REST * effect)) return false;
  }
  return true;
}

function isSame(left: Float64Array, right: Float64Array, scale: Float64Array): boolean {
  return left.every((value, i) => Math.abs(value - (right[i] ?? 0)) <= SAME_POINT * (scale[i] ?? 1));
}

function farthest(state: Float64Array): number {
  let largest = 0;
  for (let i = 1; i < state.length; i += 1) {
    if (!(Math.abs(state[i] ?? 0) <= Math.abs(state[largest] ?? 0))) largest = i;
  }
  return largest;
}
