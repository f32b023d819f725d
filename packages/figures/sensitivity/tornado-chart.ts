import type { SensitivityDocument } from '@weir/study';
import { AXIS_HEIGHT, bottomAxis, referenceLine } from '../marks/axis.js';
import { label } from '../marks/label.js';
import type { Cell, Charted } from '../results/data-table.js';
import { aroundZero } from '../scales/linear.js';
import { type SvgElement, type SvgNode, svg } from '../svg/node.js';
import { capitalized } from '../text/list.js';
import { fixed, NO_BREAK } from '../text/number.js';
import { LIGHT } from '../theme/tokens.js';
import { FONT_SIZE } from '../theme/typography.js';
import { divergingColor } from './diverging.js';
import { namesWidth } from './heat-map-marks.js';
import { outcomeOf, sensitivitySource, sourceLine, subjectLine } from './sensitivity-source.js';
import { sheet } from './sheet.js';
import { shortNumber, signedPercent } from './words.js';

const MOST = 16;
const PLOT = 460;
const VALUES = 150;
const ROW = 26;
const LOW = divergingColor(-0.85);
const HIGH = divergingColor(0.85);

/**
 * Outcome with one input at either end of its range, the widest first: change from the outcome at the defaults, in
 * percent. The bar of the low end is hollow, that of the high end filled.
 */
export function tornadoChart(
  document: SensitivityDocument,
  outcome: string,
  id: string,
): Charted<SvgElement> {
  const own = outcomeOf(document, outcome);
  const rows = own.indices
    .flatMap(({ input, values }, j) => {
      const { at_low_percent: low, at_high_percent: high, range_percent: range } = values;
      const limits = document.inputs[j];
      return low == null || high == null || range == null
        ? []
        : [{ input, low, high, range, from: limits?.low ?? null, to: limits?.high ?? null }];
    })
    .sort((a, b) => b.range - a.range)
    .slice(0, MOST);
  const names = rows.length === 0 ? 0 : namesWidth(rows.map(({ input }) => input));
  const scale = aroundZero(
    rows.flatMap(({ low, high }) => [low, high]),
    [names, names + PLOT],
    6,
  );
  const title = `${capitalized(own.label)}: one input at a time, ${subjectLine(document)}`;
  const first = rows[0];
  const without = own.indices.filter(({ undefined_because }) => undefined_because !== null);
  const node = sheet(
    {
      id,
      title,
      sentence:
        first === undefined
          ? 'No input has a result at both ends of its range.'
          : `${first.input} moves it most: ${signedPercent(first.low)} at ${shortNumber(first.from)}, ${signedPercent(first.high)} at ${shortNumber(first.to)}. Hollow: low end of the range; filled: high end.`,
      description: rows
        .map(
          ({ input, low, high, from, to }) =>
            `${input}: ${signedPercent(low)} at ${shortNumber(from)}, ${signedPercent(high)} at ${shortNumber(to)}.`,
        )
        .join(' '),
      foot: [
        ...(without.length === 0
          ? []
          : [`No result at an end of the range: ${without.map(({ input }) => input).join(', ')}.`]),
        own.report.sentence,
        document.limits,
        sourceLine(document),
      ],
      source: sensitivitySource(document),
      width: names + PLOT + VALUES,
    },
    (top) => {
      const bottom = top + rows.length * ROW;
      const lanes = rows.map((_, r) => [top + r * ROW + 2, top + (r + 1) * ROW - 4] as const);
      const marks = rows.flatMap(({ input, low, high, from, to }, r): readonly SvgNode[] => {
        const y = top + r * ROW + 4;
        return [
          label(input, names - 8, y + 13, { anchor: 'end', size: FONT_SIZE.tick }),
          endBar(scale(0), scale(low), y, false),
          endBar(scale(0), scale(high), y, true),
          label(`${shortNumber(from)} to ${shortNumber(to)}`, names + PLOT + 12, y + 13, {
            size: FONT_SIZE.tick,
            color: LIGHT.muted,
          }),
        ];
      });
      return {
        nodes: [
          ...bottomAxis({
            scale,
            lanes,
            bottom,
            format: (tick) => `${tick > 0 ? '+' : ''}${fixed(tick, 0)}${NO_BREAK}%`,
            width: names + PLOT + VALUES,
          }),
          ...marks,
          ...referenceLine(scale(0), lanes),
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
      caption: `${own.label} with one input at an end of its range, change in percent`,
      columns: ['input', 'low', 'high', 'at_low_percent', 'at_high_percent'].map((key) => ({
        key,
        label: key.replaceAll('_', ' '),
      })),
      rows: rows.map(({ input, low, high, from, to }): readonly Cell[] => [
        input,
        cell(from),
        cell(to),
        cell(low),
        cell(high),
      ]),
    },
  };
}

/** A bar that is hollow at the low end: two ends on one side stay apart, the hollow one drawn over the filled. */
function endBar(zero: number, end: number, y: number, filled: boolean): SvgElement {
  const color = filled ? HIGH : LOW;
  return svg('rect', {
    x: Math.min(zero, end),
    y: filled ? y + 9 : y,
    width: Math.max(1, Math.abs(end - zero)),
    height: 9,
    fill: filled ? color : LIGHT.surface,
    stroke: color,
    'stroke-width': 1.5,
  });
}

const cell = (value: number | null): Cell => (value === null ? '' : { value, shown: shortNumber(value) });
