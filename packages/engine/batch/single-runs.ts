import type { Verdict } from '../equilibrium/equilibrium-result.js';
import type { RunSettings } from '../integrate/settings.js';
import type { Program } from '../lower/program.js';
import type { BatchRequest } from './batch.js';
import type { BatchTally } from './batch-tally.js';

/**
 * Does rows as single runs: what every faster way must equal, and what does the rows that those leave. Apart from them, so
 * that it can be fetched when a row first needs it.
 */
export interface SingleRuns {
  /** Makes what runs a row to its end. */
  runs(program: Program, settings: RunSettings): RowRun;
  /**
   * Makes what solves a row for its point of rest.
   *
   * @param guess - Stocks of a point that is probably close, shape `[stocks]`.
   */
  rests(program: Program, guess?: Float64Array): RowRest;
}

/** Runs a row, and tells the tally how it ended. */
export type RowRun = (request: BatchRequest, row: number, tally: BatchTally) => void;

/** Solves a row. */
export type RowRest = (request: BatchRequest, row: number) => RestEnd;

/** What the search for a row's point of rest came to. */
export interface RestEnd {
  readonly status: Verdict;
  readonly jacobians: number;
  /** Shape `[variables]`. */
  readonly values: Float64Array;
}
