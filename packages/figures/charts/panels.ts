import { labelLines } from '../marks/label.js';
import { type Results, sourceOf } from '../results/comparison.js';
import type { Charted } from '../results/data-table.js';
import { type FigureSource, figure } from '../svg/figure.js';
import { type SvgElement, type SvgNode, svg } from '../svg/node.js';
import { LIGHT } from '../theme/tokens.js';
import { FONT_SIZE, wrapText } from '../theme/typography.js';

const GAP = 40;
const MARGIN = 24;
const LINE = 18;
const TITLE_LINE = 26;

/**
 * Several panels as one figure to take away, in rows of `columns`, under its title and over its limits and
 * source. The description is that of the panels.
 */
export function panelSheet(
  results: Results,
  id: string,
  title: string,
  panels: readonly Charted<SvgElement>[],
  columns = 2,
): SvgElement {
  const sizes = panels.map(({ node }) => ({
    width: Number(node.attributes.width ?? 0),
    height: Number(node.attributes.height ?? 0),
  }));
  const cell = Math.max(0, ...sizes.map((size) => size.width));
  const inner = Math.min(columns, panels.length) * (cell + GAP) - GAP;
  const titles = wrapText(title, inner, FONT_SIZE.lead, true);
  const nodes: SvgNode[] = [
    ...labelLines(titles, MARGIN, MARGIN + FONT_SIZE.lead, TITLE_LINE, { size: FONT_SIZE.lead, bold: true }),
  ];
  let y = MARGIN + titles.length * TITLE_LINE + LINE;
  for (let first = 0; first < panels.length; first += columns) {
    for (const [column, panel] of panels.slice(first, first + columns).entries()) {
      const x = MARGIN + column * (cell + GAP);
      nodes.push(svg('g', { transform: `translate(${x} ${y})` }, ...marksOf(panel.node)));
    }
    y += Math.max(0, ...sizes.slice(first, first + columns).map((size) => size.height)) + GAP;
  }
  const source = sourceOf(results);
  const foot = wrapText(`${source.limits} ${sourceLine(source)}`, inner, FONT_SIZE.tick);
  nodes.push(...labelLines(foot, MARGIN, y, LINE, { size: FONT_SIZE.tick, color: LIGHT.muted }));
  const width = inner + 2 * MARGIN;
  const height = y + foot.length * LINE + MARGIN / 2;
  return figure(
    {
      id,
      width,
      height,
      title,
      description: panels.map((panel) => panel.title).join(' '),
      source,
    },
    svg('rect', { width, height, fill: LIGHT.surface }),
    ...nodes,
  );
}

function sourceLine({ weir, model, corrections, settings }: FigureSource): string {
  const corrected = corrections.length === 0 ? 'no corrections' : `corrections ${corrections.join(', ')}`;
  const words = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return `Model ${model}, ${corrected}; Weir ${weir}; ${words.join(', ')}.`;
}

/** A figure's marks without its title, description and metadata. */
function marksOf(node: SvgElement): readonly SvgNode[] {
  return node.children.filter(
    (child) => typeof child === 'string' || !['title', 'desc', 'metadata'].includes(child.name),
  );
}
