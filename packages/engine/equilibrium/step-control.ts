import { ERROR_ORDER } from './rosenbrock.js';

const SAFETY = 0.8;
const MOST_GROWTH = 6;
const LEAST_SHRINK = 0.1;
const MOST_SHRINK = 0.5;
/** How far the last change of the error may correct the next step. */
const LEAST_CORRECTION = 0.3;
const MOST_CORRECTION = 3;
/** A step that is tried again is cut as if its error were of this order: errors of large size come from kinks. */
const ORDER_AT_KINKS = 2;
/** Error of a step, as a share of the one allowed, that counts at least. */
const LEAST_ERROR = 1e-6;

/**
 * Chooses the lengths of steps by their errors, given as shares of the one allowed.
 *
 * @source Gustafsson 1994, Control-theoretic techniques for stepsize selection in implicit Runge-Kutta methods, ACM
 *   Trans. Math. Softw. 20: the predictive control, used here to lengthen steps too.
 */
export class StepControl {
  /** Length of the next step. */
  step: number;
  #last = 0;
  #lastError = 0;
  #tries = 0;

  constructor(step: number) {
    this.step = step;
  }

  /** A step of this length, with this error, was taken. */
  taken(length: number, error: number): void {
    let growth = SAFETY * error ** (-1 / ERROR_ORDER);
    if (this.#last > 0 && this.#tries === 0) {
      const correction = (length / this.#last) * Math.cbrt(this.#lastError / error);
      growth *= Math.max(LEAST_CORRECTION, Math.min(MOST_CORRECTION, correction));
    }
    this.#last = length;
    this.#lastError = Math.max(error, LEAST_ERROR);
    this.#tries = 0;
    this.step = length * Math.max(LEAST_SHRINK, Math.min(MOST_GROWTH, growth));
  }

  /** A step of this length must be tried again, because of its error: not a number where there is none. */
  refused(length: number, error: number): void {
    this.#tries += 1;
    const shrink = SAFETY * error ** (-1 / ORDER_AT_KINKS);
    this.step = length * (shrink >= LEAST_SHRINK ? Math.min(MOST_SHRINK, shrink) : LEAST_SHRINK);
  }

  /** A step of this length must be tried again, shorter by this factor. */
  cut(length: number, factor: number): void {
    this.#tries += 1;
    this.step = length * factor;
  }
}
