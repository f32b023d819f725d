import type { Slot } from '../lower/program.js';
import type { Accumulating } from './counting-stocks.js';
import type { Eigenvalue } from './eigenvalues.js';

/**
 * What a search for rest came to: `ok` where a point of rest was found that the trajectory reaches, `diverged` where a
 * stock grows beyond all bounds, `invalid` where a value is not a number, `not_converged` otherwise.
 */
export type Verdict = 'ok' | 'not_converged' | 'diverged' | 'invalid';

/**
 * Whether small disturbances die out. `neutral`: some neither grow nor die, beyond what conserved totals explain.
 * `unchecked`: eigenvalues were not asked for, or could not be computed.
 */
export type Stability = 'stable' | 'neutral' | 'unstable' | 'unchecked';

/** How the point was found. */
export type SearchMethod =
  /** The start was at rest already. */
  | 'start'
  /** The trajectory was followed, and the last stretch solved. */
  | 'followed'
  /** The same with small steps, where large ones were in doubt. */
  | 'followed closely'
  /** A guess was solved from, without following the trajectory. */
  | 'guess'
  /** The fallback: Runge-Kutta 4 with a fixed step. */
  | 'time stepping';

/**
 * Whether the point is the one that the trajectory from the start reaches. `yes`: the trajectory was followed until
 * the linear picture held, and the point is stable. `unknown`: the solver cannot tell; the reasons say why.
 */
export type Basin = 'yes' | 'unknown';

/** Another point of rest, found from another start. */
export interface OtherPoint {
  /** Stocks, shape `[stocks]`. */
  readonly stocks: Float64Array;
  /** Probes that reached it. */
  readonly count: number;
}

/** What searches from other starts found. */
export interface Probes {
  readonly count: number;
  readonly seed: number;
  /** Probes that reached the same point. */
  readonly same: number;
  /** Probes without a point of rest. */
  readonly without: number;
  readonly others: readonly OtherPoint[];
}

/** How much work a search was. */
export interface SearchEffort {
  /** Steps along the trajectory, and those that were tried again. */
  readonly steps: number;
  readonly rejected: number;
  /** Iterations of the last stretch. */
  readonly iterations: number;
  readonly rates: number;
  readonly jacobians: number;
  readonly factorizations: number;
}

/** A search for rest, and the point it found. */
export interface EquilibriumResult {
  readonly verdict: Verdict;
  /** Whole sentences for people: why the verdict is not `ok`, or what to know of it. */
  readonly reasons: readonly string[];
  readonly method: SearchMethod;
  readonly basin: Basin;
  /**
   * Stocks at the point, or where the search ended, shape `[stocks]`. Those that only count are not a number there, unless they
   * are the rest of a total that cannot change.
   */
  readonly stocks: Float64Array;
  /** All values there, shape `[variables]`; those in {@link unsettled} are of the first time of a run. */
  readonly values: Float64Array;
  /** Variables that go on moving at the point, such as TIME itself; no rate depends on them. */
  readonly unsettled: readonly Slot[];
  /** Stocks that only count, and go on counting at the point. */
  readonly accumulating: readonly Accumulating[];
  /** Largest net flow of a stock as a share of the flows and effects it is made of; see `residualAt`. */
  readonly residual: number;
  /** Model time for which the trajectory was followed. */
  readonly time: number;
  readonly effort: SearchEffort;
  readonly stability: Stability;
  /** Eigenvalues of the Jacobian, per time unit, the one with the largest real part first. */
  readonly eigenvalues?: readonly Eigenvalue[];
  /** Time in which the slowest disturbance shrinks to 1/e; infinite at a neutral point, absent at an unstable one. */
  readonly slowestTime?: number;
  readonly probes?: Probes;
}
