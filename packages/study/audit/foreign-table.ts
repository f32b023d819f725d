import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { delimitedRows } from '../store/delimited.js';

/** A file of somebody else's with a header line: columns as text and, where they are, as numbers. */
export interface ForeignTable {
  /** As the person wrote it. */
  readonly file: string;
  readonly rows: number;
  /** In the order of the file. */
  readonly columns: readonly ForeignColumn[];
}

/** One column. */
export interface ForeignColumn {
  readonly name: string;
  /** Shape [rows]; cells without the blanks around them. */
  readonly texts: readonly string[];
  /** Shape [rows]; NaN for a cell that is empty or no number. */
  readonly numbers: Float64Array;
  /** Whether every cell is a number. */
  readonly numeric: boolean;
}

const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?$/i;

/**
 * Reads a table: a header line and at least one row, comma or tab between the fields. An empty cell is missing, not 0.
 *
 * @param file - Name of the file in messages.
 * @errors foreign-table: empty, a row with more or fewer fields than the header, two columns of one name.
 */
export function readForeignTable(file: string, text: string): Outcome<ForeignTable> {
  const [heads, ...rows] = delimitedRows(text);
  if (heads === undefined) return notATable(file, 1, `\`${file}\` is empty.`);
  if (rows.length === 0) return notATable(file, 1, `\`${file}\` has a header line and no rows.`);
  const names = heads.map(clean);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) return notATable(file, 1, `\`${file}\` has two columns named \`${twice}\`.`);
  const ragged = rows.findIndex((row) => row.length !== names.length);
  if (ragged >= 0)
    return notATable(
      file,
      ragged + 2,
      `Row ${ragged + 1} of \`${file}\` has ${rows[ragged]?.length} fields; the header has ${names.length}.`,
    );
  const columns = names.map((name, j): ForeignColumn => {
    const texts = rows.map((row) => clean(row[j] ?? ''));
    const numbers = Float64Array.from(texts, (cell) => (NUMBER.test(cell) ? Number(cell) : Number.NaN));
    return { name, texts, numbers, numeric: numbers.every((value) => Number.isFinite(value)) };
  });
  return reached({ file, rows: rows.length, columns });
}

/** Without the blanks around it, and without what would steer a terminal. */
const clean = (cell: string): string => cell.trim().replace(/\p{Cc}/gu, '\ufffd');

/** The column of a name, in any case. */
export function columnNamed(table: ForeignTable, name: string): ForeignColumn | undefined {
  const wanted = name.toLowerCase();
  return (
    table.columns.find((column) => column.name === name) ??
    table.columns.find((column) => column.name.toLowerCase() === wanted)
  );
}

function notATable(file: string, line: number, message: string): Outcome<never> {
  const diagnostic: Diagnostic = {
    code: 'foreign-table',
    severity: 'error',
    message,
    place: { file, line, column: 1, length: 1 },
    hint: 'Give a CSV file with one header line and as many fields in every row.',
  };
  return refused([diagnostic]);
}
