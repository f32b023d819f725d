import { FONT_STACK } from '../theme/typography.js';
import { type SvgElement, type SvgNode, svg } from './node.js';

/** What a figure must carry wherever it goes: which version, model and runs it shows, and their limits. */
export interface FigureSource {
  readonly weir: string;
  readonly model: string;
  readonly corrections: readonly string[];
  readonly settings: Readonly<Record<string, string | number>>;
  /** Run ids by scenario id. */
  readonly runs: Readonly<Record<string, string>>;
  readonly limits: string;
}

/** A figure's frame: size, names for people who do not see it, and its source. */
export interface FigureFrame {
  /** Unique in the page; the ids of title and description begin with it. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** A sentence that says what the figure shows. */
  readonly title: string;
  /** The figure's numbers in words. */
  readonly description: string;
  readonly source: FigureSource;
}

/** Wraps marks as a figure: an image with a title, a description and its source as metadata. */
export function figure(frame: FigureFrame, ...children: readonly SvgNode[]): SvgElement {
  const { id, width, height } = frame;
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      id,
      viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`,
      width: Math.round(width),
      height: Math.round(height),
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': FONT_STACK,
      style: 'font-variant-numeric:tabular-nums',
    },
    svg('title', { id: `${id}-title` }, frame.title),
    svg('desc', { id: `${id}-desc` }, frame.description),
    svg('metadata', {}, JSON.stringify(frame.source)),
    ...children,
  );
}
