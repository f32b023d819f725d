import { type SvgElement, svg } from '../svg/node.js';
import type { PolicyStyle } from '../theme/policy-style.js';
import { LIGHT } from '../theme/tokens.js';

/** A horizontal bar between two places, filled unless it is a second reading. */
export function bar(
  from: number,
  to: number,
  middle: number,
  thickness: number,
  style: PolicyStyle,
): SvgElement {
  const inset = style.hollow ? 1 : 0;
  return svg('rect', {
    x: Math.min(from, to) + inset,
    y: middle - thickness / 2 + inset,
    width: Math.max(0, Math.abs(to - from) - 2 * inset),
    height: thickness - 2 * inset,
    fill: style.hollow ? LIGHT.surface : style.color,
    stroke: style.hollow ? style.color : undefined,
    'stroke-width': style.hollow ? 2 : undefined,
  });
}
