import { DEAD_BAND } from './direction.js';

/** Names of the shapes that a difference from the baseline takes over time. */
export type ShapeName =
  | 'slow start'
  | 'opposite at first'
  | 'overshoot'
  | 'temporary'
  | 'steady'
  | 'no change';

/** A difference over time: its shape, and the times that go with it. */
export interface Shape {
  readonly name: ShapeName;
  /** Time of the largest difference, and the difference there. */
  readonly peak: { readonly time: number; readonly change: number };
  /** Time from which 90 % of the final change has come and stays; absent where the final change is within the dead band. */
  readonly ninety?: number;
}

/** How long a change stays within the dead band for a slow start, in months. */
const SLOW_MONTHS = 6;

/** How far a peak stands over the final change for an overshoot. */
const OVERSHOOT = 1.25;

/** Share of the final change that counts as arrived. */
const ARRIVED = 0.9;

/**
 * The shape of a path of changes in percent, or in points for a share. Where several fit, the first of: opposite at first,
 * temporary, overshoot, slow start.
 *
 * @param times - Since the policy began, ascending.
 * @param changes - At those times.
 * @param final - The change that is settled on; that at the last time unless given.
 * @param month - Model time of a month.
 */
export function shapeOf(
  times: ArrayLike<number>,
  changes: ArrayLike<number>,
  final: number = changes[changes.length - 1] ?? 0,
  month = 1,
): Shape {
  const peak = peakOf(times, changes);
  const isFlat = Math.abs(final) <= DEAD_BAND;
  const ninety = isFlat ? undefined : arrivalOf(times, changes, final);
  return {
    name: nameOf(times, changes, final, peak.change, month),
    peak,
    ...(ninety === undefined ? {} : { ninety }),
  };
}

function nameOf(
  times: ArrayLike<number>,
  changes: ArrayLike<number>,
  final: number,
  peak: number,
  month: number,
): ShapeName {
  if (Math.abs(final) <= DEAD_BAND) return Math.abs(peak) <= DEAD_BAND ? 'no change' : 'temporary';
  const sign = Math.sign(final);
  let beyond = 0;
  for (let at = 0; at < changes.length; at += 1) {
    const along = (changes[at] ?? 0) * sign;
    if (-along > DEAD_BAND) return 'opposite at first';
    beyond = Math.max(beyond, along);
  }
  if (beyond > OVERSHOOT * Math.abs(final)) return 'overshoot';
  return leavesAt(times, changes) >= SLOW_MONTHS * month ? 'slow start' : 'steady';
}

/** Time at which the changes first leave the dead band. */
function leavesAt(times: ArrayLike<number>, changes: ArrayLike<number>): number {
  for (let at = 0; at < changes.length; at += 1) {
    if (Math.abs(changes[at] ?? 0) > DEAD_BAND) return (times[at] ?? 0) - (times[0] ?? 0);
  }
  return Number.POSITIVE_INFINITY;
}

function peakOf(times: ArrayLike<number>, changes: ArrayLike<number>): Shape['peak'] {
  let best = 0;
  for (let at = 1; at < changes.length; at += 1) {
    if (Math.abs(changes[at] ?? 0) > Math.abs(changes[best] ?? 0)) best = at;
  }
  return { time: times[best] ?? 0, change: changes[best] ?? 0 };
}

/** First time from which the change is at least 90 % of the final one, to the end. */
function arrivalOf(times: ArrayLike<number>, changes: ArrayLike<number>, final: number): number | undefined {
  const sign = Math.sign(final);
  let arrival: number | undefined;
  for (let at = changes.length - 1; at >= 0; at -= 1) {
    if ((changes[at] ?? 0) * sign < ARRIVED * Math.abs(final)) break;
    arrival = times[at];
  }
  return arrival;
}
