import type { ClockSettings } from '../backend.js';
import { allFinite, faultMessage, firstFault } from '../integrate/fault.js';
import { giveInputs } from '../integrate/inputs.js';
import type { Input } from '../integrate/run.js';
import { accumulatingAt, placeRemainders, totalsOf } from './counting-stocks.js';
import type { EquilibriumResult, Verdict } from './equilibrium-result.js';
import type { EquilibriumSolver } from './equilibrium-solver.js';
import { placeAllStocks, placeStocks, probesIn, settlingOf, stocksIn } from './placed-stocks.js';
import { probe } from './probe.js';
import { groupThroughput, LARGEST_RESIDUAL, residualAt } from './residual.js';
import { type Search, type SearchSettings, search } from './search.js';
import { searchByStepping } from './search-by-stepping.js';
import { searchFromGuess } from './search-from-guess.js';
import { turnsNegative } from './turns-negative.js';
import { USUAL } from './usual-search.js';
import { isCertain, verdictOf } from './verdict.js';

/** How to search for a point of rest. */
export interface EquilibriumOptions {
  /** Stocks to start from, shape `[stocks]`; the model's initial values where absent. */
  readonly start?: Float64Array;
  /**
   * Stocks of a point that is probably close, such as that of a similar run: solved from first. The trajectory is
   * followed only where that fails, so the basin is not known.
   */
  readonly guess?: Float64Array;
  /** Whether the point is judged by its eigenvalues; `true` unless given. Without them nothing is known of stability. */
  readonly eigenvalues?: boolean;
  /** Searches from this many other starts. */
  readonly probes?: number;
  /** Seed of the other starts; 1234 unless given. */
  readonly seed?: number;
  /** Step of the fallback's Runge-Kutta 4, in model time; the program's unless given. */
  readonly timeStep?: number;
  /** Most steps of the fallback; 200,000 unless given, and 0 for none. */
  readonly mostTimeSteps?: number;
}

/** Seed of the probes where none is given. */
export const PROBE_SEED = 1234;
const MOST_TIME_STEPS = 200_000;

const UNBALANCED = 'The flows do not balance at the point where the search ended.';

const CAREFUL = { method: 'followed', tolerance: 0.03, lenient: true, mostSteps: 1200 } as const;
const CLOSE = { method: 'followed closely', tolerance: 0.003, lenient: false, mostSteps: 6000 } as const;

/**
 * Finds the point of rest that the trajectory from a start reaches: follows the trajectory with long implicit steps
 * until the point is near, then solves for it. Where that is in doubt it follows more closely, and at last steps
 * through time.
 *
 * @param inputs - Values for constants and for stocks' initial values; the last one wins.
 * @throws RangeError for slots the program does not have, and for starts of another length than the stocks.
 */
export function solveEquilibrium(
  solver: EquilibriumSolver,
  inputs: readonly Input[] = [],
  options: EquilibriumOptions = {},
): EquilibriumResult {
  const { executable, program, motion, counting } = solver;
  const clock: ClockSettings = {
    ...clockOf(program),
    dt: options.timeStep ?? program.dt,
  };
  const values = new Float64Array(program.variables.length);
  const given = new Uint8Array(values.length);
  const refusal = giveInputs(program, inputs, values, given);
  if (refusal !== undefined) return invalidResult(solver, values, refusal.message);
  executable.initialise(values, given, clock);
  if (options.start !== undefined) placeAllStocks(solver, values, options.start);
  const start = Float64Array.from(program.stocks, ({ slot }) => values[slot] ?? Number.NaN);
  const totals = totalsOf(counting, values);
  executable.observe(values, clock, 0);
  const fault = allFinite(values) ? undefined : firstFault(program, values);
  if (fault !== undefined) {
    return invalidResult(solver, values, faultMessage(program, fault, program.start, values));
  }
  const throughput = groupThroughput(program, motion.groups, values);
  motion.begin(values, clock);

  const withEigenvalues = options.eigenvalues ?? true;
  const found = find(solver, values, clock, start, options, withEigenvalues);
  const result = resultOf(solver, values, clock, found, throughput, totals);
  if (options.probes === undefined || options.probes <= 0) return result;
  return {
    ...result,
    probes: probesIn(
      solver,
      probe(motion, start, found.search.state, options.probes, options.seed ?? PROBE_SEED, (other) =>
        search(motion, other, { ...USUAL, withEigenvalues }),
      ),
    ),
  };
}

/** A search and what to say of it. */
interface Found {
  readonly search: Search;
  readonly reasons: readonly string[];
}

function find(
  solver: EquilibriumSolver,
  values: Float64Array,
  clock: ClockSettings,
  start: Float64Array,
  options: EquilibriumOptions,
  withEigenvalues: boolean,
): Found {
  const { motion } = solver;
  if (options.guess !== undefined) {
    const guessed = searchFromGuess(motion, settlingOf(solver, options.guess), withEigenvalues);
    if (guessed !== undefined) {
      return {
        search: guessed,
        reasons: [
          'The point was solved from a guess; whether the trajectory from the start reaches it is not known.',
        ],
      };
    }
  }
  const settings = (own: Omit<SearchSettings, 'withEigenvalues'>): SearchSettings => ({
    ...own,
    withEigenvalues,
  });
  for (const own of [USUAL, CAREFUL]) {
    const usual = search(motion, start, settings(own));
    if (isPlain(usual) && !turnsNegative(start, usual.state)) return { search: usual, reasons: [] };
  }
  const second = search(motion, start, settings(CLOSE));
  if (
    (isPlain(second) && !turnsNegative(start, second.state)) ||
    second.outcome === 'unstable' ||
    second.outcome === 'not a number'
  ) {
    return { search: second, reasons: [] };
  }
  const mostSteps = options.mostTimeSteps ?? MOST_TIME_STEPS;
  if (mostSteps <= 0) return { search: second, reasons: [] };
  return {
    search: searchByStepping(solver, values, clock, start, mostSteps, second, withEigenvalues),
    reasons: [],
  };
}

/** Whether a search needs no second look. */
function isPlain({ outcome, near, method }: Search): boolean {
  return outcome === 'unbounded' || (outcome === 'rest' && (near || method === 'start'));
}

function resultOf(
  solver: EquilibriumSolver,
  values: Float64Array,
  clock: ClockSettings,
  { search: found, reasons }: Found,
  throughput: Float64Array,
  totals: Float64Array,
): EquilibriumResult {
  const { executable, program, motion, unsettled, counting } = solver;
  placeStocks(solver, values, found.state);
  placeRemainders(counting, totals, values);
  executable.observe(values, clock, 0);
  const fault = allFinite(values) ? undefined : firstFault(program, values);
  const nameOf = (stock: number): string =>
    program.variables[program.stocks[stock]?.slot ?? -1]?.name ?? `stock ${stock}`;
  const own = verdictOf(found, nameOf);
  const residual = residualAt(program, motion, values, found.state, throughput);
  const broken = own.verdict === 'ok' && fault !== undefined;
  const unbalanced = own.verdict === 'ok' && !(residual <= LARGEST_RESIDUAL);
  const verdict: Verdict = broken ? 'invalid' : unbalanced ? 'not_converged' : own.verdict;
  const faultReason = broken ? [faultMessage(program, fault, program.start, values)] : [];
  const { finding, eigenvalues: all } = found;
  return {
    verdict,
    reasons: [
      ...reasons,
      ...own.reasons,
      ...faultReason,
      ...(verdict === 'not_converged' && unbalanced ? [UNBALANCED] : []),
    ],
    method: found.method,
    basin: verdict === 'ok' && isCertain(found) ? 'yes' : 'unknown',
    stocks: stocksIn(solver, values),
    values,
    unsettled,
    accumulating: verdict === 'ok' ? accumulatingAt(counting, values) : [],
    residual,
    time: found.time,
    effort: {
      steps: found.steps,
      rejected: found.rejected,
      iterations: found.iterations,
      ...motion.effort,
    },
    stability: finding.stability,
    ...(all === undefined ? {} : { eigenvalues: all }),
    ...(finding.slowestTime === undefined ? {} : { slowestTime: finding.slowestTime }),
  };
}

function invalidResult(solver: EquilibriumSolver, values: Float64Array, reason: string): EquilibriumResult {
  return {
    verdict: 'invalid',
    reasons: [reason],
    method: 'start',
    basin: 'unknown',
    stocks: stocksIn(solver, values),
    values,
    unsettled: solver.unsettled,
    accumulating: [],
    residual: Number.NaN,
    time: 0,
    effort: { steps: 0, rejected: 0, iterations: 0, rates: 0, jacobians: 0, factorizations: 0 },
    stability: 'unchecked',
  };
}

function clockOf({ start, stop, dt }: ClockSettings): ClockSettings {
  return { start, stop, dt };
}
