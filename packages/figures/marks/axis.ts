import type { LinearScale } from '../scales/linear.js';
import { type SvgElement, svg } from '../svg/node.js';
import { LIGHT } from '../theme/tokens.js';
import { estimatedWidth, FONT_SIZE } from '../theme/typography.js';
import { label } from './label.js';
import type { Lane } from './row.js';

/** A horizontal axis under the marks. */
export interface AxisOptions {
  readonly scale: LinearScale;
  /** Where the grid lines run. */
  readonly lanes: readonly Lane[];
  /** The numbers stand under it. */
  readonly bottom: number;
  readonly format: (value: number) => string;
  /** Numbers are kept within 0 and this. */
  readonly width: number;
}

/** Height of an axis with its numbers. */
export const AXIS_HEIGHT = 24;

/** How far a reference line reaches over its lane, so that it reads as one line through all rows. */
const REACH = 2;
const LABEL_GAP = 8;

/** Faint grid lines in the lanes, with the numbers of the scale under all of them, thinned out to have room. */
export function bottomAxis(options: AxisOptions): readonly SvgElement[] {
  const { scale, lanes, bottom } = options;
  return [
    ...scale.ticks.flatMap((tick) => lanes.map((lane) => gridLine(scale(tick), lane))),
    ...placed(options).map(({ text, x }) =>
      label(text, x, bottom + 18, { anchor: 'middle', size: FONT_SIZE.tick, color: LIGHT.muted }),
    ),
  ];
}

/** A faint vertical line. */
function gridLine(x: number, [top, bottom]: Lane): SvgElement {
  return svg('line', { x1: x, x2: x, y1: top, y2: bottom, stroke: LIGHT.rule, 'stroke-width': 1 });
}

/** The line of no change, or of the value to compare with, in every lane. */
export function referenceLine(x: number, lanes: readonly Lane[], dash?: string): readonly SvgElement[] {
  return lanes.map(([top, bottom]) =>
    svg('line', {
      x1: x,
      x2: x,
      y1: top - REACH,
      y2: bottom + REACH,
      stroke: LIGHT.text,
      'stroke-width': 1.5,
      'stroke-dasharray': dash,
    }),
  );
}

interface TickLabel {
  readonly text: string;
  readonly x: number;
  readonly half: number;
}

/** Labels of the ticks, kept inside the width; an outer one that would touch its neighbor is left out. */
function placed(options: AxisOptions): readonly TickLabel[] {
  const { scale, format, width } = options;
  const labels = thinned(scale, format).map((tick) => {
    const text = format(tick);
    const half = estimatedWidth(text, FONT_SIZE.tick) / 2;
    return { text, half, x: Math.min(Math.max(scale(tick), half), width - half) };
  });
  const touch = (one: TickLabel | undefined, other: TickLabel | undefined): boolean =>
    one !== undefined && other !== undefined && Math.abs(other.x - one.x) < one.half + other.half + LABEL_GAP;
  const last = labels.length - 1;
  return labels.filter((_, index) => {
    if (index === last) return !touch(labels[last - 1], labels[last]);
    return index !== 0 || !touch(labels[0], labels[1]);
  });
}

/** Every n-th tick, counted from zero, so that the numbers have room. */
function thinned(scale: LinearScale, format: (value: number) => string): readonly number[] {
  const ticks = scale.ticks;
  const [first = 0, second = 1] = ticks.map((tick) => scale(tick));
  const room = Math.abs(second - first);
  const widest = Math.max(...ticks.map((tick) => estimatedWidth(format(tick), FONT_SIZE.tick))) + 8;
  const stride = Math.max(1, Math.ceil(widest / room));
  const zero = Math.max(0, ticks.indexOf(0));
  return ticks.filter((_, index) => (index - zero) % stride === 0);
}
