import type { RestMotion } from './rest-motion.js';

/** Most iterations; five or six are usual. */
const MOST_ITERATIONS = 40;
/** Largest last change, as a share of each stock's scale, at which a point counts as found. */
const SETTLED = 1e-11;
/** And where rounding stops changes from shrinking. */
const SETTLED_BY_ROUNDING = 1e-9;
/** The pseudo time step grows by this much each iteration, */
const GROWTH = 1000;
/** up to this many times the first: the iteration is Newton's then. */
const MOST_STEP = 1e15;
/** Or up to this many where a total is conserved: its rounding errors grow with the step. */
const MOST_STEP_CONSERVED = 1e6;
/** A change below this share of the one before is a contraction. */
const CONTRACTION = 0.5;
/** Changes that may fail to contract, as when an iterate crosses a kink. */
const MOST_ROUGH = 6;
/** How many times the first distance allowed the iterates may move away. */
const MOST_AWAY = 4;
/** A stock that was not negative may end this far below 0, as a share of its scale, and is put to 0. */
const ROUNDED_TO_ZERO = 1e-9;

/** What came of an attempt to find the point of rest near a state. */
export type Polish =
  | {
      readonly status: 'rest';
      readonly state: Float64Array;
      readonly iterations: number;
      /** Distance gone, as a share of each stock's scale. */
      readonly distance: number;
      /** Whether every change contracted: the state lay where the linear picture holds. */
      readonly contracted: boolean;
    }
  | {
      readonly status: 'far' | 'failed';
      readonly iterations: number;
      /** How far the first iteration would have gone. */
      readonly distance: number;
    };

/**
 * Goes from a state near a point of rest to the point, by pseudo-transient continuation: implicit Euler steps that
 * grow until they are Newton's. Conserved totals are kept.
 *
 * @param near - Rates and slopes of the motion must be those of this state.
 * @param scale - Size by which each stock's changes are judged, shape `[stocks]`.
 * @param step - First pseudo time step.
 * @param reach - Farthest that the point may lie, as a share of the scale.
 * @source Kelley and Keyes 1998, Convergence analysis of pseudo-transient continuation, SIAM J. Numer. Anal. 35.
 */
export function polish(
  motion: RestMotion,
  near: Float64Array,
  scale: Float64Array,
  step: number,
  reach: number,
): Polish {
  const state = near.slice();
  const change = new Float64Array(state.length);
  const mostStep = step * (motion.groups.conserved.size > 0 ? MOST_STEP_CONSERVED : MOST_STEP);
  let pseudoStep = step;
  let before = Number.POSITIVE_INFINITY;
  let rough = 0;
  let first = 0;
  for (let iterations = 0; iterations < MOST_ITERATIONS; iterations += 1) {
    motion.factor(1 / pseudoStep);
    change.set(motion.rate);
    if (!motion.system.solve(change)) return { status: 'failed', iterations, distance: first };
    const size = largestShare(change, scale);
    if (!Number.isFinite(size)) return { status: 'failed', iterations, distance: first };
    if (iterations === 0) {
      if (size > reach) return { status: 'far', iterations, distance: size };
      first = size;
    } else if (size > CONTRACTION * before) {
      if (size <= SETTLED_BY_ROUNDING) {
        return {
          status: 'rest',
          state,
          iterations,
          distance: distance(state, near, scale),
          contracted: rough === 0,
        };
      }
      rough += 1;
      if (rough > MOST_ROUGH) return { status: 'failed', iterations, distance: first };
    }
    for (let i = 0; i < state.length; i += 1) {
      let after = (state[i] ?? 0) + (change[i] ?? 0);
      if (after < 0 && (near[i] ?? 0) >= 0) {
        if (after < -ROUNDED_TO_ZERO * (scale[i] ?? 1))
          return { status: 'failed', iterations, distance: first };
        after = 0;
      }
      state[i] = after;
    }
    const away = distance(state, near, scale);
    if (away > MOST_AWAY * first + SETTLED_BY_ROUNDING)
      return { status: 'failed', iterations, distance: first };
    motion.slopesAt(state);
    if (size <= SETTLED) {
      return { status: 'rest', state, iterations: iterations + 1, distance: away, contracted: rough === 0 };
    }
    before = size;
    pseudoStep = Math.min(mostStep, pseudoStep * GROWTH);
  }
  return { status: 'failed', iterations: MOST_ITERATIONS, distance: first };
}

function largestShare(change: Float64Array, scale: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < change.length; i += 1) {
    const share = Math.abs(change[i] ?? 0) / (scale[i] ?? 1);
    if (!(share <= largest)) largest = share;
    if (Number.isNaN(share)) return share;
  }
  return largest;
}

function distance(state: Float64Array, from: Float64Array, scale: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < state.length; i += 1) {
    largest = Math.max(largest, Math.abs((state[i] ?? 0) - (from[i] ?? 0)) / (scale[i] ?? 1));
  }
  return largest;
}
