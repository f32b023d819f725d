/** Numbers in rows and columns, stored column by column: element (i, j) is `data[j * rows + i]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/** A matrix of zeros. */
export function matrix(rows: number, columns: number): Matrix {
  return { rows, columns, data: new Float64Array(rows * columns) };
}

/** Column j, shape [rows]: a view, not a copy. */
export function column(of: Matrix, j: number): Float64Array {
  return of.data.subarray(j * of.rows, (j + 1) * of.rows);
}

/** Element (i, j); a place outside is a broken invariant. */
export function element(of: Matrix, i: number, j: number): number {
  const value = i < of.rows ? of.data[j * of.rows + i] : undefined;
  if (value === undefined) throw new RangeError(`no element (${i}, ${j}) in ${of.rows} x ${of.columns}`);
  return value;
}

/** Sets element (i, j). */
export function setElement(of: Matrix, i: number, j: number, value: number): void {
  of.data[j * of.rows + i] = value;
}

/** The rows in the order given, as a new matrix. */
export function takeRows(of: Matrix, rows: ArrayLike<number>): Matrix {
  const taken = matrix(rows.length, of.columns);
  for (let j = 0; j < of.columns; j += 1) {
    const from = column(of, j);
    const to = column(taken, j);
    for (let i = 0; i < rows.length; i += 1) to[i] = from[rows[i] ?? 0] ?? 0;
  }
  return taken;
}

/** A matrix from equally long columns. */
export function fromColumns(rows: number, columns: readonly ArrayLike<number>[]): Matrix {
  const made = matrix(rows, columns.length);
  for (const [j, values] of columns.entries()) column(made, j).set(values);
  return made;
}

/** The values at the places given, as a new array. */
export function take(values: ArrayLike<number>, places: ArrayLike<number>): Float64Array {
  const taken = new Float64Array(places.length);
  for (let i = 0; i < places.length; i += 1) taken[i] = values[places[i] ?? 0] ?? 0;
  return taken;
}
