import { type SvgElement, svg } from '../svg/node.js';
import type { PolicyStyle } from '../theme/policy-style.js';
import { LIGHT } from '../theme/tokens.js';

const RADIUS = 6;

/** A policy's point: its shape and color, filled unless it is a second reading. */
export function marker(x: number, y: number, style: PolicyStyle, radius = RADIUS): SvgElement {
  const paint = {
    fill: style.hollow ? LIGHT.surface : style.color,
    stroke: style.hollow ? style.color : LIGHT.surface,
    'stroke-width': style.hollow ? 2 : 1,
  };
  switch (style.marker) {
    case 'circle':
      return svg('circle', { cx: x, cy: y, r: radius, ...paint });
    case 'square': {
      const half = radius * 0.9;
      return svg('rect', { x: x - half, y: y - half, width: 2 * half, height: 2 * half, ...paint });
    }
    case 'bar':
      return svg('rect', { x: x - 2, y: y - radius - 1, width: 4, height: 2 * radius + 2, ...paint });
    case 'diamond':
      return polygon(x, y, radius * 1.2, [0, 90, 180, 270], paint);
    case 'triangle':
      return polygon(x, y + radius * 0.2, radius * 1.25, [0, 120, 240], paint);
    case 'triangle-down':
      return polygon(x, y - radius * 0.2, radius * 1.25, [60, 180, 300], paint);
    case 'pentagon':
      return polygon(x, y, radius * 1.15, [0, 72, 144, 216, 288], paint);
    case 'cross':
      return spiked(x, y, radius * 1.25, 4, 0.35, paint);
    case 'star':
      return spiked(x, y, radius * 1.35, 5, 0.45, paint);
  }
}

/** A polygon whose corners are far out and near the middle in turn. */
function spiked(
  x: number,
  y: number,
  radius: number,
  spikes: number,
  waist: number,
  paint: Readonly<Record<string, string | number>>,
): SvgElement {
  const points = Array.from({ length: 2 * spikes }, (_, index) => {
    const radians = (index * Math.PI) / spikes;
    const reach = index % 2 === 0 ? radius : radius * waist;
    return `${(x + reach * Math.sin(radians)).toFixed(2)},${(y - reach * Math.cos(radians)).toFixed(2)}`;
  });
  return svg('polygon', { points: points.join(' '), ...paint });
}

/** A polygon with its corners at these angles, in degrees clockwise from the top. */
function polygon(
  x: number,
  y: number,
  radius: number,
  angles: readonly number[],
  paint: Readonly<Record<string, string | number>>,
): SvgElement {
  const points = angles.map((angle) => {
    const radians = (angle * Math.PI) / 180;
    return `${(x + radius * Math.sin(radians)).toFixed(2)},${(y - radius * Math.cos(radians)).toFixed(2)}`;
  });
  return svg('polygon', { points: points.join(' '), ...paint });
}
