import type { DataTable } from '@weir/figures';

/** The numbers behind a figure, as a table: as shown to people; the file has the full digits. */
export function DataTableView({ table }: { readonly table: DataTable }) {
  const { caption, columns, rows } = table;
  return (
    <section className="table-scroll" aria-label={caption}>
      <table className="data-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.map((cell) => (typeof cell === 'string' ? cell : cell.value)).join(' ')}>
              {row.map((cell, place) => {
                const key = columns[place]?.key;
                if (place === 0)
                  return (
                    <th key={key} scope="row">
                      {typeof cell === 'string' ? cell : cell.shown}
                    </th>
                  );
                return typeof cell === 'string' ? (
                  <td key={key}>{cell}</td>
                ) : (
                  <td key={key} className="number">
                    {cell.shown}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
