import type { ClockSettings, Memory } from '../backend.js';
import type { HeldValue } from '../lower/program.js';
import { STEPS_BETWEEN_CHECKS } from './checkpoint.js';

/** Values held at first; a line grows up to its length as a run goes on. */
const FIRST_CAPACITY = 64;

/**
 * The past of one pure delay: what was put in comes out a fixed number of steps later. It keeps somewhat more than
 * that, so that a run can be taken back to its last checkpoint and go the same way again.
 */
export class DelayLine {
  readonly #length: number;
  readonly #capacity: number;
  #past = new Float64Array(FIRST_CAPACITY);

  /**
   * @param delay - Model time; at least one step.
   * @param initial - What comes out until the first value has come through.
   * @param steps - Steps of the run: nothing is kept for longer.
   */
  constructor(
    delay: number,
    readonly initial: number,
    dt: number,
    steps: number,
  ) {
    const length = Math.round(delay / dt);
    this.#length = length >= 1 ? length : 1;
    // A delay longer than the run gives its initial value throughout.
    this.#capacity = this.#length > steps ? 0 : this.#length + STEPS_BETWEEN_CHECKS;
  }

  /**
   * Puts in the value of a step.
   *
   * @returns What comes out at the next step.
   */
  shift(step: number, value: number): number {
    if (this.#capacity === 0) return this.initial;
    const place = step % this.#capacity;
    if (place >= this.#past.length) this.#grow(place);
    this.#past[place] = value;
    const due = step + 1 - this.#length;
    return due < 0 ? this.initial : (this.#past[due % this.#capacity] ?? Number.NaN);
  }

  #grow(place: number): void {
    const size = Math.min(this.#capacity, Math.max(place + 1, 2 * this.#past.length));
    const larger = new Float64Array(size);
    larger.set(this.#past);
    this.#past = larger;
  }
}

/** The memory of a run whose initial values are settled. */
export function memoryOf(held: readonly HeldValue[], values: Float64Array, clock: ClockSettings): Memory {
  const steps = Math.round((clock.stop - clock.start) / clock.dt);
  const valueAt = (slot: number): number => values[slot] ?? Number.NaN;
  return held.map(({ slot, delay }) =>
    delay === undefined
      ? undefined
      : new DelayLine(valueAt(delay), valueAt(slot), clock.dt, Number.isNaN(steps) ? 0 : steps),
  );
}
