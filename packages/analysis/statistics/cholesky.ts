import { element, type Matrix, matrix, setElement } from '../numeric/matrix.js';

/** A pivot below this, in a matrix with ones on its diagonal, means that a column follows from others. */
export const SMALLEST_PIVOT = 1e-10;
/** Share of a column in another from which on it belongs to the dependent set. */
const SHARE = 1e-6;

/** Lower triangular factor of the part of a correlation matrix that has full rank. */
export interface Factor {
  /** Shape [rank x rank]. */
  readonly lower: Matrix;
  /** The columns factored, ascending. */
  readonly basis: readonly number[];
  /** Every column that belongs to a dependent set, with that set, ascending. */
  readonly dependent: ReadonlyMap<number, readonly number[]>;
}

/**
 * Cholesky factor of a symmetric matrix with ones on its diagonal; a column that follows from earlier ones is
 * left out and named with them.
 *
 * @source Golub and Van Loan, Matrix Computations, 4.2.
 */
export function factor(of: Matrix): Factor {
  const size = of.rows;
  const lower = matrix(size, size);
  const basis: number[] = [];
  const sets: number[][] = [];
  for (let j = 0; j < size; j += 1) {
    const row = basis.length;
    let pivot = element(of, j, j);
    for (const [c, kept] of basis.entries()) {
      let value = element(of, j, kept);
      for (let s = 0; s < c; s += 1) value -= element(lower, row, s) * element(lower, c, s);
      value /= element(lower, c, c);
      setElement(lower, row, c, value);
      pivot -= value * value;
    }
    if (pivot >= SMALLEST_PIVOT) {
      setElement(lower, row, row, Math.sqrt(pivot));
      basis.push(j);
      continue;
    }
    // Solving L' w = row gives the weights of the earlier columns in this one.
    const weights = new Float64Array(row);
    for (let c = row - 1; c >= 0; c -= 1) {
      let value = element(lower, row, c);
      for (let s = c + 1; s < row; s += 1) value -= element(lower, s, c) * (weights[s] ?? 0);
      weights[c] = value / element(lower, c, c);
    }
    sets.push([...basis.filter((_, c) => Math.abs(weights[c] ?? 0) > SHARE), j]);
  }
  return { lower: shrink(lower, basis.length), basis, dependent: merge(sets) };
}

function shrink(of: Matrix, size: number): Matrix {
  const small = matrix(size, size);
  for (let j = 0; j < size; j += 1)
    for (let i = j; i < size; i += 1) setElement(small, i, j, element(of, i, j));
  return small;
}

/** Sets that share a column become one. */
function merge(sets: readonly (readonly number[])[]): ReadonlyMap<number, readonly number[]> {
  const merged = new Map<number, readonly number[]>();
  for (const set of sets) {
    const all = new Set(set.flatMap((member) => [member, ...(merged.get(member) ?? [])]));
    const sorted = [...all].sort((a, b) => a - b);
    for (const member of sorted) merged.set(member, sorted);
  }
  return merged;
}

/** Solves L L' x = b. @param right - Shape [rank]. */
export function solve(lower: Matrix, right: ArrayLike<number>): Float64Array {
  const size = lower.rows;
  const x = Float64Array.from({ length: size }, (_, i) => right[i] ?? 0);
  for (let i = 0; i < size; i += 1) {
    let value = x[i] ?? 0;
    for (let s = 0; s < i; s += 1) value -= element(lower, i, s) * (x[s] ?? 0);
    x[i] = value / element(lower, i, i);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let value = x[i] ?? 0;
    for (let s = i + 1; s < size; s += 1) value -= element(lower, s, i) * (x[s] ?? 0);
    x[i] = value / element(lower, i, i);
  }
  return x;
}

/** Inverse of a lower triangular matrix. */
export function invertLower(lower: Matrix): Matrix {
  const size = lower.rows;
  const inverse = matrix(size, size);
  for (let j = 0; j < size; j += 1) {
    setElement(inverse, j, j, 1 / element(lower, j, j));
    for (let i = j + 1; i < size; i += 1) {
      let value = 0;
      for (let s = j; s < i; s += 1) value -= element(lower, i, s) * element(inverse, s, j);
      setElement(inverse, i, j, value / element(lower, i, i));
    }
  }
  return inverse;
}

/** Diagonal of (L L')^-1: the variance inflation factors where L L' is a correlation matrix. */
export function inverseDiagonal(lower: Matrix): Float64Array {
  const inverse = invertLower(lower);
  return Float64Array.from({ length: lower.rows }, (_, j) => {
    let total = 0;
    for (let i = j; i < lower.rows; i += 1) total += element(inverse, i, j) ** 2;
    return total;
  });
}
