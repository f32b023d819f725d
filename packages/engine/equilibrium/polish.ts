import { PolishControl, ROUNDED_TO_ZERO } from './polish-control.js';
import type { RestMotion } from './rest-motion.js';

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
  const control = new PolishControl(step, reach, motion.groups.conserved.size > 0, false);
  for (;;) {
    motion.factor(1 / control.pseudoStep);
    change.set(motion.rate);
    let size = motion.system.solve(change) ? largestShare(change, scale) : Number.NaN;
    for (let i = 0; i < state.length; i += 1) {
      let after = (state[i] ?? 0) + (change[i] ?? 0);
      if (after < 0) {
        if (after >= -ROUNDED_TO_ZERO * (scale[i] ?? 1)) after = 0;
        else if ((near[i] ?? 0) >= 0) size = Number.NaN;
      }
      state[i] = after;
    }
    const away = distance(state, near, scale);
    const judgement = control.step(size, away);
    const { iterations, distance: first, contracted } = control;
    if (judgement === 'far' || judgement === 'failed')
      return { status: judgement, iterations, distance: first };
    motion.slopesAt(state);
    if (judgement === 'rest') return { status: 'rest', state, iterations, distance: away, contracted };
  }
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
