import type { Point } from '@weir/model';

/** A place where one pipe passes over another, with the direction of the upper one in radians. */
export interface Bridge extends Point {
  readonly heading: number;
}

/** A crossing closer than this to the end of a stretch is a junction, not a crossing. */
const CLEARANCE = 3;

/**
 * Places where a pipe crosses one drawn before it. Pipes that meet end to end or share a run do not cross.
 *
 * @param below - Points of the pipes drawn before.
 */
export function bridges(upper: readonly Point[], below: readonly (readonly Point[])[]): readonly Bridge[] {
  const found: Bridge[] = [];
  for (const [a, b] of stretches(upper)) {
    for (const other of below) {
      for (const [c, d] of stretches(other)) {
        const point = crossing(a, b, c, d);
        if (point === undefined) continue;
        if (found.some((known) => Math.hypot(known.x - point.x, known.y - point.y) < 1)) continue;
        found.push({ ...point, heading: Math.atan2(b.y - a.y, b.x - a.x) });
      }
    }
  }
  return found;
}

function stretches(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from === undefined ? [] : [[from, to] as const];
  });
}

function crossing(a: Point, b: Point, c: Point, d: Point): Point | undefined {
  const u = { x: b.x - a.x, y: b.y - a.y };
  const v = { x: d.x - c.x, y: d.y - c.y };
  const area = u.x * v.y - u.y * v.x;
  const lengthU = Math.hypot(u.x, u.y);
  const lengthV = Math.hypot(v.x, v.y);
  // Stretches that run nearly alongside each other share a run rather than cross.
  if (Math.abs(area) < 0.05 * lengthU * lengthV) return undefined;
  const w = { x: c.x - a.x, y: c.y - a.y };
  const alongU = ((w.x * v.y - w.y * v.x) / area) * lengthU;
  const alongV = ((w.x * u.y - w.y * u.x) / area) * lengthV;
  if (alongU < CLEARANCE || alongU > lengthU - CLEARANCE) return undefined;
  if (alongV < CLEARANCE || alongV > lengthV - CLEARANCE) return undefined;
  return { x: a.x + (u.x * alongU) / lengthU, y: a.y + (u.y * alongU) / lengthU };
}
