import type { Diagnostic } from '@weir/model';
import type { Slot } from '../lower/program.js';

/** Why a run ended. */
export type StopReason = 'time' | 'window rule' | 'steady' | 'cap';

/** Saved rows: `columns[k][i]` is the value of the k-th variable at `times[i]`. */
export interface Series {
  readonly times: Float64Array;
  /** One column a slot, in slot order: shape `[variables][rows]`. */
  readonly columns: readonly Float64Array[];
}

/** A finished run: every value at the last time, and the saved rows if any were asked for. */
export interface FinishedRun {
  readonly status: 'ok';
  readonly time: number;
  readonly steps: number;
  readonly reason: StopReason;
  /** Shape `[variables]`, by slot. */
  readonly values: Float64Array;
  readonly series?: Series;
  /** Warnings about the settings, such as a time step that does not divide the span. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A run that met a value that is not a number: where and when, and the values it was made of. */
export interface FailedRun {
  readonly status: 'failed';
  readonly time: number;
  readonly slot: Slot;
  readonly value: number;
  /** One sentence for people. */
  readonly message: string;
}

/** What a run came to. */
export type Run = FinishedRun | FailedRun;

/** A run that its caller ended before it was done. */
export interface CancelledRun {
  readonly status: 'cancelled';
  readonly time: number;
}

/** A value from outside for a constant, or for a stock's initial value. */
export interface Input {
  readonly slot: Slot;
  readonly value: number;
}
