import type { Program } from '../lower/program.js';

const DOUBLE = 8;
const PAGE = 65_536;
/** Stages of the longest method, for the tables of offsets and weights. */
const MOST_STAGES = 4;

/**
 * Places in a module's memory, as byte addresses. The values come first, at 0, by slot. Nothing stays there
 * between two calls that a run relies on.
 */
export class Layout {
  #end = 0;
  readonly values: number;
  /** Shape `[variables]`, bytes. */
  readonly given: number;
  /** Shape `[stocks]` each: rates, and the stocks and the sum of weighted rates within a step. */
  readonly rate: number;
  readonly base: number;
  readonly sum: number;
  /** Shape `[held]`. */
  readonly pending: number;
  /** Shape `[stages]` each: what a Runge-Kutta method is made of. */
  readonly offsets: number;
  readonly weights: number;

  constructor({ variables, stocks, held }: Program) {
    this.values = this.doubles(variables.length);
    this.given = this.doubles(Math.ceil(variables.length / DOUBLE));
    this.rate = this.doubles(stocks.length);
    this.base = this.doubles(stocks.length);
    this.sum = this.doubles(stocks.length);
    this.pending = this.doubles(held.length);
    this.offsets = this.doubles(MOST_STAGES);
    this.weights = this.doubles(MOST_STAGES);
  }

  /** Sets aside room for doubles; gives its byte address. */
  doubles(count: number): number {
    const address = this.#end;
    this.#end += DOUBLE * count;
    return address;
  }

  /** Size of the memory, in pages of 64 KiB. */
  get pages(): number {
    return Math.max(1, Math.ceil(this.#end / PAGE));
  }

  /** Byte address of a double in one of the arrays. */
  at(array: 'values' | 'rate' | 'base' | 'sum' | 'pending', index: number): number {
    return this[array] + DOUBLE * index;
  }
}
