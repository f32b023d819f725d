import { type SvgElement, svg } from '../svg/node.js';
import { LIGHT } from '../theme/tokens.js';
import type { Label } from './label.js';

/** How a label is set. */
export interface LabelStyle {
  readonly color: string;
  readonly weight?: number;
  readonly italic?: boolean;
  /** A rim in the color of the ground, for labels that may stand on pipes and links. */
  readonly rim?: boolean;
}

/** Draws a label, one `tspan` a line. */
export function drawLabel(label: Label, style: LabelStyle): SvgElement {
  return svg(
    'text',
    {
      'text-anchor': label.anchor,
      'font-size': label.size,
      fill: style.color,
      'font-weight': style.weight,
      'font-style': style.italic === true ? 'italic' : undefined,
      ...(style.rim === true
        ? { stroke: LIGHT.surface, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
        : {}),
    },
    ...label.lines.map((line, index) =>
      svg('tspan', { x: label.x, y: label.y + index * label.lineHeight }, line),
    ),
  );
}
