/** What of a path is measured. */
export const PATH_TAKES = [
  'end',
  'mean',
  'total',
  'increase',
  'peak',
  'peak-time',
  'trough',
  'trough-time',
  'swing',
  'recovery',
  'settling',
] as const;

/** What of a path is measured; see {@link pathMeasure}. */
export type PathTake = (typeof PATH_TAKES)[number];

/** What is a time, and not a value of the path. */
const TIMES: ReadonlySet<PathTake> = new Set(['peak-time', 'trough-time', 'recovery', 'settling']);

/** Whether a measure is a time. */
export function isTimeTake(take: PathTake): boolean {
  return TIMES.has(take);
}

/** A measure of a path within a window of time. */
export interface PathMeasure {
  readonly take: PathTake;
  /** First time that counts; the first of the path unless given. */
  readonly from?: number;
  /** Last time that counts; the last of the path unless given. */
  readonly to?: number;
  /** For `recovery`: the share of its first value that the path must be back at. */
  readonly share?: number;
  /** For `settling`: the share of its last value within which the path must stay. */
  readonly within?: number;
}

/** Share of its first value at which a path counts as recovered, unless given. */
export const RECOVERED = 0.95;

/** Share of its last value within which a path counts as settled, unless given. */
export const SETTLED = 0.02;

/**
 * A measure of a path, from its samples: times are those of samples.
 *
 * - `end`, `mean` (over time), `peak`, `trough`: a value; `peak-time`, `trough-time`: the first time at which it is had.
 * - `total`: the integral over time, by trapezoids. `increase`: the last value less the first: for stocks that count.
 * - `swing`: the largest rise from a low to a later high.
 * - `recovery`: time from the beginning of the window until the path, having fallen below `share` of its first value, is
 *   back at it for the first time; 0 where it never falls below, infinite where it does not come back.
 * - `settling`: time from the beginning of the window from which the path stays within a share of its last value.
 *
 * @param times - Ascending, shape [n].
 * @param values - Shape [n].
 * @returns NaN where the window holds no sample, or a value is not a number.
 */
export function pathMeasure(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  { take, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, share, within }: PathMeasure,
): number {
  const points: Point[] = [];
  for (let index = 0; index < times.length; index += 1) {
    const [time, value] = [times[index] ?? Number.NaN, values[index] ?? Number.NaN];
    if (time >= from && time <= to) points.push({ time, value });
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.some(({ value }) => Number.isNaN(value)))
    return Number.NaN;
  switch (take) {
    case 'end':
      return last.value;
    case 'mean':
      return last.time > first.time ? integral(points) / (last.time - first.time) : last.value;
    case 'total':
      return integral(points);
    case 'increase':
      return last.value - first.value;
    case 'peak':
      return extreme(points, 1).value;
    case 'peak-time':
      return extreme(points, 1).time;
    case 'trough':
      return extreme(points, -1).value;
    case 'trough-time':
      return extreme(points, -1).time;
    case 'swing':
      return largestRise(points);
    case 'recovery':
      return recovery(points, first, share ?? RECOVERED);
    case 'settling':
      return settling(points, first, last, within ?? SETTLED);
  }
}

interface Point {
  readonly time: number;
  readonly value: number;
}

function integral(points: readonly Point[]): number {
  return points.reduce((sum, { time, value }, index) => {
    const before = points[index - 1];
    return before === undefined ? 0 : sum + ((value + before.value) / 2) * (time - before.time);
  }, 0);
}

/** The first of the highest points, or with a sign of -1 of the lowest. */
function extreme(points: readonly Point[], sign: 1 | -1): Point {
  return points.reduce((best, point) => (sign * point.value > sign * best.value ? point : best));
}

function largestRise(points: readonly Point[]): number {
  let low = Number.POSITIVE_INFINITY;
  let rise = 0;
  for (const { value } of points) {
    low = Math.min(low, value);
    rise = Math.max(rise, value - low);
  }
  return rise;
}

function recovery(points: readonly Point[], first: Point, share: number): number {
  const wanted = share * first.value;
  const fallen = points.findIndex(({ value }) => value < wanted);
  if (fallen < 0) return 0;
  const back = points.slice(fallen).find(({ value }) => value >= wanted);
  return back === undefined ? Number.POSITIVE_INFINITY : back.time - first.time;
}

function settling(points: readonly Point[], first: Point, last: Point, within: number): number {
  const room = Math.abs(within * last.value);
  const lastOut = points.findLastIndex(({ value }) => Math.abs(value - last.value) > room);
  const settled = points[lastOut + 1];
  return settled === undefined ? Number.POSITIVE_INFINITY : settled.time - first.time;
}
