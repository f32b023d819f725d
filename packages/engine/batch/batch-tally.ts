import type { Slot } from '../lower/program.js';
import { BATCH_STATUS, type BatchResult, type BatchStatus } from './batch.js';

/** How one run of a batch ended. */
export interface RowEnd {
  readonly status: BatchStatus;
  readonly time: number;
  readonly steps: number;
}

/** Largest number of 32 bits. */
const MOST_COUNTED = 2 ** 32 - 1;

const NUMBER_OF = new Map(BATCH_STATUS.map((status, number) => [status, number]));

/** Takes in the ends of rows, in any order. Rows that it is never told of count as `invalid`. */
export class BatchTally {
  readonly result: BatchResult;
  readonly #observed: readonly Slot[];

  /** @param saveTimes - Model times of the saves, where a series is wanted. */
  constructor(rows: number, observed: readonly Slot[], saveTimes?: Float64Array) {
    const empty = (length: number): Float64Array => new Float64Array(length).fill(Number.NaN);
    this.#observed = observed;
    this.result = {
      values: empty(rows * observed.length),
      status: new Uint8Array(rows).fill(NUMBER_OF.get('invalid') ?? 0),
      time: empty(rows),
      steps: new Uint32Array(rows),
      ...(saveTimes === undefined
        ? {}
        : { saveTimes, series: empty(rows * saveTimes.length * observed.length) }),
    };
  }

  /** @param values - Shape `[variables]`, of a run that is `ok`. */
  end(row: number, { status, time, steps }: RowEnd, values?: Float64Array): void {
    this.result.status[row] = NUMBER_OF.get(status) ?? 0;
    this.result.time[row] = time;
    this.result.steps[row] = Math.min(steps, MOST_COUNTED);
    if (values === undefined) return;
    for (const [index, slot] of this.#observed.entries()) {
      this.result.values[row * this.#observed.length + index] = values[slot] ?? Number.NaN;
    }
  }

  /** Keeps the values of one save; `read` gives that of a slot. */
  save(row: number, save: number, read: (slot: Slot) => number): void {
    const { series, saveTimes } = this.result;
    if (series === undefined || saveTimes === undefined || save >= saveTimes.length) return;
    const from = (row * saveTimes.length + save) * this.#observed.length;
    for (const [index, slot] of this.#observed.entries()) series[from + index] = read(slot);
  }

  /** Takes back what was saved of a row. */
  clear(row: number): void {
    const { series, saveTimes } = this.result;
    if (series === undefined || saveTimes === undefined) return;
    const size = saveTimes.length * this.#observed.length;
    series.fill(Number.NaN, row * size, (row + 1) * size);
  }
}
