import { ROUNDED_TO_ZERO } from '../polish-control.js';
import { MOST_SPREAD } from '../search-measures.js';
import type { TickMachine } from './tick-machine.js';
import type { SinglePlace } from './tick-places.js';

/** Values of which a lane has one, beside those of its stocks. */
type Singles = Readonly<Record<Exclude<SinglePlace, 'take' | 'newton'>, number>>;

/** What an iteration towards the point of rest came to, as shares of the scale. */
export interface Iteration {
  /** Largest change of a stock; not a number where there is none. */
  readonly size: number;
  /** Distance from the state that the iterations began from. */
  readonly away: number;
}

/** The values of one lane of a machine: what its ticks came to, and what the next is for. */
export class LaneValues {
  readonly size: number;
  readonly #cells: Float64Array;
  readonly #stride: number;
  readonly #state: number;
  readonly #next: number;
  readonly #scale: number;
  readonly #take: number;
  readonly #newton: number;
  readonly #at: Singles;

  constructor(machine: TickMachine, lane: number) {
    this.size = machine.stocks;
    this.#cells = machine.cells;
    this.#stride = machine.width;
    this.#state = machine.position(lane, 'state');
    this.#next = machine.position(lane, 'next');
    this.#scale = machine.position(lane, 'scale');
    const single = (place: SinglePlace): number => machine.singlePosition(lane, place);
    this.#take = single('take');
    this.#newton = single('newton');
    this.#at = {
      shift: single('shift'),
      error: single('error'),
      along: single('along'),
      length: single('length'),
      lowest: single('lowest'),
      change: single('change'),
      sum: single('sum'),
      leastPivot: single('leastPivot'),
      mostPivot: single('mostPivot'),
    };
  }

  get shift(): number {
    return this.#cells[this.#at.shift] ?? Number.NaN;
  }

  get error(): number {
    return this.#cells[this.#at.error] ?? Number.NaN;
  }

  get change(): number {
    return this.#cells[this.#at.change] ?? Number.NaN;
  }

  /** Rate at which the motion feeds on itself along the first stage k1: J k1 is shift k1 - rate. */
  get growth(): number {
    const length = this.#cells[this.#at.length] ?? 0;
    return length > 0 ? this.shift - (this.#cells[this.#at.along] ?? Number.NaN) / length : 0;
  }

  /** Whether every stock of the step is a number, and the system could be solved. */
  get isSound(): boolean {
    return Number.isFinite(this.#cells[this.#at.sum] ?? Number.NaN) && this.#hasGoodPivots();
  }

  /** Says what the next tick is for. */
  ask(take: 0 | 1, newton: 0 | 1, shift: number): void {
    this.#cells[this.#take] = take;
    this.#cells[this.#newton] = newton;
    this.#cells[this.#at.shift] = shift;
  }

  /** Copies the stocks that the last tick led to. */
  copyNext(into: Float64Array): void {
    for (let i = 0, at = this.#next; i < this.size; i += 1, at += this.#stride) {
      into[i] = this.#cells[at] ?? Number.NaN;
    }
  }

  /** Puts stocks in the place of those that the last tick led to. */
  setNext(stocks: Float64Array): void {
    for (let i = 0, at = this.#next; i < this.size; i += 1, at += this.#stride) {
      this.#cells[at] = stocks[i] ?? Number.NaN;
    }
  }

  /** Whether a stock that was not negative falls below 0 by more than this share of its scale. */
  crosses(allowed: number): boolean {
    const cells = this.#cells;
    if (!((cells[this.#at.lowest] ?? 0) < -allowed)) return false;
    for (let i = 0, at = 0; i < this.size; i += 1, at += this.#stride) {
      const isBelow = (cells[this.#next + at] ?? 0) < -allowed * (cells[this.#scale + at] ?? 1);
      if (isBelow && (cells[this.#state + at] ?? 0) >= 0) return true;
    }
    return false;
  }

  /** Whether no stock is larger than this. */
  isWithin(bound: number): boolean {
    for (let i = 0, at = this.#next; i < this.size; i += 1, at += this.#stride) {
      if (!(Math.abs(this.#cells[at] ?? 0) <= bound)) return false;
    }
    return true;
  }

  /** Whether the stocks that the last tick led to are these, within a share of the scale. */
  isAt(stocks: Float64Array, share: number): boolean {
    for (let i = 0, at = 0; i < this.size; i += 1, at += this.#stride) {
      const apart = Math.abs((this.#cells[this.#next + at] ?? Number.NaN) - (stocks[i] ?? Number.NaN));
      if (!(apart <= share * (this.#cells[this.#scale + at] ?? Number.NaN))) return false;
    }
    return true;
  }

  /**
   * Measures an iteration, and puts stocks that end a hair below 0 to 0. One that was not negative and falls further
   * spoils the iteration.
   *
   * @param near - The state that the iterations began from.
   */
  measure(near: Float64Array): Iteration {
    const cells = this.#cells;
    let [size, away, isSound] = [0, 0, this.#hasGoodPivots()];
    for (let i = 0, at = 0; i < this.size; i += 1, at += this.#stride) {
      const scale = cells[this.#scale + at] ?? Number.NaN;
      const from = near[i] ?? Number.NaN;
      let after = cells[this.#next + at] ?? Number.NaN;
      const share = Math.abs(after - (cells[this.#state + at] ?? Number.NaN)) / scale;
      if (!(share <= size)) size = share;
      if (after < 0) {
        if (after >= -ROUNDED_TO_ZERO * scale) {
          after = 0;
          cells[this.#next + at] = 0;
        } else if (from >= 0) isSound = false;
      }
      away = Math.max(away, Math.abs(after - from) / scale);
    }
    return { size: isSound ? size : Number.NaN, away };
  }

  /** A pivot that is not above 0 tells of a shift too small for the growth at hand, or of an unstable point. */
  #hasGoodPivots(): boolean {
    const least = this.#cells[this.#at.leastPivot] ?? Number.NaN;
    const most = this.#cells[this.#at.mostPivot] ?? Number.NaN;
    return least > 0 && most <= least * MOST_SPREAD;
  }
}
