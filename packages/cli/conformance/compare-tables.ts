import { CONTROL_COLUMNS, columnKey } from './column-name.js';
import type { OutputTable } from './output-table.js';

/** How close two values must be: |a - b| <= max(absolute, relative x max(|a|, |b|)). */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** How much of a column's tolerance its worst value took: above 1, it failed. */
export interface WorstColumn {
  readonly name: string;
  readonly share: number;
  readonly time: number;
  readonly expected: number;
  readonly found: number;
  /** First time at which the column was out of tolerance; absent where it never was. */
  readonly firstDiffering?: number;
}

/** What a comparison came to. */
export type Comparison =
  | { readonly agrees: true; readonly columns: number; readonly rows: number; readonly worst?: WorstColumn }
  | { readonly agrees: false; readonly reason: string; readonly worst?: WorstColumn };

/** Times in canonical outputs are printed with at least five digits. */
const TIME_TOLERANCE: Tolerance = { relative: 1e-5, absolute: 1e-6 };

/**
 * Compares what a run gave with what it should give: every column of `expected`, control variables and `ignored`
 * ones apart, row by row in order. A missing column, another number of rows, or a value that is not a number on
 * either side is a difference.
 *
 * @param ignored - Columns by any spelling that {@link columnKey} accepts.
 */
export function compareTables(
  expected: OutputTable,
  found: OutputTable,
  tolerance: Tolerance,
  ignored: readonly string[] = [],
): Comparison {
  const rows = expected.times.length;
  if (found.times.length !== rows)
    return differs(`the run has ${found.times.length} rows, the canonical output ${rows}`);
  const passedOver = new Set([...ignored.map(columnKey), ...CONTROL_COLUMNS]);
  const wanted = [...expected.columns].filter(([key]) => !passedOver.has(key));
  const missing = wanted.filter(([key]) => !found.columns.has(key)).map(([, { name }]) => `'${name}'`);
  if (missing.length > 0) return differs(`the run has no column ${listed(missing)}`);
  if (wanted.length === 0) return differs('the canonical output has no column to compare');
  const lateRow = expected.times.findIndex(
    (time, row) => !(shareOf(time, found.times[row], TIME_TOLERANCE) <= 1),
  );
  if (lateRow >= 0)
    return differs(
      `row ${lateRow + 1} is at time ${found.times[lateRow]}, in the canonical output at ${expected.times[lateRow]}`,
    );
  let worst: WorstColumn | undefined;
  let failing = 0;
  for (const [key, { name, values }] of wanted) {
    const column = worstOf(name, found.times, values, found.columns.get(key)?.values ?? [], tolerance);
    if (column.firstDiffering !== undefined) failing += 1;
    if (worst === undefined || column.share > worst.share) worst = column;
  }
  if (worst === undefined || failing === 0)
    return { agrees: true, columns: wanted.length, rows, ...(worst === undefined ? {} : { worst }) };
  return {
    agrees: false,
    reason: `${failing} of ${wanted.length} columns differ; worst '${worst.name}', first at time ${worst.firstDiffering}: expected ${worst.expected}, found ${worst.found} at time ${worst.time}`,
    worst,
  };
}

const differs = (reason: string): Comparison => ({ agrees: false, reason });

function worstOf(
  name: string,
  times: readonly number[],
  expected: readonly number[],
  found: readonly number[],
  tolerance: Tolerance,
): WorstColumn {
  let at = 0;
  let most = -1;
  let first: number | undefined;
  for (const [row, value] of expected.entries()) {
    const share = shareOf(value, found[row], tolerance);
    if (share > most) {
      most = share;
      at = row;
    }
    if (share > 1 && first === undefined) first = row;
  }
  return {
    name,
    share: most,
    time: times[at] ?? Number.NaN,
    expected: expected[at] ?? Number.NaN,
    found: found[at] ?? Number.NaN,
    ...(first === undefined ? {} : { firstDiffering: times[first] ?? Number.NaN }),
  };
}

/** Share of the tolerance that a difference takes; infinite where either is not a number. */
function shareOf(expected: number, found: number | undefined, { relative, absolute }: Tolerance): number {
  if (found === undefined || Number.isNaN(expected) || Number.isNaN(found)) return Number.POSITIVE_INFINITY;
  if (expected === found) return 0;
  const allowed = Math.max(absolute, relative * Math.max(Math.abs(expected), Math.abs(found)));
  const share = Math.abs(expected - found) / allowed;
  // Infinite on one side only, or a tolerance of 0.
  return Number.isNaN(share) ? Number.POSITIVE_INFINITY : share;
}

const NAMED = 5;

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
