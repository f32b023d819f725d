import { importTable, type Result, type Table } from '@weir/analysis';
import type { ForeignColumn, ForeignTable } from './foreign-table.js';

/** What is joined. */
export interface AuditedColumns {
  readonly samples: ForeignTable;
  readonly results: ForeignTable;
  readonly inputs: readonly string[];
  readonly outcomes: readonly string[];
  /** The input that each sample varies, for one-at-a-time samples. */
  readonly varied: readonly (string | undefined)[] | undefined;
}

/**
 * The table that a join claims, right or wrong: to see what an index comes to under it. Each row of results is given
 * the number of the sample that the join names. Whether the claim holds is said elsewhere.
 *
 * @param places - The row of the sample for each row of results; rows below 0 are left out.
 */
export function tableUnder(
  { samples, results, inputs, outcomes, varied }: AuditedColumns,
  places: Int32Array,
): Result<Table> {
  const kept = Int32Array.from(places.keys()).filter((row) => (places[row] ?? -1) >= 0);
  const joined = importTable({
    samples: {
      keys: Array.from({ length: samples.rows }, (_, row) => String(row)),
      columns: numbersOf(samples, (numbers) => numbers),
    },
    results: {
      keys: Array.from(kept, (row) => String(places[row])),
      columns: numbersOf(results, (numbers) => Float64Array.from(kept, (row) => numbers[row] ?? Number.NaN)),
    },
    inputs,
    outcomes,
    echoes: [],
    ...(varied === undefined ? {} : { varied }),
  });
  return joined.ok ? { ok: true, value: joined.value.table } : joined;
}

function numbersOf(
  { columns }: ForeignTable,
  take: (numbers: Float64Array) => Float64Array,
): ReadonlyMap<string, Float64Array> {
  return new Map(columns.map((column: ForeignColumn) => [column.name, take(column.numbers)]));
}
