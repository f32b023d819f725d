import { denseSolve } from './dense-solve.js';
import { type Elimination, elimination } from './elimination.js';

/** Largest pivot over the smallest, above which an elimination without pivoting is not trusted. */
const MOST_SPREAD = 1e12;

/** The matrices (shift I - J) of one Jacobian pattern, to be factored and solved with. */
export class ShiftedSystem {
  readonly size: number;
  readonly #entries: readonly { readonly row: number; readonly column: number }[];
  readonly #sparse: Elimination | undefined;
  readonly #elements: Float64Array;
  /** The matrix in full, made where the sparse elimination will not do. */
  #dense: Float64Array | undefined;

  constructor(size: number, entries: readonly { readonly row: number; readonly column: number }[]) {
    this.size = size;
    this.#entries = entries;
    this.#sparse = elimination(size, entries);
    this.#elements = new Float64Array(this.#sparse?.count ?? 0);
  }

  /**
   * Makes and factors (shift I - J). Derivatives that are not finite, as at the end of a root, count as 0.
   *
   * @param slope - The entries of J, shape `[entries]`.
   */
  factor(slope: Float64Array, shift: number): void {
    this.#sparse?.factor(slope, shift, this.#elements);
    this.#dense =
      this.#sparse !== undefined && this.#hasGoodPivots() ? undefined : this.#inFull(slope, shift);
  }

  #hasGoodPivots(): boolean {
    let [least, most] = [Number.POSITIVE_INFINITY, 0];
    for (let index = 0; index < this.size; index += 1) {
      const reciprocal = Math.abs(this.#elements[index] ?? 0);
      if (!(reciprocal > 0 && reciprocal <= Number.MAX_VALUE)) return false;
      if (reciprocal < least) least = reciprocal;
      if (reciprocal > most) most = reciprocal;
    }
    return most <= least * MOST_SPREAD;
  }

  /** Solves in place; `false` where the matrix has no inverse. */
  solve(vector: Float64Array): boolean {
    if (this.#dense !== undefined) return denseSolve(this.#dense.slice(), vector);
    this.#sparse?.solve(this.#elements, vector);
    return true;
  }

  /** The Jacobian in full, row by row, shape `[size * size]`. */
  jacobian(slope: Float64Array): Float64Array {
    return this.#inFull(slope, 0).map((value) => 0 - value);
  }

  #inFull(slope: Float64Array, shift: number): Float64Array {
    const matrix = new Float64Array(this.size * this.size);
    for (let index = 0; index < this.size; index += 1) matrix[index * this.size + index] = shift;
    for (const [entry, { row, column }] of this.#entries.entries()) {
      const value = slope[entry] ?? 0;
      const position = row * this.size + column;
      if (Number.isFinite(value)) matrix[position] = (matrix[position] ?? 0) - value;
    }
    return matrix;
  }
}
