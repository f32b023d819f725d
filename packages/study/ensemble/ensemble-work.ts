import type { BatchEnd, Program, Slot } from '@weir/engine';
import type { RowSpec } from './row-source.js';

/** What a scenario gives to its program in every row, and what of a row's inputs it takes. */
export interface ScenarioWork {
  /** Position in {@link EnsembleWork.programs}. */
  readonly program: number;
  readonly end: BatchEnd;
  /** Slots with the same value in every row. */
  readonly fixed: readonly { readonly slot: Slot; readonly value: number }[];
  /** Slots that take an input: its position among the inputs of a row. */
  readonly varied: readonly { readonly slot: Slot; readonly input: number }[];
}

/** Everything that computing an ensemble needs, as plain data that a worker can be sent. */
export interface EnsembleWork {
  readonly programs: readonly Program[];
  readonly scenarios: readonly ScenarioWork[];
  readonly rows: RowSpec;
  /** k, the inputs of a row. */
  readonly inputs: number;
  /** Variables reported. */
  readonly observed: readonly Slot[];
  /** Columns of results: which variable, and at which time where it is not the end. */
  readonly columns: readonly { readonly observed: number; readonly time?: number }[];
}

/** Rows of one scenario, one after another. */
export interface Chunk {
  /** Position among the scenarios. */
  readonly scenario: number;
  /** First row, and how many. */
  readonly first: number;
  readonly count: number;
}

/**
 * Where the parts of a row's record stand: one number each. First which run it is: the bits of its id, or for held rows
 * the position of the row, whose id the owner knows. Then the inputs as drawn, the outcomes, the time of the end, and the position of the status in the engine's `BATCH_STATUS`.
 */
export interface RecordLayout {
  readonly inputs: number;
  readonly outcomes: number;
  readonly time: number;
  readonly status: number;
  /** Numbers of a record. */
  readonly width: number;
}

/** The layout of an ensemble's records. */
export function recordLayout({ inputs, columns }: EnsembleWork): RecordLayout {
  const outcomes = 1 + inputs;
  const time = outcomes + columns.length;
  return { inputs: 1, outcomes, time, status: time + 1, width: time + 2 };
}

/** The run id in a record, 16 hex digits: of rows that are made by index. */
export function recordId(cells: Float64Array, from: number): string {
  const bytes = new DataView(cells.buffer, cells.byteOffset + from * 8, 8);
  return bytes.getBigUint64(0).toString(16).padStart(16, '0');
}
