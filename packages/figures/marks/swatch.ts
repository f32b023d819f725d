import { type SvgElement, svg } from '../svg/node.js';
import type { PolicyStyle } from '../theme/policy-style.js';
import { LIGHT } from '../theme/tokens.js';
import { marker } from './marker.js';

/** A policy's line and point beside its name; hidden from people who hear the name anyway. */
export function policySwatch(style: PolicyStyle): SvgElement {
  return svg(
    'svg',
    { viewBox: '0 0 36 16', width: 36, height: 16, 'aria-hidden': 'true', class: 'swatch' },
    svg('rect', { width: 36, height: 16, rx: 4, fill: LIGHT.surface }),
    svg('line', {
      x1: 2,
      x2: 34,
      y1: 8,
      y2: 8,
      stroke: style.color,
      'stroke-width': style.width,
      'stroke-dasharray': style.dash,
    }),
    marker(18, 8, style, 4.5),
  );
}
