import type { Cell, DataTable } from '@weir/figures';

/** A table turned on its side: its columns become rows, its rows columns. For wide tables of few rows. */
export function transposed(table: DataTable, corner = 'Quantity'): DataTable {
  const text = (cell: Cell | undefined): string =>
    cell === undefined ? '' : typeof cell === 'string' ? cell : cell.shown;
  return {
    id: table.id,
    caption: table.caption,
    columns: [
      { key: 'quantity', label: corner },
      ...table.rows.map((row) => ({ key: text(row[0]), label: text(row[0]) })),
    ],
    rows: table.columns
      .slice(1)
      .map((column, place) => [column.label, ...table.rows.map((row) => row[place + 1] ?? '')]),
  };
}
