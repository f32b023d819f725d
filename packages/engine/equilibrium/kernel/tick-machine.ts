import type { ClockSettings } from '../../backend.js';
import { lookupTable } from '../../builtins/table-lookup.js';
import type { Program } from '../../lower/program.js';
import { ready } from '../../wasm/unit.js';
import type { TickKernel } from './tick-kernel.js';
import { BLOCKS, layoutsOf } from './tick-layout.js';
import { type SinglePlace, type StockPlace, TickPlaces } from './tick-places.js';

/** A kernel with a memory of its own: one run a lane. */
export class TickMachine {
  /** Runs at work at a time. */
  readonly lanes: number;
  /** Runs side by side in a block; values of the others stand further on. */
  readonly width: 1 | 2;
  readonly stocks: number;
  readonly conserves: boolean;
  /** Values of the program for a run that begins or ends, shape `[variables]`. */
  readonly values: Float64Array;
  /** Which of them are given, shape `[variables]`. */
  readonly given: Uint8Array;
  /** Takes on the runs of the first lanes. */
  readonly tick: (count: number) => void;
  readonly #memory: Float64Array;
  readonly #places: TickPlaces;
  readonly #stride: number;
  readonly #initialise: (...operands: readonly number[]) => void;
  readonly #observe: (...operands: readonly number[]) => void;
  readonly #stockSlots: Int32Array;
  readonly #settle: readonly ((...operands: readonly number[]) => void)[];

  constructor(program: Program, kernel: TickKernel) {
    const { lanes } = kernel;
    const places = new TickPlaces(program, kernel.counts);
    const { single, stride } = layoutsOf(program, places, lanes);
    this.#stride = stride;
    const { memory, bytes, exported } = ready(kernel, kernel.tables.map(lookupTable), () => Number.NaN);
    this.lanes = lanes * BLOCKS;
    this.width = lanes;
    this.stocks = program.stocks.length;
    this.conserves = kernel.conserves;
    this.#places = places;
    this.#memory = memory;
    const from = single.values / 8;
    this.values = memory.subarray(from, from + program.variables.length);
    this.given = bytes.subarray(single.given, single.given + program.variables.length);
    const tick = exported('tick');
    this.tick = (count) => tick(Math.ceil(count / lanes));
    this.#stockSlots = Int32Array.from(program.stocks, ({ slot }) => slot);
    this.#initialise = exported('initialise');
    this.#observe = exported('observe');
    this.#settle = Array.from({ length: lanes }, (_, lane) => exported(`settle${lane}`));
  }

  /** Settles constants and initial values from what is given in {@link values}. */
  initialise({ start, stop, dt }: ClockSettings): void {
    this.#initialise(start, stop, dt, 0, 0);
  }

  /** Puts the run in {@link values} into a lane. */
  begin(lane: number, { start, stop, dt }: ClockSettings): void {
    this.#settle[lane % this.width]?.(start, stop, dt, this.#block(lane));
  }

  /** Puts stocks into {@link values}, shape `[stocks]`. */
  setStocks(stocks: Float64Array): void {
    for (let index = 0; index < stocks.length; index += 1) {
      this.values[this.#stockSlots[index] ?? 0] = stocks[index] ?? Number.NaN;
    }
  }

  /** Recomputes auxiliaries and flows from the stocks in {@link values}. */
  observe({ start, stop, dt }: ClockSettings): void {
    this.#observe(start, stop, dt, 0, 0);
  }

  /** Where the values of a lane stand in {@link cells}: at this position and every {@link width} after it. */
  position(lane: number, place: StockPlace, stock = 0): number {
    return this.#block(lane) / 8 + this.#places.of(place, stock) * this.width + (lane % this.width);
  }

  /** Where a single value stands. */
  singlePosition(lane: number, place: SinglePlace): number {
    return this.#block(lane) / 8 + this.#places.single(place) * this.width + (lane % this.width);
  }

  #block(lane: number): number {
    return Math.floor(lane / this.width) * this.#stride;
  }

  /** The kernel's memory. */
  get cells(): Float64Array {
    return this.#memory;
  }
}
