import type { LabelSide, Point } from '@weir/model';
import { estimatedWidth } from '../theme/typography.js';
import type { Outline, Rectangle } from './geometry.js';
import { boundsOf, centreOf } from './geometry.js';
import { wrapLabel } from './wrap-label.js';

/** A placed label: where each of its lines begins or is centered, and the room it takes. */
export interface Label {
  readonly lines: readonly string[];
  readonly anchor: 'start' | 'middle' | 'end';
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly size: number;
  readonly lineHeight: number;
  readonly box: Rectangle;
}

const GAP = 5;

/**
 * A label beside, or in the middle of, an outline.
 *
 * @param length - Letters a line should hold.
 * @param size - Font size in pixels.
 */
export function placeLabel(
  text: string,
  outline: Outline,
  side: LabelSide,
  length: number,
  size: number,
  bold = false,
): Label {
  const lines = wrapLabel(text, length);
  const lineHeight = size * 1.2;
  const height = lines.length * lineHeight;
  const width = Math.max(0, ...lines.map((line) => estimatedWidth(line, size, bold)));
  const centre = centreOf(outline);
  const around = boundsOf(outline);
  const top = {
    top: around.y - GAP - height,
    bottom: around.y + around.height + GAP,
    left: centre.y - height / 2,
    right: centre.y - height / 2,
    center: centre.y - height / 2,
  }[side];
  const left = {
    top: centre.x - width / 2,
    bottom: centre.x - width / 2,
    left: around.x - GAP - width,
    right: around.x + around.width + GAP,
    center: centre.x - width / 2,
  }[side];
  const anchor = side === 'left' ? 'end' : side === 'right' ? 'start' : 'middle';
  return {
    lines,
    anchor,
    x: { start: left, middle: left + width / 2, end: left + width }[anchor],
    y: top + size * 0.95,
    size,
    lineHeight,
    box: { x: left, y: top, width, height },
  };
}

/** A label in the upper left corner of a box, as frames and notes have. */
export function cornerLabel(text: string, corner: Point, length: number, size: number): Label {
  const lines = wrapLabel(text, length);
  const lineHeight = size * 1.2;
  const width = Math.max(0, ...lines.map((line) => estimatedWidth(line, size)));
  return {
    lines,
    anchor: 'start',
    x: corner.x,
    y: corner.y + size * 0.95,
    size,
    lineHeight,
    box: { x: corner.x, y: corner.y, width, height: lines.length * lineHeight },
  };
}
