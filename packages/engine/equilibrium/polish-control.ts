/** Most iterations; four or five are usual. */
const MOST_ITERATIONS = 40;
/** Largest last change, as a share of each stock's scale, at which a point counts as found. */
const SETTLED = 1e-11;
/** And where rounding stops changes from shrinking. */
const SETTLED_BY_ROUNDING = 1e-9;
/** Where changes shrink by more than this factor, the next is taken to shrink by the same, and need not be made. */
const QUICK = 1e-3;
/** The first pseudo time step is so many times the step along the trajectory, and grows by more each iteration, */
const FIRST_GROWTH = 100;
const GROWTH = 1000;
/** up to this many times the first: the iteration is Newton's then. */
const MOST_STEP = 1e15;
/** Or up to this many where a total is conserved: its rounding errors grow with the step. */
const MOST_STEP_CONSERVED = 1e6;
/** A change below this share of the one before is a contraction. */
const CONTRACTION = 0.5;
/** Changes that may fail to contract, as when an iterate crosses a kink. */
const MOST_ROUGH = 6;
/** A stock that was not negative may end this far below 0, as a share of its scale, and is put to 0. */
export const ROUNDED_TO_ZERO = 1e-9;
/** How many times the first distance allowed the iterates may move away. */
const MOST_AWAY = 4;

/**
 * Judges the iterations that go from a state near a point of rest to the point: pseudo-transient continuation, which is
 * implicit Euler steps that grow until they are Newton's.
 *
 * @source Kelley and Keyes 1998, Convergence analysis of pseudo-transient continuation, SIAM J. Numer. Anal. 35.
 */
export class PolishControl {
  /** Pseudo time step of the next iteration. */
  pseudoStep: number;
  iterations = 0;
  /** How far the first iteration went, as a share of each stock's scale. */
  distance = 0;
  /** Whether every change contracted: the state lay where the linear picture holds. */
  contracted = true;
  readonly #reach: number;
  readonly #mostStep: number;
  readonly #isQuick: boolean;
  #before = Number.POSITIVE_INFINITY;
  #rough = 0;

  /**
   * @param step - Length of the step along the trajectory.
   * @param reach - Farthest that the point may lie, as a share of the scale.
   * @param conserved - Whether a total is conserved.
   * @param isQuick - Whether the last iteration may be left out where the ones before say what it would do.
   */
  constructor(step: number, reach: number, conserved: boolean, isQuick: boolean) {
    this.#isQuick = isQuick;
    this.pseudoStep = FIRST_GROWTH * step;
    this.#reach = reach;
    this.#mostStep = step * (conserved ? MOST_STEP_CONSERVED : MOST_STEP);
  }

  /**
   * Judges one iteration.
   *
   * @param size - Largest change, as a share of the scale; not a number where the iteration failed.
   * @param away - Distance from the first state after it.
   * @returns `rest` where the state after it is the point.
   */
  step(size: number, away: number): 'again' | 'rest' | 'far' | 'failed' {
    this.iterations += 1;
    if (!Number.isFinite(size)) return 'failed';
    if (this.iterations === 1) {
      this.distance = size;
      if (size > this.#reach) return 'far';
    } else if (size > CONTRACTION * this.#before) {
      if (size <= SETTLED_BY_ROUNDING) return 'rest';
      this.contracted = false;
      this.#rough += 1;
      if (this.#rough > MOST_ROUGH) return 'failed';
    }
    if (away > MOST_AWAY * this.distance + SETTLED_BY_ROUNDING) return 'failed';
    // The quick way has no eigenvalues to tell an unstable point by: the pivots of a second iteration, whose step is
    // longer, must do.
    if (size <= SETTLED && !(this.#isQuick && this.iterations === 1)) return 'rest';
    const shrinking = this.iterations > 1 ? size / this.#before : 1;
    if (this.#isQuick && shrinking <= QUICK && size * shrinking <= SETTLED * QUICK) return 'rest';
    if (this.iterations >= MOST_ITERATIONS) return 'failed';
    this.#before = size;
    this.pseudoStep = Math.min(this.#mostStep, this.pseudoStep * GROWTH);
    return 'again';
  }
}
