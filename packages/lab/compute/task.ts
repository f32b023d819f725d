import type { RunSettings } from '@weir/engine';

/** Names the program a task runs: a model with its corrections, see `programKey`. */
export type ProgramKey = string;

/** How each run of a batch ends. */
export type TaskEnd = { readonly kind: 'rest' } | { readonly kind: 'run'; readonly settings: RunSettings };

/**
 * Many runs of one program, a row each; the engine's batch with names in place of slots. Names are canonical names of
 * variables: of constants, or of stocks, whose initial value is then set.
 */
export interface BatchTask {
  readonly kind: 'batch';
  readonly program: ProgramKey;
  readonly end: TaskEnd;
  readonly rows: number;
  readonly given: readonly string[];
  /** Shape `[rows x given]`, row by row. */
  readonly inputs: Float64Array;
  readonly observed: readonly string[];
}

/** What a batch came to; see `BatchResult` of the engine. Numbers of status are places in `BATCH_STATUS`. */
export interface BatchAnswer {
  readonly kind: 'batch';
  /** Shape `[rows x observed]`; NaN where a run failed. */
  readonly values: Float64Array;
  /** Shape `[rows]`. */
  readonly status: Uint8Array;
  /** Shape `[rows x saves x observed]`, where saves were asked for. */
  readonly series?: Float64Array;
  readonly saveTimes?: Float64Array;
}

/** A value that a constant takes at a date, over a time. Model time. */
export interface PolicyChange {
  readonly key: string;
  readonly value: number;
  readonly at: number;
  readonly over: number;
}

/** What one policy sets. */
export interface PolicyInputs {
  /** Constants set for the whole run, or until their first change; and stocks' initial values. */
  readonly keys: readonly string[];
  /** Shape of {@link keys}. */
  readonly values: readonly number[];
  /** Those of one constant in the order of their dates. Points of rest are those after all changes. */
  readonly changes?: readonly PolicyChange[];
}

/** How a policy's path over time is run. */
export interface PathPlan {
  /** `rest`: from the point where the first policy rests; `file`: from the initial values of the model file. */
  readonly from: 'rest' | 'file';
  /** Method, time step, stop time and save step. Saves are what the times of the answer are. */
  readonly settings: RunSettings;
}

/**
 * Several policies under the same draws: for every draw, the values of the constants that vary, then what a policy
 * sets, which wins. The first policy is the one that the others are compared with.
 */
export interface PairedTask {
  readonly kind: 'paired';
  readonly program: ProgramKey;
  readonly rows: number;
  readonly varied: readonly string[];
  /** Shape `[rows x varied]`, row by row. */
  readonly draws: Float64Array;
  readonly policies: readonly PolicyInputs[];
  readonly observed: readonly string[];
  /** Absent for the long run alone. */
  readonly path?: PathPlan;
  /** Whether the point of rest of every policy is wanted, as the last time of the answer. */
  readonly atRest: boolean;
}

/** Values of several policies under the same draws. */
export interface PairedAnswer {
  readonly kind: 'paired';
  /** Model times of the path's saves since its start; the point of rest is not among them. */
  readonly times: Float64Array;
  /** Shape `[rows x policies x (times + 1 if at rest) x observed]`; NaN where a run failed. */
  readonly values: Float64Array;
  /** Shape `[rows x policies]`: the worst status of the runs behind them. */
  readonly status: Uint8Array;
}

/** What a worker can be asked. Each is done in one go, so askers keep tasks near 50 ms. */
export type Task = BatchTask | PairedTask;

/** What it answers. */
export type Answer = BatchAnswer | PairedAnswer;
