import type { SensitivityDocument } from '@weir/study';
import { AXIS_HEIGHT, bottomAxis } from '../marks/axis.js';
import { label } from '../marks/label.js';
import type { Cell, Charted } from '../results/data-table.js';
import { fromZero } from '../scales/linear.js';
import { type SvgElement, type SvgNode, svg } from '../svg/node.js';
import { capitalized } from '../text/list.js';
import { fixed } from '../text/number.js';
import { LIGHT } from '../theme/tokens.js';
import { FONT_SIZE } from '../theme/typography.js';
import { divergingColor } from './diverging.js';
import { namesWidth } from './heat-map-marks.js';
import { largestFirst, outcomeOf, sensitivitySource, sourceLine, subjectLine } from './sensitivity-source.js';
import { sheet } from './sheet.js';

const MOST = 16;
const PLOT = 420;
const VALUES = 120;
const ROW = 26;
const FIRST = divergingColor(-0.9);

/**
 * Sobol' indices of one outcome, the largest total first: a filled bar for what an input explains alone, a hollow one
 * up to its total, between them what it explains together with others. Whiskers are intervals of the total.
 */
export function interactionChart(
  document: SensitivityDocument,
  outcome: string,
  id: string,
): Charted<SvgElement> {
  const own = outcomeOf(document, outcome);
  const rows = largestFirst(own, 'total', MOST).flatMap(({ input, place }) => {
    const { first, total, total_low: low, total_high: high } = own.indices[place]?.values ?? {};
    return first == null || total == null
      ? []
      : [{ input, first, total, low: low ?? null, high: high ?? null }];
  });
  const names = rows.length === 0 ? 0 : namesWidth(rows.map(({ input }) => input));
  const scale = fromZero(
    rows.flatMap(({ first, total, high }) => [first, total, high ?? 0]),
    [names, names + PLOT],
    5,
  );
  const { first_order_sum: sum = null } = own.report.facts;
  const title = `${capitalized(own.label)}: alone and together, ${subjectLine(document)}`;
  const node = sheet(
    {
      id,
      title,
      sentence:
        sum === null
          ? own.report.sentence
          : `Single inputs explain ${fixed(100 * sum, 0)} % of the variance${between(own.report.facts)}; what is left is interaction. Filled: alone; hollow: up to the total with all interactions.`,
      description: rows
        .map(({ input, first, total }) => `${input}: first ${fixed(first, 3)}, total ${fixed(total, 3)}.`)
        .join(' '),
      foot: [
        own.report.sentence,
        ...own.report.concerns.map(({ text }) => text),
        document.limits,
        sourceLine(document),
      ],
      source: sensitivitySource(document),
      width: names + PLOT + VALUES,
    },
    (top) => {
      const bottom = top + rows.length * ROW;
      const lanes = rows.map((_, r) => [top + r * ROW + 2, top + (r + 1) * ROW - 4] as const);
      return {
        nodes: [
          ...bottomAxis({
            scale,
            lanes,
            bottom,
            format: (tick) => fixed(tick, scale.domain[1] > 0.5 ? 1 : 2),
            width: names + PLOT + VALUES,
          }),
          ...rows.flatMap((row, r) => bars(row, names, scale, top + r * ROW + 4)),
        ],
        bottom: bottom + AXIS_HEIGHT,
      };
    },
  );
  return {
    id,
    title: `${title}.`,
    node,
    table: {
      id,
      caption: `Sobol' indices of ${own.label}`,
      columns: ['input', 'first', 'total', 'interaction'].map((key) => ({ key, label: key })),
      rows: rows.map(({ input, first, total }): readonly Cell[] => [
        input,
        share(first),
        share(total),
        share(total - first),
      ]),
    },
  };
}

interface Row {
  readonly input: string;
  readonly first: number;
  readonly total: number;
  readonly low: number | null;
  readonly high: number | null;
}

function bars(
  { input, first, total, low, high }: Row,
  names: number,
  scale: (value: number) => number,
  y: number,
): readonly SvgNode[] {
  const zero = scale(0);
  const alone = Math.max(zero, scale(first));
  const whole = Math.max(zero, scale(total));
  return [
    label(input, names - 8, y + 13, { anchor: 'end', size: FONT_SIZE.tick }),
    svg('rect', {
      x: zero,
      y,
      width: Math.max(0, whole - zero),
      height: 16,
      fill: LIGHT.surface,
      stroke: FIRST,
      'stroke-width': 1.5,
    }),
    svg('rect', { x: zero, y, width: Math.max(0, alone - zero), height: 16, fill: FIRST }),
    ...(low === null || high === null
      ? []
      : [
          svg('line', {
            x1: scale(Math.max(0, low)),
            x2: scale(Math.max(0, high)),
            y1: y + 8,
            y2: y + 8,
            stroke: LIGHT.text,
            'stroke-width': 1.5,
          }),
        ]),
    label(`${fixed(first, 2)} / ${fixed(total, 2)}`, names + PLOT + 12, y + 13, {
      size: FONT_SIZE.tick,
      color: LIGHT.muted,
    }),
  ];
}

const share = (value: number): Cell => ({ value, shown: fixed(value, 3) });

function between({
  first_order_sum_low: low,
  first_order_sum_high: high,
}: Readonly<Record<string, number | null>>): string {
  return low == null || high == null
    ? ', without an interval'
    : ` (interval ${fixed(100 * low, 0)} to ${fixed(100 * high, 0)} %)`;
}
