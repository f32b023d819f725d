import type { Point } from '@weir/model';
import type { Outline } from './geometry.js';
import { between, distance, within } from './geometry.js';

/** Length of the arrowhead at the end of a pipe. */
export const PIPE_HEAD = 11;

/** The run of a flow's pipe, without the parts hidden under the stocks it joins. */
export interface Pipe {
  readonly points: readonly Point[];
  /** Where the drawn line ends, so that the arrowhead covers it. */
  readonly lineEnd: Point;
  /** Direction of the last stretch, in radians, y downwards. */
  readonly heading: number;
}

/**
 * The pipe through a flow's points.
 *
 * @param points - At least two; the file's own.
 * @param source - Outline of the stock it drains, where one is shown.
 * @param target - Outline of the stock it fills, where one is shown.
 * @returns undefined where fewer than two points are left.
 */
export function pipe(
  points: readonly Point[],
  source: Outline | undefined,
  target: Outline | undefined,
): Pipe | undefined {
  const started = source === undefined ? points : leave(points, source);
  const ended = target === undefined ? started : [...leave([...started].reverse(), target)].reverse();
  const end = ended.at(-1);
  const before = ended.at(-2);
  if (end === undefined || before === undefined) return undefined;
  const length = distance(before, end);
  return {
    points: ended,
    lineEnd: length > PIPE_HEAD ? between(end, before, (PIPE_HEAD - 2) / length) : before,
    heading: Math.atan2(end.y - before.y, end.x - before.x),
  };
}

/** The points from where the line leaves an outline for good; all of them where it never was inside. */
function leave(points: readonly Point[], outline: Outline): readonly Point[] {
  const inside = points.findLastIndex((point) => within(outline, point));
  const from = points[inside];
  const to = points[inside + 1];
  if (from === undefined || to === undefined) return points;
  let low = 0;
  let high = 1;
  for (let halving = 0; halving < 24; halving += 1) {
    const middle = (low + high) / 2;
    if (within(outline, between(from, to, middle))) low = middle;
    else high = middle;
  }
  return [between(from, to, high), ...points.slice(inside + 1)];
}

/** Whether the stretch of pipe nearest to a point runs up and down: a valve there lies across it. */
export function upright(points: readonly Point[], valve: Point): boolean {
  let nearest = Number.POSITIVE_INFINITY;
  let answer = false;
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (from === undefined) continue;
    const away = distanceToStretch(valve, from, to);
    if (away >= nearest) continue;
    nearest = away;
    answer = Math.abs(to.y - from.y) > Math.abs(to.x - from.x);
  }
  return answer;
}

function distanceToStretch(point: Point, from: Point, to: Point): number {
  const length = distance(from, to);
  if (length === 0) return distance(point, from);
  const along =
    ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / (length * length);
  return distance(point, between(from, to, Math.max(0, Math.min(1, along))));
}
