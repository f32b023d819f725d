import type { NodeId } from '../../javascript/graph.js';
import type { Calculus } from '../calculus.js';
import type { EliminationStep } from '../elimination-order.js';

/** Elements of a sparse matrix and its factors, by row and column. */
export class Elements<Value> {
  readonly #size: number;
  readonly #known = new Map<number, Value>();

  constructor(size: number) {
    this.#size = size;
  }

  get(row: number, column: number): Value | undefined {
    return this.#known.get(row * this.#size + column);
  }

  set(row: number, column: number, value: Value): void {
    this.#known.set(row * this.#size + column, value);
  }

  /** In the order in which they were first set. */
  values(): Iterable<Value> {
    return this.#known.values();
  }

  map<Other>(change: (value: Value, index: number) => Other): Elements<Other> {
    const changed = new Elements<Other>(this.#size);
    let index = 0;
    for (const [key, value] of this.#known) {
      changed.#known.set(key, change(value, index));
      index += 1;
    }
    return changed;
  }
}

/**
 * Factors a matrix by elimination without pivoting by size: whoever uses the factors must look at the pivots.
 *
 * @param matrix - Becomes the factors: below the diagonal the multipliers, on it the reciprocals of the pivots.
 * @source Duff, Erisman and Reid, Direct Methods for Sparse Matrices, chapter 7.
 */
export function factor(
  calculus: Calculus,
  order: readonly EliminationStep[],
  matrix: Elements<NodeId>,
): void {
  const zero = calculus.constant(0);
  const at = (row: number, column: number): NodeId => matrix.get(row, column) ?? zero;
  for (const { pivot, below, right } of order) {
    const reciprocal = calculus.divide(calculus.constant(1), at(pivot, pivot));
    matrix.set(pivot, pivot, reciprocal);
    for (const row of below) {
      const multiplier = calculus.multiply(at(row, pivot), reciprocal);
      matrix.set(row, pivot, multiplier);
      for (const column of right) {
        const taken = calculus.multiply(multiplier, at(pivot, column));
        matrix.set(row, column, calculus.subtract(at(row, column), taken));
      }
    }
  }
}

/**
 * Solves with factors from {@link factor}.
 *
 * @param vector - Right-hand side, shape `[size]`.
 * @returns The solution, shape `[size]`.
 */
export function solveWith(
  calculus: Calculus,
  order: readonly EliminationStep[],
  factors: Elements<NodeId>,
  vector: readonly NodeId[],
): readonly NodeId[] {
  const zero = calculus.constant(0);
  const at = (row: number, column: number): NodeId => factors.get(row, column) ?? zero;
  const solution = [...vector];
  const value = (index: number): NodeId => solution[index] ?? zero;
  for (const { pivot, below } of order) {
    for (const row of below) {
      solution[row] = calculus.subtract(value(row), calculus.multiply(at(row, pivot), value(pivot)));
    }
  }
  for (const { pivot, right } of [...order].reverse()) {
    let sum = value(pivot);
    for (const column of right) {
      sum = calculus.subtract(sum, calculus.multiply(at(pivot, column), value(column)));
    }
    solution[pivot] = calculus.multiply(sum, at(pivot, pivot));
  }
  return solution;
}
