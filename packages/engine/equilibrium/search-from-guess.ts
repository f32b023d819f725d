import { polishFrom } from './polish-from.js';
import type { RestMotion } from './rest-motion.js';
import type { Search } from './search.js';
import { judgePoint } from './stability.js';
import { turnsNegative } from './turns-negative.js';

/** Farthest that the point may lie from a guess, as a share of each stock. */
const GUESS_REACH = 0.5;

/** Solves from a guess; nothing where that leads to no stable point. */
export function searchFromGuess(
  motion: RestMotion,
  guess: Float64Array,
  withEigenvalues: boolean,
): Search | undefined {
  if (guess.length !== motion.size) throw new RangeError(`${motion.size} stocks, not ${guess.length}`);
  const point = polishFrom(motion, guess, GUESS_REACH);
  if (point.status !== 'rest' || turnsNegative(guess, point.state)) return undefined;
  const judged = judgePoint(motion, withEigenvalues);
  if (judged.finding.stability === 'unstable') return undefined;
  return {
    outcome: 'rest',
    method: 'guess',
    state: point.state,
    near: false,
    time: 0,
    steps: 0,
    rejected: 0,
    iterations: point.iterations,
    ...judged,
  };
}
