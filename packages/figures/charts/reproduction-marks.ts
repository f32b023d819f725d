import { label } from '../marks/label.js';
import { spread } from '../scales/spread.js';
import { type SvgElement, svg } from '../svg/node.js';
import { LIGHT } from '../theme/tokens.js';
import { estimatedWidth, FONT_SIZE } from '../theme/typography.js';

/** One thing for each of the three values that are compared. */
export interface Trio<T> {
  readonly estimated: T;
  readonly published: T;
  readonly computed: T;
}

/** Room for the labels under the marks. */
export const LABEL_ROOM = 18;

const SAME_PLACE = 8;
const GAP = 16;

/** Published as a full dot, computed as a ring around its place, estimated as an open diamond. */
export function comparisonMarks(places: Trio<number>, middle: number): readonly SvgElement[] {
  const line = { fill: 'none', stroke: LIGHT.text, 'stroke-width': 2 };
  const { estimated: x } = places;
  return [
    svg('line', {
      x1: places.estimated,
      x2: places.published,
      y1: middle,
      y2: middle,
      stroke: LIGHT.control,
      'stroke-width': 1,
      'stroke-dasharray': '2 3',
    }),
    svg('polygon', {
      points: `${x},${middle - 7} ${x + 7},${middle} ${x},${middle + 7} ${x - 7},${middle}`,
      ...line,
      fill: LIGHT.surface,
      stroke: LIGHT.muted,
    }),
    svg('circle', { cx: places.published, cy: middle, r: 3.5, fill: LIGHT.text }),
    svg('circle', { cx: places.computed, cy: middle, r: 7.5, ...line }),
  ];
}

/** A label under each mark, one for both where published and computed coincide; none overlap. */
export function comparisonLabels(
  places: Trio<number>,
  words: Trio<string>,
  y: number,
  width: number,
): readonly SvgElement[] {
  const together = Math.abs(places.published - places.computed) < SAME_PLACE;
  const labels = [
    { x: places.estimated, text: `estimated ${words.estimated}` },
    ...(together
      ? [{ x: places.published, text: `published ${words.published}, Weir ${words.computed}` }]
      : [
          { x: places.published, text: `published ${words.published}` },
          { x: places.computed, text: `Weir ${words.computed}` },
        ]),
  ];
  const sizes = labels.map(({ text }) => estimatedWidth(text, FONT_SIZE.small) + GAP);
  const centers = spread(
    labels.map(({ x }) => x),
    sizes,
    -GAP / 2,
    width + GAP / 2,
  );
  return labels.map(({ text }, index) =>
    label(text, centers[index] ?? 0, y, { anchor: 'middle', color: LIGHT.muted, halo: true }),
  );
}
