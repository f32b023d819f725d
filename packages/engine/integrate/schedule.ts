/** Whole steps at which something recurs during a run. */
export interface Schedule {
  /** Whether the interval is a whole number of steps. */
  readonly isWhole: boolean;
  /**
   * Step of the `index`-th recurrence; the 0th is at step 0. Where the interval is not a whole number of
   * steps, the first step at or after each date.
   */
  stepAt(index: number): number;
}

/** Rounding error that a quotient of two times may carry, in steps. */
const ROUNDING = 1e-9;

/**
 * Steps of a recurrence, counted in whole numbers so that nothing drifts.
 *
 * @param interval - Model time between recurrences, above 0.
 * @param dt - Time step, above 0.
 */
export function schedule(interval: number, dt: number): Schedule {
  const ratio = interval / dt;
  const whole = Math.round(ratio);
  const isWhole = whole >= 1 && Math.abs(ratio - whole) <= ROUNDING * whole;
  return {
    isWhole,
    stepAt: (index) => (isWhole ? index * whole : Math.ceil(index * ratio * (1 - ROUNDING))),
  };
}
