import type { Point } from '../../view.js';

/**
 * The middle of the arc from one point to another that leaves the first at an angle: the inverse of `startAngle`.
 *
 * @param angle - Degrees counterclockwise from the right; straight where absent.
 */
export function arcMiddle(from: Point, to: Point, angle: number | undefined): Point {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (angle === undefined) return middle;
  const chord = Math.atan2(from.y - to.y, to.x - from.x);
  const turn = (angle * Math.PI) / 180 - chord;
  const off = Math.atan2(Math.sin(turn), Math.cos(turn));
  // A turn near a half circle has its middle near infinity; no arrow is drawn so.
  const bounded = Math.max(-MOST, Math.min(MOST, off));
  const rise = (Math.hypot(to.x - from.x, to.y - from.y) / 2) * Math.tan(bounded / 2);
  return { x: middle.x - rise * Math.sin(chord), y: middle.y - rise * Math.cos(chord) };
}

const MOST = 3;
