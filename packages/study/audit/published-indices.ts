import { columnNamed, type ForeignColumn, type ForeignTable } from './foreign-table.js';

/** A published table of indices: a row an input, a column an outcome. */
export interface PublishedIndices {
  readonly table: ForeignTable;
  readonly rows: readonly { readonly input: string; readonly row: number }[];
  readonly outcomes: readonly { readonly outcome: string; readonly column: ForeignColumn }[];
  /** Names in its first column that are no input. */
  readonly unknown: readonly string[];
}

/** Share of the names that must be inputs. */
const MOST_OF = 0.5;

/**
 * A file as a published table: its first column names inputs of the samples, and each other column that counts is
 * named after a column of the results. Undefined where it is something else.
 */
export function readPublished(
  table: ForeignTable,
  samples: ForeignTable,
  results: ForeignTable,
): PublishedIndices | undefined {
  const [names, ...others] = table.columns;
  if (names === undefined || names.numeric) return undefined;
  const rows = names.texts.flatMap((text, row) => {
    const input = inputNamed(samples, text);
    return input === undefined ? [] : [{ input: input.name, row }];
  });
  const outcomes = others.flatMap((column) => {
    const named = columnNamed(results, column.name);
    return named?.numeric === true && column.numbers.some(Number.isFinite)
      ? [{ outcome: named.name, column }]
      : [];
  });
  if (rows.length === 0 || rows.length < MOST_OF * names.texts.length || outcomes.length === 0)
    return undefined;
  const known = new Set(rows.map(({ row }) => row));
  return { table, rows, outcomes, unknown: names.texts.filter((_, row) => !known.has(row)) };
}

/** The published value; undefined where the cell is empty. */
export function publishedValue(
  { rows, outcomes }: PublishedIndices,
  input: string,
  outcome: string,
): number | undefined {
  const row = rows.find((one) => one.input === input)?.row;
  const value = outcomes.find((one) => one.outcome === outcome)?.column.numbers[row ?? -1];
  return value === undefined || !Number.isFinite(value) ? undefined : value;
}

/** Half a unit of the last digit that a published value is printed with. */
export function publishedRounding(
  { rows, outcomes }: PublishedIndices,
  input: string,
  outcome: string,
): number {
  const row = rows.find((one) => one.input === input)?.row;
  const text = outcomes.find((one) => one.outcome === outcome)?.column.texts[row ?? -1] ?? '';
  const [, decimals = '', exponent = '0'] = /^[+-]?\d*\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  return 0.5 * 10 ** (Number(exponent) - decimals.length);
}

/** Whether all values could be p-values: none below 0 or above 1. */
export function looksLikePValues({ outcomes, rows }: PublishedIndices): boolean {
  return outcomes.every(({ column }) =>
    rows.every(({ row }) => {
      const value = column.numbers[row] ?? Number.NaN;
      return Number.isNaN(value) || (value >= 0 && value <= 1);
    }),
  );
}

/** The input that a published table means: case, blanks and underscores do not count. */
function inputNamed(samples: ForeignTable, written: string): ForeignColumn | undefined {
  const key = plain(written);
  return (
    columnNamed(samples, written) ??
    samples.columns.find(({ name, numeric }) => numeric && key !== '' && plain(name) === key)
  );
}

const plain = (name: string): string => name.toLowerCase().replace(/[\s_.-]/g, '');
