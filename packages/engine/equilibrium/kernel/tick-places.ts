import type { Program, Slot } from '../../lower/program.js';
import { slotAt } from '../../lower/slot.js';

/** Values of which there is one for each stock. */
const OF_STOCKS = [
  'state',
  'next',
  'least',
  'shared',
  'own',
  'scale',
  'rate',
  'vector',
  'first',
  'second',
  'within',
  'later',
] as const;
/** Values of which there is one. */
const SINGLE = [
  'take',
  'newton',
  'shift',
  'error',
  'along',
  'length',
  'lowest',
  'change',
  'sum',
  'leastPivot',
  'mostPivot',
] as const;

/** Name of a value that a kernel keeps for each stock. */
export type StockPlace = (typeof OF_STOCKS)[number];
/** Name of a value by which a kernel is told what to do, or tells what came of it. */
export type SinglePlace = (typeof SINGLE)[number];

/** How many values a kernel keeps beside those of the stocks. */
export interface TickCounts {
  /** Values that are settled once a run. */
  readonly still: number;
  /** Entries of the Jacobian. */
  readonly entries: number;
  /** Elements of its factors. */
  readonly elements: number;
}

/**
 * Where a kernel keeps its values: slots of its own, for each run.
 *
 * In: `take` (1 to go on to the step computed last, 0 to stay), `newton` (1 for an iteration towards the point of rest, 0
 * for a step along the trajectory) and `shift`, that of (shift I - J). Out: the step (`next`) and the sizes by which it is judged (`scale`); as shares of those the
 * largest error, the largest change and the lowest stock; the products of the first stage with the rates and with itself
 * (`along`, `length`), by which the motion feeds on itself; the sum of the stocks, which is not a number where any is not; and the smallest and the largest reciprocal of a pivot.
 */
export class TickPlaces {
  readonly counts: TickCounts;
  readonly #stocks: number;

  constructor({ stocks }: Program, counts: TickCounts) {
    this.#stocks = stocks.length;
    this.counts = counts;
  }

  /** Slots in all. */
  get count(): number {
    return this.#still + this.counts.still + this.counts.entries + this.counts.elements;
  }

  of(place: StockPlace, stock: number): Slot {
    return slotAt(OF_STOCKS.indexOf(place) * this.#stocks + stock);
  }

  single(place: SinglePlace): Slot {
    return slotAt(OF_STOCKS.length * this.#stocks + SINGLE.indexOf(place));
  }

  /** Names of all values of which there is one. */
  get singles(): readonly SinglePlace[] {
    return SINGLE;
  }

  /** Values that are settled once a run. */
  still(index: number): Slot {
    return slotAt(this.#still + index);
  }

  entry(index: number): Slot {
    return slotAt(this.#still + this.counts.still + index);
  }

  element(index: number): Slot {
    return slotAt(this.#still + this.counts.still + this.counts.entries + index);
  }

  get #still(): number {
    return OF_STOCKS.length * this.#stocks + SINGLE.length;
  }
}
