import { type SvgElement, svg } from '../svg/node.js';
import { LIGHT } from '../theme/tokens.js';
import { short } from './geometry.js';
import type { SceneLink } from './scene.js';

/** Draws the thin line or arc of a connector. */
export function drawLink(link: SceneLink): SvgElement {
  const { from, to, arc } = link.curve;
  const end = `${short(to.x)} ${short(to.y)}`;
  const course =
    arc === undefined
      ? `L${end}`
      : `A${short(arc.radius)} ${short(arc.radius)} 0 ${arc.large ? 1 : 0} ${arc.clockwise ? 1 : 0} ${end}`;
  return svg('path', {
    d: `M${short(from.x)} ${short(from.y)}${course}`,
    fill: 'none',
    stroke: LIGHT.control,
    'stroke-width': 1.2,
  });
}

/** Draws a connector's arrowhead, and its polarity where the file gives one. */
export function drawLinkHead(link: SceneLink): readonly SvgElement[] {
  const { to, heading } = link.curve;
  const head = svg('path', {
    d: 'M1 0L-7 -3.5L-7 3.5Z',
    fill: LIGHT.control,
    transform: `translate(${short(to.x)} ${short(to.y)}) rotate(${short((heading * 180) / Math.PI)})`,
  });
  if (link.polarity === undefined) return [head];
  const sign = svg(
    'text',
    {
      x: to.x - 14 * Math.cos(heading) - 9 * Math.sin(heading),
      y: to.y - 14 * Math.sin(heading) + 9 * Math.cos(heading) + 4,
      'font-size': 13,
      'text-anchor': 'middle',
      fill: LIGHT.muted,
    },
    link.polarity === '-' ? '\u2212' : '+',
  );
  return [head, sign];
}
