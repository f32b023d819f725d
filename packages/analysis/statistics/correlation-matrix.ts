import { column, type Matrix, matrix, setElement } from '../numeric/matrix.js';
import { sum, sumOfSquares } from '../numeric/sum.js';

/** The values less their mean, divided so that their squares sum to 1; all 0 where they do not vary. */
export function standardized(values: ArrayLike<number>): Float64Array {
  const count = values.length;
  const mean = sum(values) / count;
  const made = new Float64Array(count);
  for (let i = 0; i < count; i += 1) made[i] = (values[i] ?? 0) - mean;
  const norm = Math.sqrt(sumOfSquares(made));
  if (!(norm > 0)) return made.fill(0);
  for (let i = 0; i < count; i += 1) made[i] = (made[i] ?? 0) / norm;
  return made;
}

/**
 * Products of all pairs of columns, shape [k x k]: correlations where the columns are standardized. Rows are
 * added in their order; two columns by two at a time, so that each number is read once for four products.
 */
export function correlationMatrix(of: Matrix): Matrix {
  const { rows, columns } = of;
  const made = matrix(columns, columns);
  const put = (i: number, j: number, value: number): void => {
    setElement(made, i, j, value);
    setElement(made, j, i, value);
  };
  for (let i = 0; i < columns; i += 2) {
    for (let j = i; j < columns; j += 2) {
      const [left, right] = [column(of, i), column(of, j)];
      const left2 = i + 1 < columns ? column(of, i + 1) : left;
      const right2 = j + 1 < columns ? column(of, j + 1) : right;
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let r = 0; r < rows; r += 1) {
        const x = left[r] ?? 0;
        const x2 = left2[r] ?? 0;
        const y = right[r] ?? 0;
        const y2 = right2[r] ?? 0;
        a += x * y;
        b += x * y2;
        c += x2 * y;
        d += x2 * y2;
      }
      put(i, j, a);
      if (j + 1 < columns) put(i, j + 1, b);
      if (i + 1 < columns) put(i + 1, j, c);
      if (i + 1 < columns && j + 1 < columns) put(i + 1, j + 1, d);
    }
  }
  return made;
}

/**
 * Products of every column with one more, shape [k]; each sum runs in the order of the rows, four columns at a time.
 */
export function products(of: Matrix, right: Float64Array): Float64Array {
  const { rows, columns } = of;
  const made = new Float64Array(columns);
  let j = 0;
  for (; j + 4 <= columns; j += 4) {
    const [first, second] = [column(of, j), column(of, j + 1)];
    const [third, fourth] = [column(of, j + 2), column(of, j + 3)];
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let r = 0; r < rows; r += 1) {
      const y = right[r] ?? 0;
      a += (first[r] ?? 0) * y;
      b += (second[r] ?? 0) * y;
      c += (third[r] ?? 0) * y;
      d += (fourth[r] ?? 0) * y;
    }
    made.set([a, b, c, d], j);
  }
  for (; j < columns; j += 1) made[j] = dot(column(of, j), right);
  return made;
}

/** Sum of the products of two columns, in the order of their rows. */
export function dot(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < left.length; i += 1) total += (left[i] ?? 0) * (right[i] ?? 0);
  return total;
}
