import type { Outcome } from '@weir/model';
import type { RunSettings } from '../integrate/settings.js';
import type { Program, Slot } from '../lower/program.js';

/** How each run of a batch ends. */
export type BatchEnd =
  /** At the point of rest that the trajectory from the start reaches. */
  | {
      readonly kind: 'rest';
      /** Stocks of a point that is probably close, shape `[stocks]`: see `EquilibriumOptions.guess`. */
      readonly guess?: Float64Array;
    }
  /** As a simulated run does: method, time step, stop rule, save step. */
  | { readonly kind: 'run'; readonly settings: RunSettings };

/** Many runs of one program, a row each. */
export interface BatchRequest {
  readonly rows: number;
  /** Constants, or stocks' initial values, that each row sets; the last one wins where one stands twice. */
  readonly given: readonly Slot[];
  /** Shape `[rows x given]`, row by row. */
  readonly inputs: Float64Array;
  /** Variables reported. */
  readonly observed: readonly Slot[];
}

/** What became of a row, by the number that stands for it. */
export const BATCH_STATUS = [
  'ok',
  /** The stop rule's cap was reached first, or no point of rest was found. */
  'not_converged',
  /** A value grew beyond every number, or a stock beyond all bounds. */
  'diverged',
  /** A value was not a number, or an input was refused. */
  'invalid',
] as const;

/** What became of a row. */
export type BatchStatus = (typeof BATCH_STATUS)[number];

/** What a batch came to. A row's part of it depends on that row alone. */
export interface BatchResult {
  /**
   * Values at the end, shape `[rows x observed]`, row by row; NaN where the status is not `ok`, and for what goes on moving
   * at a point of rest.
   */
  readonly values: Float64Array;
  /** Positions in {@link BATCH_STATUS}, shape `[rows]`. */
  readonly status: Uint8Array;
  /** Model time at which each run ended, shape `[rows]`; NaN for points of rest. */
  readonly time: Float64Array;
  /**
   * Saved values, shape `[rows x saves x observed]`; NaN where the status is not `ok`. Present where the settings ask
   * for saves and the stop rule is a fixed time.
   */
  readonly series?: Float64Array;
  /** Model times of the saves, shape `[saves]`, where there is a series. */
  readonly saveTimes?: Float64Array;
  /** Work done for each row, shape `[rows]`: steps of a run, or Jacobians of a search for rest. */
  readonly steps: Uint32Array;
}

/** A program made ready to be run for many rows. Serves one request at a time. */
export interface Batch {
  readonly program: Program;
  /**
   * Runs every row.
   *
   * @errors batch-slot, batch-shape.
   */
  run(request: BatchRequest): Outcome<BatchResult>;
}
