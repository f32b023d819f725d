/** A cell: a number in full digits with the text shown for it, or text. */
export type Cell = string | { readonly value: number; readonly shown: string };

/** A column; the first column of a table names its rows. */
export interface Column {
  /** Name in files, as in `change_percent`. */
  readonly key: string;
  readonly label: string;
}

/** The numbers behind a figure. Each row has as many cells as there are columns. */
export interface DataTable {
  /** Name in files, as in `change`. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A figure's marks together with the table of its numbers. */
export interface Charted<Node> {
  readonly id: string;
  /** The generated sentence over the figure. */
  readonly title: string;
  readonly node: Node;
  readonly table: DataTable;
}
