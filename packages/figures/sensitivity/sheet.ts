import { labelLines } from '../marks/label.js';
import { type FigureSource, figure } from '../svg/figure.js';
import { type SvgElement, type SvgNode, svg } from '../svg/node.js';
import { LIGHT } from '../theme/tokens.js';
import { FONT_SIZE, wrapText } from '../theme/typography.js';

const MARGIN = 24;
const TITLE_LINE = 26;
const LINE = 18;

/** What stands around the marks of a figure. */
export interface SheetFrame {
  readonly id: string;
  readonly title: string;
  /** A sentence under the title. */
  readonly sentence: string;
  /** The figure's numbers in words. */
  readonly description: string;
  /** Sentences under the marks: verdicts, limits, where the numbers come from. */
  readonly foot: readonly string[];
  readonly source: FigureSource;
  /** Of the marks. */
  readonly width: number;
}

/**
 * A figure to take away: title and sentence over the marks, verdict, limits and source under them.
 *
 * @param draw - Draws the marks from `top` downwards, x from 0 to the width, and says where they end.
 */
export function sheet(
  frame: SheetFrame,
  draw: (top: number) => { readonly nodes: readonly SvgNode[]; readonly bottom: number },
): SvgElement {
  const { id, width, title, description, source } = frame;
  const titles = wrapText(title, width, FONT_SIZE.lead, true);
  const sentences = wrapText(frame.sentence, width, FONT_SIZE.small);
  let y = titles.length * TITLE_LINE;
  const head: SvgNode[] = [
    ...labelLines(titles, 0, FONT_SIZE.lead, TITLE_LINE, { size: FONT_SIZE.lead, bold: true }),
    ...labelLines(sentences, 0, y + FONT_SIZE.small, LINE, { color: LIGHT.muted }),
  ];
  y += sentences.length * LINE + 20;
  const { nodes, bottom } = draw(y);
  const foot = frame.foot.flatMap((sentence) => wrapText(sentence, width, FONT_SIZE.tick));
  const height = bottom + 16 + foot.length * LINE + 2 * MARGIN;
  const whole = width + 2 * MARGIN;
  return figure(
    { id, width: whole, height, title, description, source },
    svg('rect', { width: whole, height, fill: LIGHT.surface }),
    svg(
      'g',
      { transform: `translate(${MARGIN} ${MARGIN})` },
      ...head,
      ...nodes,
      ...labelLines(foot, 0, bottom + 16 + FONT_SIZE.tick, LINE, {
        size: FONT_SIZE.tick,
        color: LIGHT.muted,
      }),
    ),
  );
}
