const DOUBLE = 8;
const PAGE = 65_536;
/** Stages of the longest method, for the tables of offsets and weights. */
const MOST_STAGES = 4;

/** How many values there are to be placed, such as those of a program. */
export interface Sizes {
  readonly variables: { readonly length: number };
  readonly stocks: { readonly length: number };
  readonly held: { readonly length: number };
}

/** Sets aside parts of a memory, one after the other. */
export class Room {
  #end = 0;

  /** Sets aside room for doubles, aligned for so many at once; gives its byte address. */
  doubles(count: number, alignedTo: 1 | 2 = 1): number {
    const unit = DOUBLE * alignedTo;
    const address = Math.ceil(this.#end / unit) * unit;
    this.#end = address + DOUBLE * count;
    return address;
  }

  /** Size of what has been set aside, in pages of 64 KiB. */
  get pages(): number {
    return Math.max(1, Math.ceil(this.#end / PAGE));
  }
}

/**
 * Places in a module's memory, as byte addresses: arrays of values by slot, stock and memory. Where runs stand side by
 * side, the doubles of a value follow each other: that of the first run, then that of the second. Nothing stays there
 * between two calls that a run relies on, unless its caller keeps it there.
 */
export class Layout {
  readonly #room: Room;
  readonly #lanes: 1 | 2;
  readonly values: number;
  /** Shape `[variables]`, bytes. */
  readonly given: number;
  /** Shape `[stocks]` each: rates, and the stocks and the sum of weighted rates within a step. */
  readonly rate: number;
  readonly base: number;
  readonly sum: number;
  /** Shape `[held]`. */
  readonly pending: number;
  /** Shape `[stages]` each, one double a stage: what a Runge-Kutta method is made of. */
  readonly offsets: number;
  readonly weights: number;
  /** Number of the step of each run, where runs stand side by side. */
  readonly steps?: number;

  constructor({ variables, stocks, held }: Sizes, lanes: 1 | 2 = 1, room = new Room()) {
    this.#room = room;
    this.#lanes = lanes;
    const array = (length: number): number => room.doubles(lanes * length, lanes);
    this.values = array(variables.length);
    this.rate = array(stocks.length);
    this.base = array(stocks.length);
    this.sum = array(stocks.length);
    this.pending = array(held.length);
    if (lanes > 1) this.steps = array(1);
    this.given = room.doubles(Math.ceil(variables.length / DOUBLE));
    this.offsets = room.doubles(MOST_STAGES);
    this.weights = room.doubles(MOST_STAGES);
  }

  /** Sets aside room for doubles; gives its byte address. */
  doubles(count: number): number {
    return this.#room.doubles(count);
  }

  /** Size of the memory, in pages of 64 KiB. */
  get pages(): number {
    return this.#room.pages;
  }

  /** Byte address of a value in one of the arrays. */
  at(array: 'values' | 'rate' | 'base' | 'sum' | 'pending', index: number): number {
    return this[array] + DOUBLE * this.#lanes * index;
  }
}
