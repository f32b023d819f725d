/**
 * Solves a dense system in place by elimination with row pivots.
 *
 * @param matrix - Row by row, shape `[size * size]`; its contents are used up.
 * @param vector - Right-hand side, then solution; shape `[size]`.
 * @returns Whether the matrix has an inverse, as far as rounding can tell.
 * @source Golub and Van Loan, Matrix Computations, algorithm 3.4.1.
 */
export function denseSolve(matrix: Float64Array, vector: Float64Array): boolean {
  const size = vector.length;
  const at = (row: number, column: number): number => matrix[row * size + column] ?? Number.NaN;
  const right = (row: number): number => vector[row] ?? Number.NaN;
  for (let step = 0; step < size; step += 1) {
    let pivot = step;
    for (let row = step + 1; row < size; row += 1) {
      if (Math.abs(at(row, step)) > Math.abs(at(pivot, step))) pivot = row;
    }
    const largest = at(pivot, step);
    if (!(Math.abs(largest) > 0) || !Number.isFinite(largest)) return false;
    if (pivot !== step) {
      for (let column = step; column < size; column += 1) {
        const kept = at(step, column);
        matrix[step * size + column] = at(pivot, column);
        matrix[pivot * size + column] = kept;
      }
      const kept = right(step);
      vector[step] = right(pivot);
      vector[pivot] = kept;
    }
    for (let row = step + 1; row < size; row += 1) {
      const factor = at(row, step) / largest;
      if (factor === 0) continue;
      for (let column = step + 1; column < size; column += 1) {
        matrix[row * size + column] = at(row, column) - factor * at(step, column);
      }
      vector[row] = right(row) - factor * right(step);
    }
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = right(row);
    for (let column = row + 1; column < size; column += 1) sum -= at(row, column) * right(column);
    vector[row] = sum / at(row, row);
  }
  return true;
}
