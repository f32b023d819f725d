import type { ExperimentId, RunId } from '../design/run-id.js';

/** How a run ended: `ok`, or why its outputs are of no use. */
export type RunEnd = 'ok' | 'not_converged' | 'diverged' | 'invalid' | 'timed_out' | 'crashed';

/** How a run of a table ended; `missing` where no record came. */
export type RunStatus = RunEnd | 'missing';

/** What a run gives back. */
export interface RunRecord {
  readonly experiment: ExperimentId;
  readonly run: RunId;
  /** The inputs it was computed with, shape [k], bit for bit. */
  readonly echo: Float64Array;
  readonly status: RunEnd;
  /** Shape [m], in the units of the outcomes; NaN where a value could not be had. */
  readonly outputs: Float64Array;
}
