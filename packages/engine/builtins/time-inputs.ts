/**
 * The step nearest to a date; a date midway between two steps belongs to the later one. STEP and PULSE
 * compare whole steps, so that the rounding of `start + step * dt` cannot miss a date.
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
