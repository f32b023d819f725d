/**
 * A square system of linear equations, factored once and solved many times: elimination with row pivots, in place.
 *
 * @source Golub and Van Loan, Matrix Computations, algorithms 3.4.1 and 3.2.1.
 */
export class LinearSystem {
  /** Row by row, shape `[count * count]`: fill it, then call {@link LinearSystem.factor}. */
  readonly matrix: Float64Array;
  readonly #pivots: Int32Array;

  constructor(readonly count: number) {
    this.matrix = new Float64Array(count * count);
    this.#pivots = new Int32Array(count);
  }

  /** Factors the matrix in place. @returns Whether it has an inverse. */
  factor(): boolean {
    const { count, matrix } = this;
    const at = (row: number, column: number): number => matrix[row * count + column] ?? Number.NaN;
    for (let step = 0; step < count; step += 1) {
      let pivot = step;
      for (let row = step + 1; row < count; row += 1) {
        if (Math.abs(at(row, step)) > Math.abs(at(pivot, step))) pivot = row;
      }
      const size = Math.abs(at(pivot, step));
      if (!(size > 0 && Number.isFinite(size))) return false;
      this.#pivots[step] = pivot;
      if (pivot !== step) this.#swap(step, pivot);
      for (let row = step + 1; row < count; row += 1) {
        const factor = at(row, step) / at(step, step);
        matrix[row * count + step] = factor;
        if (factor === 0) continue;
        for (let column = step + 1; column < count; column += 1) {
          matrix[row * count + column] = at(row, column) - factor * at(step, column);
        }
      }
    }
    return true;
  }

  /** Solves for a right-hand side, shape `[count]`, in place. */
  solve(side: Float64Array): void {
    const { count, matrix } = this;
    const at = (row: number, column: number): number => matrix[row * count + column] ?? Number.NaN;
    for (let step = 0; step < count; step += 1) {
      const pivot = this.#pivots[step] ?? step;
      const value = side[pivot] ?? Number.NaN;
      side[pivot] = side[step] ?? Number.NaN;
      side[step] = value;
    }
    for (let row = 0; row < count; row += 1) {
      let value = side[row] ?? Number.NaN;
      for (let column = 0; column < row; column += 1) {
        value -= at(row, column) * (side[column] ?? Number.NaN);
      }
      side[row] = value;
    }
    for (let row = count - 1; row >= 0; row -= 1) {
      let value = side[row] ?? Number.NaN;
      for (let column = row + 1; column < count; column += 1) {
        value -= at(row, column) * (side[column] ?? Number.NaN);
      }
      side[row] = value / at(row, row);
    }
  }

  /** Exchanges two rows, the factors already found included. */
  #swap(left: number, right: number): void {
    const { count, matrix } = this;
    for (let column = 0; column < count; column += 1) {
      const value = matrix[left * count + column] ?? Number.NaN;
      matrix[left * count + column] = matrix[right * count + column] ?? Number.NaN;
      matrix[right * count + column] = value;
    }
  }
}
