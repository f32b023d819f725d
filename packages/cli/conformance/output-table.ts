import { delimitedRows } from '@weir/study';
import { columnKey } from './column-name.js';

/** Columns of numbers by name: what a run gave, or what a file says it should give. */
export interface OutputTable {
  /** Shape [rows]. */
  readonly times: readonly number[];
  readonly columns: ReadonlyMap<string, OutputColumn>;
}

/** One column. */
export interface OutputColumn {
  /** As its author wrote it. */
  readonly name: string;
  /** Shape [rows]; NaN where there is no number. */
  readonly values: readonly number[];
}

/** An output, or why there is none. */
export type ReadOutput =
  | { readonly ok: true; readonly table: OutputTable }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads a canonical output: the first column is time, the others by {@link columnKey}. A column with a number in
 * the first row and blanks below is a constant, filled down; any other blank is NaN.
 */
export function readOutput(text: string): ReadOutput {
  const [heads, ...rows] = delimitedRows(text);
  if (heads === undefined) return { ok: false, reason: 'the canonical output is empty' };
  if (rows.length === 0) return { ok: false, reason: 'the canonical output has a head but no rows' };
  if (columnKey(heads[0] ?? '') !== 'time')
    return { ok: false, reason: `the first column of the canonical output is '${heads[0]}', not time` };
  const long = rows.findIndex((row) => row.slice(heads.length).some((field) => field.trim() !== ''));
  if (long >= 0)
    return { ok: false, reason: `row ${long + 1} of the canonical output has more fields than the head` };
  const columns = new Map<string, OutputColumn>();
  for (const [index, name] of heads.entries()) {
    if (index === 0 || (name.trim() === '' && rows.every((row) => (row[index] ?? '').trim() === '')))
      continue;
    const key = columnKey(name);
    if (columns.has(key))
      return { ok: false, reason: `the canonical output has two columns that read '${name}'` };
    columns.set(key, { name, values: columnValues(rows.map((row) => row[index] ?? '')) });
  }
  return { ok: true, table: { times: rows.map((row) => numberIn(row[0] ?? '')), columns } };
}

function columnValues(fields: readonly string[]): readonly number[] {
  const first = numberIn(fields[0] ?? '');
  const constant = fields.slice(1).every((field) => field.trim() === '');
  return constant ? fields.map(() => first) : fields.map(numberIn);
}

const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

function numberIn(field: string): number {
  const text = field.trim();
  return NUMBER.test(text) ? Number(text) : Number.NaN;
}
