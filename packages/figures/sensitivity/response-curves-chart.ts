import type { ResponseCurve, SensitivityDocument } from '@weir/study';
import { label, labelLines } from '../marks/label.js';
import type { Cell, Charted } from '../results/data-table.js';
import { covering, type LinearScale } from '../scales/linear.js';
import { type SvgElement, type SvgNode, svg } from '../svg/node.js';
import { capitalized } from '../text/list.js';
import { fixed } from '../text/number.js';
import { LIGHT } from '../theme/tokens.js';
import { FONT_SIZE } from '../theme/typography.js';
import { divergingColor } from './diverging.js';
import { largestFirst, outcomeOf, sensitivitySource, sourceLine, subjectLine } from './sensitivity-source.js';
import { sheet } from './sheet.js';
import { nameLines, shortNumber, signedPercent } from './words.js';

const MOST = 12;
const COLUMNS = 3;
const PANEL = 236;
const GAP = 28;
const PLOT = 110;
const LEFT = 44;
const HEAD = 48;
const FOOT = 36;
const LINE_COLOR = divergingColor(-1);

/**
 * Outcome along each input, the others at their defaults: small panels of the inputs that move it most, all with the
 * same scale of changes in percent. A dot marks the default.
 */
export function responseCurvesChart(
  document: SensitivityDocument,
  outcome: string,
  id: string,
): Charted<SvgElement> {
  const own = outcomeOf(document, outcome);
  const baseline = own.baseline ?? 0;
  const shown = largestFirst(own, 'range_percent', MOST).flatMap(({ place }) => {
    const curve = own.curves[place];
    return curve === undefined || curve.inputs.length < 2 || baseline === 0 ? [] : [curve];
  });
  const change = (value: number): number => (100 * (value - baseline)) / Math.abs(baseline);
  const all = shown.flatMap(({ outputs }) => outputs.map(change));
  const rows = Math.ceil(shown.length / COLUMNS);
  const height = HEAD + PLOT + FOOT;
  const title = `${capitalized(own.label)}: response to single inputs, ${subjectLine(document)}`;
  const least = all.length === 0 ? 0 : Math.min(...all);
  const most = all.length === 0 ? 0 : Math.max(...all);
  const node = sheet(
    {
      id,
      title,
      sentence: `Change in percent from the outcome at the defaults (dot), the others at their defaults. The ${shown.length} inputs of ${own.indices.length} that move it most, from ${signedPercent(least)} to ${signedPercent(most)}.`,
      description: shown.map((curve) => curveWords(curve, change)).join(' '),
      foot: [own.report.sentence, document.limits, sourceLine(document)],
      source: sensitivitySource(document),
      width: COLUMNS * PANEL + (COLUMNS - 1) * GAP,
    },
    (top) => ({
      nodes: shown.flatMap((curve, p) =>
        panel(
          curve,
          document.inputs.find(({ name }) => name === curve.input)?.default ?? null,
          change,
          [least, most],
          (p % COLUMNS) * (PANEL + GAP),
          top + Math.floor(p / COLUMNS) * height,
        ),
      ),
      bottom: top + rows * height,
    }),
  );
  return { id, title: `${title}.`, node, table: tableOf(shown, id, own.label, change) };
}

function panel(
  { input, inputs, outputs }: ResponseCurve,
  start: number | null,
  change: (value: number) => number,
  reach: readonly [number, number],
  left: number,
  top: number,
): readonly SvgNode[] {
  const from = inputs[0] ?? 0;
  const to = inputs[inputs.length - 1] ?? 1;
  const y = covering([...reach, 0], [top + HEAD + PLOT, top + HEAD], 3);
  const x = (value: number): number => left + LEFT + ((value - from) / (to - from)) * (PANEL - LEFT - 8);
  const points = inputs.map((value, i) => `${round(x(value))},${round(y(change(outputs[i] ?? 0)))}`);
  const lines = nameLines(input, PANEL);
  return [
    ...labelLines(lines.slice(0, 2), left, top + 12, 16, { size: FONT_SIZE.tick, bold: true }),
    ...gridOf(y, left),
    svg('polyline', { points: points.join(' '), fill: 'none', stroke: LINE_COLOR, 'stroke-width': 2 }),
    ...(start === null || start < from || start > to
      ? []
      : [svg('circle', { cx: x(start), cy: y(0), r: 4, fill: LIGHT.text })]),
    label(shortNumber(from), left + LEFT, top + HEAD + PLOT + 16, {
      size: FONT_SIZE.tick,
      color: LIGHT.muted,
    }),
    label(shortNumber(to), left + PANEL - 8, top + HEAD + PLOT + 16, {
      anchor: 'end',
      size: FONT_SIZE.tick,
      color: LIGHT.muted,
    }),
  ];
}

function gridOf(y: LinearScale, left: number): readonly SvgNode[] {
  return y.ticks.flatMap((tick) => [
    svg('line', {
      x1: left + LEFT,
      x2: left + PANEL - 8,
      y1: y(tick),
      y2: y(tick),
      stroke: tick === 0 ? LIGHT.control : LIGHT.rule,
      'stroke-width': 1,
    }),
    label(fixed(tick, 0), left + LEFT - 6, y(tick) + 4, {
      anchor: 'end',
      size: FONT_SIZE.tick,
      color: LIGHT.muted,
    }),
  ]);
}

function curveWords({ input, inputs, outputs }: ResponseCurve, change: (value: number) => number): string {
  const first = signedPercent(change(outputs[0] ?? 0));
  const last = signedPercent(change(outputs[outputs.length - 1] ?? 0));
  return `${input}: ${first} at ${shortNumber(inputs[0] ?? 0)}, ${last} at ${shortNumber(inputs[inputs.length - 1] ?? 0)}.`;
}

function tableOf(
  curves: readonly ResponseCurve[],
  id: string,
  caption: string,
  change: (value: number) => number,
) {
  return {
    id,
    caption: `${caption} along single inputs`,
    columns: ['input', 'value', 'result', 'change_percent'].map((key) => ({
      key,
      label: key.replaceAll('_', ' '),
    })),
    rows: curves.flatMap(({ input, inputs, outputs }) =>
      inputs.map((value, i): readonly Cell[] => {
        const result = outputs[i] ?? 0;
        return [
          input,
          { value, shown: shortNumber(value) },
          { value: result, shown: shortNumber(result) },
          { value: change(result), shown: signedPercent(change(result)) },
        ];
      }),
    ),
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;
