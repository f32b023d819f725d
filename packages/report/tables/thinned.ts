import type { DataTable } from '@weir/figures';

/** A table of time with at most about so many rows: every n-th row and the last. */
export function thinned(table: DataTable, most = 24): DataTable {
  const stride = Math.ceil(table.rows.length / most);
  if (stride <= 1) return table;
  const last = table.rows.length - 1;
  return {
    ...table,
    caption: `${table.caption}; one saved row in ${stride}, all of them in ${table.id}.csv`,
    rows: table.rows.filter((_, place) => place % stride === 0 || place === last),
  };
}
