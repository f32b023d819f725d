/**
 * One element of the inverse of a square matrix, by elimination with row pivots.
 *
 * @param row - From 1.
 * @param column - From 1.
 * @param matrix - Row by row, shape `[n * n]`.
 * @returns NaN where the matrix has no inverse, or no such element.
 * @source Vensim, INVERT MATRIX; Golub and Van Loan, Matrix Computations, algorithm 3.4.1.
 * @example inverseElement(1, 1, [4, 0, 0, 2]) // 0.25
 */
export function inverseElement(row: number, column: number, matrix: readonly number[]): number {
  const n = Math.round(Math.sqrt(matrix.length));
  if (n * n !== matrix.length) return Number.NaN;
  // Solves A x = e(column); the element is x(row).
  const rows = Array.from({ length: n }, (_, index) => [
    ...matrix.slice(index * n, (index + 1) * n),
    index === column - 1 ? 1 : 0,
  ]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.NaN;
  for (let step = 0; step < n; step += 1) {
    let pivot = step;
    for (let i = step + 1; i < n; i += 1) if (Math.abs(at(i, step)) > Math.abs(at(pivot, step))) pivot = i;
    const chosen = rows[pivot];
    const here = rows[step];
    if (chosen === undefined || here === undefined || at(pivot, step) === 0) return Number.NaN;
    rows[pivot] = here;
    rows[step] = chosen;
    for (let i = step + 1; i < n; i += 1) {
      const factor = at(i, step) / at(step, step);
      rows[i] = (rows[i] ?? []).map((value, j) => (j < step ? value : value - factor * at(step, j)));
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = at(i, n);
    for (let j = i + 1; j < n; j += 1) sum -= at(i, j) * (x[j] ?? 0);
    x[i] = sum / at(i, i);
  }
  return x[row - 1] ?? Number.NaN;
}
