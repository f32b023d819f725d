import { numberText } from '../run-id/number-text.js';

/** What a cell can hold; `null` and numbers that are not finite are empty. */
export type Cell = string | number | boolean | null;

/** First characters that a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as CSV: comma, CRLF, quotes where needed; numbers with all their digits. Text that a spreadsheet
 * would take for a formula gets an apostrophe in front; numbers never do.
 *
 * @param rows - Each as long as `columns`.
 * @source RFC 4180; OWASP, CSV injection.
 * @example csvText(['a', 'b'], [[1, '=x']]) // "a,b\r\n1,'=x\r\n"
 */
export function csvText(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? numberText(cell) : '';
  if (typeof cell === 'boolean') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
