/** Rates of the stocks at a time: `offset` since the beginning of the step the solver stands in. */
export type Rates = (offset: number, state: Float64Array, rate: Float64Array) => void;

/** A method of one step with an estimate of its error. Holds the scratch space of one run. */
export interface StepMethod {
  /** Error estimate falls with this power of the step. */
  readonly errorOrder: number;
  /**
   * Takes a step of `h` from `state` at `offset`: the result into `next`, the estimated error into `error`. The state
   * must be that of {@link StepMethod.restart} or {@link StepMethod.accept}.
   */
  attempt(offset: number, h: number, state: Float64Array, next: Float64Array, error: Float64Array): void;
  /** Forgets what it knows of the rates: the state, or the rates themselves, have changed. */
  restart(): void;
  /** Makes ready for the step after an accepted one, and for {@link StepMethod.within} it. */
  accept(h: number, state: Float64Array, next: Float64Array): void;
  /**
   * The state at a fraction of the accepted step, into `out`, as exact as at its ends. A method without it must end
   * its steps where the state is wanted.
   */
  within?(fraction: number, out: Float64Array): void;
}
