import { type SvgElement, svg } from '../svg/node.js';
import type { PolicyStyle } from '../theme/policy-style.js';
import { marker } from './marker.js';

/** A policy's point with a line to it from the place of no change. */
export function stem(from: number, to: number, middle: number, style: PolicyStyle): readonly SvgElement[] {
  const line = svg('line', {
    x1: from,
    x2: to,
    y1: middle,
    y2: middle,
    stroke: style.color,
    'stroke-width': 3,
  });
  return [line, marker(to, middle, style)];
}
