import type { ClockSettings } from '../backend.js';
import type { EquilibriumSolver } from './equilibrium-solver.js';
import { polishFrom } from './polish-from.js';
import { isSamePoint } from './probe.js';
import type { Search } from './search.js';
import { judgePoint } from './stability.js';
import { stepToRest } from './time-stepping.js';

/** Farthest that the point may lie from where time stepping ended. */
const STEPPED_REACH = 1e-3;

/** The fallback: steps through time, with shorter and shorter steps until two of them come to the same point. */
export function searchByStepping(
  solver: EquilibriumSolver,
  values: Float64Array,
  clock: ClockSettings,
  start: Float64Array,
  mostSteps: number,
  before: Search,
  withEigenvalues: boolean,
): Search {
  let last: Search | undefined;
  for (const share of STEP_SHARES) {
    const own = { ...clock, dt: clock.dt * share };
    const found = steppedOnce(solver, values, own, start, mostSteps, before, withEigenvalues);
    if (found.outcome === 'rest' && last?.outcome === 'rest' && isSamePoint(found.state, last.state))
      return found;
    last = { ...found, near: false };
  }
  return last ?? before;
}

/** Steps of the fallback, as shares of the one asked for. */
const STEP_SHARES = [1, 1 / 4, 1 / 16] as const;

function steppedOnce(
  { executable, program, motion }: EquilibriumSolver,
  values: Float64Array,
  clock: ClockSettings,
  start: Float64Array,
  mostSteps: number,
  before: Search,
  withEigenvalues: boolean,
): Search {
  const moving = values.slice();
  for (const [index, { slot }] of program.stocks.entries()) moving[slot] = start[index] ?? Number.NaN;
  const stepping = stepToRest(executable, program, moving, clock, mostSteps);
  const state = Float64Array.from(program.stocks, ({ slot }) => moving[slot] ?? Number.NaN);
  // Values that are not numbers may be the fault of the fixed step.
  const isBroken = stepping.outcome === 'not a number';
  motion.slopesAt(isBroken ? before.state : state);
  if (isBroken) return before;
  const common = { ...before, method: 'time stepping', near: true, time: stepping.time, state } as const;
  if (stepping.outcome === 'steps')
    return { ...common, outcome: 'steps', finding: { stability: 'unchecked' } };
  const point = polishFrom(motion, state, STEPPED_REACH);
  const rests = point.status === 'rest' ? point.state : state;
  motion.slopesAt(rests);
  const judged = judgePoint(motion, withEigenvalues);
  return {
    ...common,
    ...judged,
    outcome: judged.finding.stability === 'unstable' ? 'unstable' : 'rest',
    state: rests,
    iterations: before.iterations + point.iterations,
  };
}
