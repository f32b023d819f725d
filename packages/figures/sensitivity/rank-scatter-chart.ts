import type { SensitivityDocument } from '@weir/study';
import { label, labelLines } from '../marks/label.js';
import type { Cell, Charted } from '../results/data-table.js';
import { type SvgElement, type SvgNode, svg } from '../svg/node.js';
import { capitalized } from '../text/list.js';
import { fixed } from '../text/number.js';
import { LIGHT } from '../theme/tokens.js';
import { FONT_SIZE } from '../theme/typography.js';
import { divergingColor } from './diverging.js';
import { outcomeOf, sensitivitySource, sourceLine, subjectLine } from './sensitivity-source.js';
import { sheet } from './sheet.js';
import { nameLines } from './words.js';

/** What the other inputs leave of the ranks of one input and of the outcome; see `rankResiduals`. */
export interface ResidualPoints {
  readonly input: string;
  readonly prcc: number;
  /** Standardized residual ranks, shape [n]. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

const COLUMNS = 3;
const PANEL = 236;
const GAP = 28;
const PLOT = 200;
const HEAD = 40;
/** Points drawn of many: more would only blacken the panel. */
const MOST_POINTS = 800;
/** Standard deviations from the middle of a panel to its edge, across and up; points beyond stand on the edge. */
const ACROSS = 2.2;
const UP = 3.2;

/**
 * Residual ranks of an outcome against those of single inputs, each given all other inputs: the slope of a panel's line
 * is its PRCC. Bends and fans that one number hides are seen here.
 */
export function rankScatterChart(
  document: SensitivityDocument,
  outcome: string,
  panels: readonly ResidualPoints[],
  id: string,
): Charted<SvgElement> {
  const own = outcomeOf(document, outcome);
  const rows = Math.ceil(panels.length / COLUMNS);
  const height = HEAD + PLOT + 24;
  const n = panels[0]?.x.length ?? 0;
  const title = `${capitalized(own.label)}: ranks of the outcome and of single inputs, given the others, ${subjectLine(document)}`;
  const drawn = Math.min(n, MOST_POINTS);
  const node = sheet(
    {
      id,
      title,
      sentence: `Each point is a run: what the other inputs leave of the rank of the input (across) and of the outcome (up), in standard deviations. The slope of the line is the PRCC.${drawn < n ? ` ${drawn} of ${n} runs are drawn, evenly through the design; lines use all.` : ''}`,
      description: panels.map(({ input, prcc }) => `${input}: PRCC ${fixed(prcc, 3)}.`).join(' '),
      foot: [own.report.sentence, document.limits, sourceLine(document)],
      source: sensitivitySource(document),
      width: COLUMNS * PANEL + (COLUMNS - 1) * GAP,
    },
    (top) => ({
      nodes: panels.flatMap((points, p) =>
        panel(points, (p % COLUMNS) * (PANEL + GAP), top + Math.floor(p / COLUMNS) * height),
      ),
      bottom: top + rows * height,
    }),
  );
  return {
    id,
    title: `${title}.`,
    node,
    table: {
      id,
      caption: title,
      columns: [
        { key: 'input', label: 'Input' },
        { key: 'prcc', label: 'PRCC' },
        { key: 'runs', label: 'Runs' },
      ],
      rows: panels.map(({ input, prcc, x }): readonly Cell[] => [
        input,
        { value: prcc, shown: fixed(prcc, 3) },
        { value: x.length, shown: fixed(x.length, 0) },
      ]),
    },
  };
}

function panel({ input, prcc, x, y }: ResidualPoints, left: number, top: number): readonly SvgNode[] {
  const n = x.length;
  const scale = Math.sqrt(n);
  const toX = (value: number): number => left + ((clamp(value, ACROSS) + ACROSS) / (2 * ACROSS)) * PANEL;
  const toY = (value: number): number => top + HEAD + ((UP - clamp(value, UP)) / (2 * UP)) * PLOT;
  const count = Math.min(n, MOST_POINTS);
  // One path for all points: small squares, so that the file stays small.
  const dots = Array.from({ length: count }, (_, i) => {
    const row = Math.floor((i * n) / count);
    const [px, py] = [toX((x[row] ?? 0) * scale), toY((y[row] ?? 0) * scale)];
    return `M${(px - 1).toFixed(1)} ${(py - 1).toFixed(1)}h2v2h-2z`;
  });
  const lines = nameLines(input, PANEL - 60);
  return [
    svg('rect', { x: left, y: top + HEAD, width: PANEL, height: PLOT, fill: 'none', stroke: LIGHT.rule }),
    svg('path', { d: dots.join(''), fill: divergingColor(-0.7), 'fill-opacity': 0.55 }),
    svg('line', {
      x1: toX(-ACROSS),
      x2: toX(ACROSS),
      y1: toY(-ACROSS * prcc),
      y2: toY(ACROSS * prcc),
      stroke: divergingColor(1),
      'stroke-width': 2,
    }),
    ...labelLines(lines.slice(0, 2), left, top + 14, 16, { size: FONT_SIZE.tick, bold: true }),
    label(fixed(prcc, 2), left + PANEL, top + 14, { anchor: 'end', size: FONT_SIZE.small, bold: true }),
  ];
}

const clamp = (value: number, reach: number): number => Math.max(-reach, Math.min(reach, value));
