/** Built-ins that bring a change of their own at a date. */
export type InputBuiltin = 'step' | 'ramp' | 'pulse' | 'pulse_train' | 'vensim_pulse' | 'vensim_ramp';

/**
 * The step nearest to a date; a date midway between two steps belongs to the later one. Dates are
 * compared in whole steps, so that the rounding of `start + step * dt` cannot miss one.
 */
function stepOf(date: number, start: number, dt: number): number {
  return Math.round((date - start) / dt);
}

/**
 * STEP(height, first): 0 before the step nearest to `first`, `height` from it on.
 *
 * @param start - First time of the run.
 * @param step - Steps taken since `start`.
 * @source OASIS XMILE 1.0, 3.5.4.
 */
export function stepInput(height: number, first: number, start: number, dt: number, step: number): number {
  return step >= stepOf(first, start, dt) ? height : 0;
}

/**
 * RAMP(slope, first): 0 until `first`, then `slope` for each unit of time since. Held within a step at the
 * value of the step's beginning.
 *
 * @source OASIS XMILE 1.0, 3.5.4.
 */
export function rampInput(slope: number, first: number, start: number, dt: number, step: number): number {
  const time = start + step * dt;
  return time > first ? slope * (time - first) : 0;
}

/**
 * RAMP(slope, first, last): as {@link rampInput}, and level from `last` on.
 *
 * @source Vensim, RAMP.
 */
export function rampUntilInput(
  slope: number,
  first: number,
  last: number,
  start: number,
  dt: number,
  step: number,
): number {
  const time = start + step * dt;
  return time > first ? slope * (Math.min(time, Math.max(first, last)) - first) : 0;
}

/**
 * PULSE(magnitude, first, interval): `magnitude / dt` during the step nearest to `first` and, where
 * `interval` is above 0, nearest to each `first + n * interval`; otherwise 0.
 *
 * @source OASIS XMILE 1.0, 3.5.4.
 */
export function pulseInput(
  magnitude: number,
  first: number,
  interval: number,
  start: number,
  dt: number,
  step: number,
): number {
  const fires = (date: number): boolean => stepOf(date, start, dt) === step;
  if (!(interval > 0)) return fires(first) ? magnitude / dt : 0;
  const before = Math.max(0, Math.floor((start + step * dt - first) / interval));
  return fires(first + before * interval) || fires(first + (before + 1) * interval) ? magnitude / dt : 0;
}

/**
 * PULSE(first, width): 1 from the step nearest to `first` to the one nearest to `first + width`, for at least one
 * step; otherwise 0.
 *
 * @source Vensim, PULSE.
 */
export function heldPulseInput(
  first: number,
  width: number,
  start: number,
  dt: number,
  step: number,
): number {
  const end = stepOf(first + Math.max(width, dt), start, dt);
  return step >= stepOf(first, start, dt) && step < end ? 1 : 0;
}

/**
 * PULSE TRAIN(first, width, between, last): {@link heldPulseInput} at `first` and again every `between`, up to the
 * step nearest to `last`. Where `between` is not above `width`, the pulses run into one.
 *
 * @source Vensim, PULSE TRAIN.
 */
export function pulseTrainInput(
  first: number,
  width: number,
  between: number,
  last: number,
  start: number,
  dt: number,
  step: number,
): number {
  if (step < stepOf(first, start, dt) || step > stepOf(last, start, dt)) return 0;
  if (!(between > 0)) return heldPulseInput(first, width, start, dt, step);
  const before = Math.max(0, Math.floor((start + step * dt - first) / between));
  const during = (index: number): boolean =>
    index >= 0 && heldPulseInput(first + index * between, width, start, dt, step) === 1;
  return during(before) || during(before + 1) || during(before - 1) ? 1 : 0;
}
