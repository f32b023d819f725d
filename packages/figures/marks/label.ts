import { type SvgElement, svg } from '../svg/node.js';
import { LIGHT } from '../theme/tokens.js';
import { FONT_SIZE } from '../theme/typography.js';

/** How a label is set. */
export interface LabelStyle {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  /** A white outline that keeps the label readable over marks. */
  readonly halo?: boolean;
}

/** One line of text with its baseline at `y`. */
export function label(text: string, x: number, y: number, style: LabelStyle = {}): SvgElement {
  return svg(
    'text',
    {
      x,
      y,
      'text-anchor': style.anchor === 'start' ? undefined : style.anchor,
      'font-size': style.size ?? FONT_SIZE.small,
      'font-weight': style.bold === true ? 600 : undefined,
      fill: style.color ?? LIGHT.text,
      ...(style.halo === true
        ? { stroke: LIGHT.surface, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
        : {}),
    },
    text,
  );
}

/** Lines of text one under another, the first with its baseline at `y`. */
export function labelLines(
  lines: readonly string[],
  x: number,
  y: number,
  lineHeight: number,
  style: LabelStyle = {},
): readonly SvgElement[] {
  return lines.map((line, index) => label(line, x, y + index * lineHeight, style));
}
