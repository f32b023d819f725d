import type { LabelSide, Point } from '@weir/model';
import type { Outline, Rectangle } from './geometry.js';
import { boundsOf, boxAround, grow, holds } from './geometry.js';
import { type Label, placeLabel } from './label.js';

/** A label to be placed beside an outline. */
export interface LabelWish {
  readonly text: string;
  readonly outline: Outline;
  /** The side that the file asks for; left only where the label would cover something. */
  readonly side: LabelSide;
  readonly size: number;
}

/** What labels should not cover. */
export interface Obstacles {
  readonly boxes: readonly Rectangle[];
  /** Courses of pipes. */
  readonly pipes: readonly (readonly Point[])[];
  /** Points along thin links: better avoided, not at any price. */
  readonly links: readonly Point[];
}

const SIDES: readonly LabelSide[] = ['bottom', 'top', 'right', 'left'];
/** Letters a line holds: the usual first, then a wider and a narrower setting. */
const LENGTHS = [18, 26, 12] as const;
const NUDGES = [0, -10, 10, -20, 20, -30, 30] as const;
/** Prices of leaving the wanted place, and of each square pixel of a shape or name and each point of a link covered. */
const PRICE = { side: 500, length: 60, nudge: 6, shape: 1.5, name: 6, link: 14 } as const;
const PIPE_HALF = 5;

/**
 * Places labels one after another, each where it covers least of what is there and of the labels before it:
 * on its own side where that is about as good as any other.
 */
export function settleLabels(wishes: readonly LabelWish[], obstacles: Obstacles): readonly Label[] {
  const names: Rectangle[] = [];
  const shapes: readonly Rectangle[] = [
    ...obstacles.boxes,
    ...wishes.map((wish) => boundsOf(wish.outline)),
    ...obstacles.pipes.flatMap(stretchBoxes),
  ];
  return wishes.map((wish) => {
    let best: { readonly label: Label; readonly cost: number } | undefined;
    for (const candidate of candidates(wish)) {
      if (best !== undefined && candidate.price >= best.cost) continue;
      const cost = candidate.price + covered(candidate.label.box, shapes, names, obstacles.links);
      if (best === undefined || cost < best.cost) best = { label: candidate.label, cost };
    }
    const label = best?.label ?? placeLabel(wish.text, wish.outline, wish.side, LENGTHS[0], wish.size);
    names.push(label.box);
    return label;
  });
}

function candidates(wish: LabelWish): readonly { readonly label: Label; readonly price: number }[] {
  const sides = [wish.side, ...SIDES.filter((side) => side !== wish.side)];
  return sides.flatMap((side) =>
    LENGTHS.flatMap((length, index) => {
      const label = placeLabel(wish.text, wish.outline, side, length, wish.size);
      return NUDGES.map((nudge) => ({
        label: moved(label, side, nudge),
        price: (side === wish.side ? 0 : PRICE.side) + index * PRICE.length + Math.abs(nudge) * PRICE.nudge,
      }));
    }),
  );
}

/** Labels at the side slide up and down, those above and below to left and right. */
function moved(label: Label, side: LabelSide, by: number): Label {
  const dx = side === 'left' || side === 'right' ? 0 : by;
  const dy = by - dx;
  const { x, y, box } = label;
  return { ...label, x: x + dx, y: y + dy, box: { ...box, x: box.x + dx, y: box.y + dy } };
}

function covered(
  box: Rectangle,
  shapes: readonly Rectangle[],
  names: readonly Rectangle[],
  links: readonly Point[],
): number {
  let cost = 0;
  for (const shape of shapes) cost += PRICE.shape * overlap(box, shape);
  for (const name of names) cost += PRICE.name * overlap(box, name);
  for (const point of links) if (holds(box, point)) cost += PRICE.link;
  return cost;
}

function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Boxes around the stretches of a pipe; a slanting one is followed in short pieces. */
function stretchBoxes(points: readonly Point[]): readonly Rectangle[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    if (from === undefined) return [];
    const slanting = from.x !== to.x && from.y !== to.y;
    const pieces = slanting ? Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 10)) : 1;
    return Array.from({ length: pieces }, (_, piece) => {
      const at = (share: number) => ({
        x: from.x + (to.x - from.x) * share,
        y: from.y + (to.y - from.y) * share,
      });
      const a = at(piece / pieces);
      const b = at((piece + 1) / pieces);
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      return grow(boxAround(middle, Math.abs(b.x - a.x), Math.abs(b.y - a.y)), PIPE_HALF);
    });
  });
}
