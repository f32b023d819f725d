import type { Point } from '../view.js';

/**
 * The angle at which an arc leaves its start, in degrees counterclockwise from the right, 0 to 360, as XMILE gives it.
 * The arc is the circle through the start, a point between and the end; without that point, or where all three stand in
 * line, it is straight.
 *
 * @source OASIS XMILE 1.0, 6.1.7.
 */
export function startAngle(from: Point, via: Point | undefined, to: Point): number {
  const toward = (point: Point): number => (Math.atan2(from.y - point.y, point.x - from.x) * 180) / Math.PI;
  const chord = toward(to);
  if (via === undefined) return normal(chord);
  // The angle between tangent and chord is half the arc, which is what is left of a half turn at the point between.
  const toEnd = Math.atan2(via.y - to.y, to.x - via.x);
  const toStart = Math.atan2(via.y - from.y, from.x - via.x);
  const atVia = ((toEnd - toStart) * 180) / Math.PI;
  const turn = Math.abs(normal(atVia) - 180);
  if (turn < 1) return normal(chord);
  const side = Math.sign(Math.sin(((toward(via) - chord) * Math.PI) / 180));
  return normal(chord + side * turn);
}

function normal(degrees: number): number {
  const turned = ((degrees % 360) + 360) % 360;
  return Math.round(turned * 100) / 100;
}
