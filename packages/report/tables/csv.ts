import type { DataTable } from '@weir/figures';
import { csvText } from '@weir/study';

/** A table as CSV with the keys of its columns and the full digits of its numbers. */
export function csv(table: DataTable): string {
  return csvText(
    table.columns.map((column) => column.key),
    table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.value))),
  );
}
