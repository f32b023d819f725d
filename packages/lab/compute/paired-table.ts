import type { PairedAnswer, PairedTask } from './task.js';

/** Values of policies under the same draws, joined by draw. Grows as chunks arrive; each step is another table. */
export interface PairedTable {
  /** Draws that are in. */
  readonly rows: number;
  /** Draws that were asked for. */
  readonly wanted: number;
  readonly policies: number;
  /** Model times of the path; the point of rest, where there is one, stands behind them. */
  readonly times: readonly number[];
  readonly atRest: boolean;
  /** Canonical names of the outcomes' variables. */
  readonly observed: readonly string[];
  /** Shape `[rows x policies x (times + rest) x observed]`. */
  readonly values: Float64Array;
  /** Shape `[rows x policies]`; see `BATCH_STATUS`. */
  readonly status: Uint8Array;
}

/** A table without rows, for a task. */
export function emptyTable({ rows, policies, observed, atRest }: PairedTask): PairedTable {
  return {
    rows: 0,
    wanted: rows,
    policies: policies.length,
    times: [],
    atRest,
    observed,
    values: new Float64Array(),
    status: new Uint8Array(),
  };
}

/** The table with a chunk more. */
export function withChunk(table: PairedTable, answer: PairedAnswer, rows: number): PairedTable {
  const values = new Float64Array(table.values.length + answer.values.length);
  values.set(table.values);
  values.set(answer.values, table.values.length);
  return {
    ...table,
    rows: table.rows + rows,
    times: [...answer.times],
    values,
    status: Uint8Array.from([...table.status, ...answer.status]),
  };
}

/** Place of a time in a table: a model time, or `rest`. Undefined where the table does not have it. */
export function timePlace(table: PairedTable, time: number | 'rest'): number | undefined {
  if (time === 'rest') return table.atRest ? table.times.length : undefined;
  const place = table.times.findIndex((one) => Math.abs(one - time) < 1e-9);
  return place < 0 ? undefined : place;
}

/** An outcome of a policy at a time, a draw each; NaN where a run failed or the table has no such value. */
export function drawsAt(
  table: PairedTable,
  policy: number,
  time: number | 'rest',
  key: string,
): Float64Array {
  const drawn = new Float64Array(table.rows).fill(Number.NaN);
  const at = timePlace(table, time);
  const outcome = table.observed.indexOf(key);
  if (at === undefined || outcome < 0) return drawn;
  const times = table.times.length + (table.atRest ? 1 : 0);
  for (let row = 0; row < table.rows; row += 1) {
    const run = row * table.policies + policy;
    drawn[row] = table.values[(run * times + at) * table.observed.length + outcome] ?? Number.NaN;
  }
  return drawn;
}

/** The path of an outcome in one draw, a time each. */
export function pathOf(table: PairedTable, row: number, policy: number, key: string): Float64Array {
  const outcome = table.observed.indexOf(key);
  const times = table.times.length + (table.atRest ? 1 : 0);
  const run = row * table.policies + policy;
  return Float64Array.from(
    table.times,
    (_, at) => table.values[(run * times + at) * table.observed.length + outcome] ?? Number.NaN,
  );
}

/** How many runs of a policy ended in each way, by the names of `BATCH_STATUS`. */
export function statusCounts(table: PairedTable, names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const status of table.status) {
    const name = names[status] ?? 'invalid';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
