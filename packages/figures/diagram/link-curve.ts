import type { Point } from '@weir/model';
import type { Outline } from './geometry.js';
import { between, centreOf, distance, within } from './geometry.js';

/** The visible part of a connector: a straight line, or an arc of a circle. */
export interface LinkCurve {
  readonly from: Point;
  readonly to: Point;
  /** Absent where the line is straight. */
  readonly arc?: { readonly radius: number; readonly large: boolean; readonly clockwise: boolean };
  /** Direction of travel at the end, in radians, y downwards. */
  readonly heading: number;
  /** Points along it, for bounds and tests. */
  readonly samples: readonly Point[];
}

const SAMPLES = 128;
/** Below this bow, in pixels, an arc and its chord look the same. */
const LEAST_BOW = 1.5;
const GAP = 2;

/**
 * The curve of a connector from one outline to another: the arc of a circle through both centers that
 * leaves the first at `angle`, cut off at the outlines.
 *
 * @param angle - Degrees counter-clockwise from the x axis, at the start; a straight line when absent.
 * @returns undefined where the outlines touch, and nothing of the connector would show.
 * @source OASIS XMILE 1.0, 5.1.
 */
export function linkCurve(start: Outline, end: Outline, angle?: number): LinkCurve | undefined {
  const path = pathBetween(centreOf(start), centreOf(end), angle);
  let first = 0;
  while (first < SAMPLES && within(start, path.at(first / SAMPLES), GAP)) first += 1;
  let last = SAMPLES;
  while (last > 0 && within(end, path.at(last / SAMPLES), GAP)) last -= 1;
  if (first >= last) return undefined;
  const samples: Point[] = [];
  for (let step = first; step <= last; step += 1) samples.push(path.at(step / SAMPLES));
  const from = path.at(first / SAMPLES);
  const to = path.at(last / SAMPLES);
  const heading = path.heading(last / SAMPLES);
  if (path.arc === undefined) return { from, to, heading, samples };
  const turn = Math.abs(path.arc.sweep) * ((last - first) / SAMPLES);
  return {
    from,
    to,
    heading,
    samples,
    arc: { radius: path.arc.radius, large: turn > Math.PI, clockwise: path.arc.sweep > 0 },
  };
}

interface Path {
  at(share: number): Point;
  heading(share: number): number;
  readonly arc?: { readonly radius: number; readonly sweep: number };
}

function pathBetween(from: Point, to: Point, angle: number | undefined): Path {
  const chord = distance(from, to);
  const direction = Math.atan2(to.y - from.y, to.x - from.x);
  // Angles in the file turn counter-clockwise; on the screen y grows downwards.
  const bend = angle === undefined ? 0 : turnBetween((-angle * Math.PI) / 180, direction);
  const bow = (chord / 2) * Math.abs(Math.tan(bend / 2));
  if (chord === 0 || bow < LEAST_BOW || Math.abs(bend) > Math.PI * 0.95) {
    return { at: (share) => between(from, to, share), heading: () => direction };
  }
  const sweep = 2 * bend;
  const radius = chord / (2 * Math.abs(Math.sin(bend)));
  // The center lies to the side the path turns to, at a right angle to its first direction.
  const side = Math.sign(sweep);
  const first = direction - bend;
  const centre = {
    x: from.x - side * radius * Math.sin(first),
    y: from.y + side * radius * Math.cos(first),
  };
  const begin = Math.atan2(from.y - centre.y, from.x - centre.x);
  return {
    at: (share) => ({
      x: centre.x + radius * Math.cos(begin + sweep * share),
      y: centre.y + radius * Math.sin(begin + sweep * share),
    }),
    heading: (share) => first + sweep * share,
    arc: { radius, sweep },
  };
}

/** The turn from one direction to another, between minus and plus half a turn. */
function turnBetween(from: number, to: number): number {
  const full = 2 * Math.PI;
  const turn = (((to - from) % full) + full) % full;
  return turn > Math.PI ? turn - full : turn;
}
