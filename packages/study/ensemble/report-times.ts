import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';

/** Share of a step by which a time may miss the grid of steps. */
const ROUNDING = 1e-6;

/** Most saves between two reported times that an ensemble keeps. */
const MOST_SAVES = 100_000;

/**
 * The save interval at which every reported time is a save: the largest whole number of steps that divides them all.
 *
 * @param times - Times to report.
 * @param end - Last time of the run.
 * @returns Nothing where no time is reported.
 * @errors `report-time`: before the start or after the end, between steps, or twice.
 */
export function saveIntervalFor(
  times: readonly number[],
  start: number,
  end: number,
  dt: number,
): Outcome<number | undefined> {
  let common = 0;
  for (const [position, time] of times.entries()) {
    const exact = (time - start) / dt;
    const steps = Math.round(exact);
    if (!(time >= start && time <= end))
      return wrong(`${time} is not between ${start} and ${end}, where runs begin and end.`);
    if (Math.abs(exact - steps) > ROUNDING) return wrong(`${time} lies between two steps of ${dt}.`);
    if (times.indexOf(time) !== position) return wrong(`${time} stands twice.`);
    common = divisor(common, steps);
  }
  if (times.length === 0) return reached(undefined);
  // The start alone: any interval has it.
  const interval = common === 0 ? Math.max(1, Math.round((end - start) / dt)) : common;
  const saves = (end - start) / dt / interval;
  if (saves > MOST_SAVES)
    return wrong(`${times.join(', ')} have only a very small step in common: ${saves} saves a run.`);
  return reached(interval * dt);
}

function wrong(reason: string): Outcome<never> {
  return refused([
    {
      code: 'report-time',
      severity: 'error',
      message: `Outcomes cannot be reported at these times: ${reason}`,
      hint: 'Give times on the grid of time steps, no later than the end of the runs.',
    },
  ]);
}

function divisor(one: number, other: number): number {
  let [large, small] = [one, other];
  while (small !== 0) [large, small] = [small, large % small];
  return large;
}
