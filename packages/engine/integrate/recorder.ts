import type { Series } from './run.js';

/** Gathers the saved rows of one run. */
export class Recorder {
  readonly #times: number[] = [];
  readonly #rows: Float64Array[] = [];

  /** Keeps a copy of all values at a time. */
  save(time: number, values: Float64Array): void {
    this.#times.push(time);
    this.#rows.push(values.slice());
  }

  /** The rows as columns: shape `[variables][rows]`. */
  series(variables: number): Series {
    const columns = Array.from({ length: variables }, () => new Float64Array(this.#rows.length));
    for (const [index, row] of this.#rows.entries()) {
      for (let slot = 0; slot < variables; slot += 1) {
        const column = columns[slot];
        if (column !== undefined) column[index] = row[slot] ?? Number.NaN;
      }
    }
    return { times: Float64Array.from(this.#times), columns };
  }
}
