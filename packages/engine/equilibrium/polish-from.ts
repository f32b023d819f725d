import { type Polish, polish } from './polish.js';
import type { RestMotion } from './rest-motion.js';
import { Trajectory } from './trajectory.js';
import { USUAL } from './usual-search.js';

/** First pseudo time step from a guess, in the longest times of single stocks. */
const GUESS_STEPS = 1000;

/**
 * Goes to the point of rest from a state that no trajectory led to: a guess, or where time stepping ended.
 *
 * @param reach - Farthest that the point may lie, as a share of each stock.
 */
export function polishFrom(motion: RestMotion, state: Float64Array, reach: number): Polish {
  const { scale } = new Trajectory(motion, state, USUAL);
  return polish(motion, state, scale, GUESS_STEPS * largestTime(motion), reach);
}

/** The longest of the times in which single stocks would settle; 1 where none would. */
function largestTime(motion: RestMotion): number {
  let longest = 0;
  for (const own of motion.ownSlope) {
    const slope = Math.abs(motion.slope[own] ?? 0);
    if (slope > 0 && 1 / slope > longest) longest = 1 / slope;
  }
  return longest > 0 ? longest : 1;
}
