import type { OutputTable } from './output-table.js';

/** How far two runs of one model may be apart. */
export interface Closeness {
  /** As a share of the larger of two values. */
  readonly relative: number;
  /** Whatever the size of the values. */
  readonly absolute: number;
  /** Whether the second may have columns that the first has not. */
  readonly mayAdd: boolean;
}

/** The same bits in the same columns. */
export const SAME_BITS: Closeness = { relative: 0, absolute: 0, mayAdd: false };

/** The first difference of two runs of one model, or `undefined` where there is none. */
export function firstDifference(
  left: OutputTable,
  right: OutputTable,
  closeness: Closeness,
): string | undefined {
  if (left.times.length !== right.times.length)
    return `${left.times.length} rows against ${right.times.length}`;
  for (const [key, { name, values }] of left.columns) {
    const other = right.columns.get(key)?.values;
    if (other === undefined) return `'${name}' is missing`;
    const row = values.findIndex((value, index) => !near(value, other[index], closeness));
    if (row >= 0) return `'${name}' at time ${left.times[row]}: ${values[row]} against ${other[row]}`;
  }
  const added = closeness.mayAdd ? undefined : [...right.columns].find(([key]) => !left.columns.has(key));
  return added === undefined ? undefined : `'${added[1].name}' is new`;
}

function near(left: number, right: number | undefined, { relative, absolute }: Closeness): boolean {
  if (right === undefined) return false;
  if (Object.is(left, right)) return true;
  // 0 and -0 print and compare alike.
  if (left === right) return true;
  const allowed = Math.max(absolute, relative * Math.max(Math.abs(left), Math.abs(right)));
  return Math.abs(left - right) <= allowed;
}
