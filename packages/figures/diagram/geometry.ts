import type { Point } from '@weir/model';

/** An upright rectangle; `x` and `y` are its left and top. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The outline of a thing that links and pipes end at. */
export type Outline =
  | { readonly form: 'box'; readonly box: Rectangle }
  | { readonly form: 'disc'; readonly centre: Point; readonly radius: number };

/** The rectangle of this size around a center. */
export function boxAround(centre: Point, width: number, height: number): Rectangle {
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
}

/** The smallest rectangle that holds all of them, or undefined where there is none. */
export function enclose(rectangles: readonly Rectangle[]): Rectangle | undefined {
  if (rectangles.length === 0) return undefined;
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y, width, height } of rectangles) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The rectangle with a margin on every side. */
export function grow(rectangle: Rectangle, by: number): Rectangle {
  return {
    x: rectangle.x - by,
    y: rectangle.y - by,
    width: rectangle.width + 2 * by,
    height: rectangle.height + 2 * by,
  };
}

/** Whether a point lies in the rectangle, its edges included. */
export function holds(rectangle: Rectangle, point: Point): boolean {
  return (
    point.x >= rectangle.x &&
    point.x <= rectangle.x + rectangle.width &&
    point.y >= rectangle.y &&
    point.y <= rectangle.y + rectangle.height
  );
}

/** Whether a point lies within the outline grown by a margin. */
export function within(outline: Outline, point: Point, margin = 0): boolean {
  return outline.form === 'box'
    ? holds(grow(outline.box, margin), point)
    : distance(outline.centre, point) <= outline.radius + margin;
}

/** The rectangle around an outline. */
export function boundsOf(outline: Outline): Rectangle {
  return outline.form === 'box'
    ? outline.box
    : boxAround(outline.centre, 2 * outline.radius, 2 * outline.radius);
}

/** The middle of an outline. */
export function centreOf(outline: Outline): Point {
  return outline.form === 'disc'
    ? outline.centre
    : { x: outline.box.x + outline.box.width / 2, y: outline.box.y + outline.box.height / 2 };
}

/** Length of the straight line between two points. */
export function distance(from: Point, to: Point): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** The point a share of the way along a straight line. */
export function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** A number as short text for a path: two decimals at most. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
