import { type SvgElement, svg } from '../svg/node.js';
import { LIGHT } from '../theme/tokens.js';
import { drawLabel } from './draw-label.js';
import type { SceneNode } from './scene.js';

/** Draws the shape of a stock, an auxiliary, a constant or an alias. */
export function drawShape(node: SceneNode): SvgElement {
  const alias = node.kind === 'alias';
  const shared = {
    fill: node.kind === 'auxiliary' ? node.color : LIGHT.surface,
    stroke: alias ? LIGHT.control : node.color,
    'stroke-width': node.kind === 'stock' ? 2.5 : 1.8,
    'stroke-dasharray': alias ? '4 3' : undefined,
  };
  if (node.outline.form === 'box') return svg('rect', { ...node.outline.box, rx: 4, ...shared });
  const { centre, radius } = node.outline;
  return svg('circle', { cx: centre.x, cy: centre.y, r: radius, ...shared });
}

/** Draws the name of a stock, an auxiliary, a constant or an alias. */
export function drawName(node: SceneNode): SvgElement {
  if (node.kind === 'stock') return drawLabel(node.label, { color: LIGHT.text, weight: 600, rim: true });
  if (node.kind === 'alias') return drawLabel(node.label, { color: LIGHT.muted, italic: true, rim: true });
  return drawLabel(node.label, { color: LIGHT.text, rim: true });
}
