import type { RunPlan } from '../integrate/run-plan.js';
import type { RunSettings } from '../integrate/settings.js';

/** Model times of the saves, where the batch reports a series: settings that save, and end at a fixed time. */
export function seriesTimes(
  { clock, steps, saves }: RunPlan,
  { stop }: RunSettings,
): Float64Array | undefined {
  if (saves === undefined || stop.kind !== 'time') return undefined;
  const times: number[] = [];
  let last = -1;
  for (let index = 0; saves.stepAt(index) <= steps; index += 1) {
    const step = saves.stepAt(index);
    // Dates closer together than a step are one save.
    if (step > last) times.push(clock.start + step * clock.dt);
    last = step;
  }
  return Float64Array.from(times);
}
