import { METHOD_FACTS, type SensitivityDocument } from '@weir/study';
import { label } from '../marks/label.js';
import type { Cell, Charted } from '../results/data-table.js';
import { covering } from '../scales/linear.js';
import { spread } from '../scales/spread.js';
import { type SvgElement, type SvgNode, svg } from '../svg/node.js';
import { capitalized } from '../text/list.js';
import { fixed } from '../text/number.js';
import { policyStyle } from '../theme/policy-style.js';
import { LIGHT } from '../theme/tokens.js';
import { FONT_SIZE } from '../theme/typography.js';
import { largestFirst, outcomeOf, sensitivitySource, sourceLine, subjectLine } from './sensitivity-source.js';
import { sheet } from './sheet.js';

const MOST = 8;
const LEFT = 52;
const PLOT = 420;
const HEIGHT = 300;
const LABELS = 290;

/** The main index of the largest inputs at an eighth, a quarter, half and all of the runs. */
export function convergenceChart(
  document: SensitivityDocument,
  outcome: string,
  id: string,
): Charted<SvgElement> {
  const own = outcomeOf(document, outcome);
  const { main, label: name, counts } = METHOD_FACTS[document.method];
  const { convergence } = own.report;
  const rows = largestFirst(own, main, MOST).map(({ input, place }) => ({
    input,
    points: convergence.flatMap(({ size, values }) => {
      const value = values[place];
      return value === null || value === undefined ? [] : [{ size, value }];
    }),
  }));
  const sizes = convergence.map(({ size }) => size);
  const unit = counts.split(',')[0] ?? 'runs';
  const title = `${capitalized(own.label)}: ${name} by number of ${unit}, ${subjectLine(document)}`;
  const unsettled = own.report.concerns.filter(({ code }) => code === 'not-converged');
  const node = sheet(
    {
      id,
      title,
      sentence:
        unsettled.length === 0
          ? 'Nothing moves by more than 0.05 when the runs are doubled, and the largest keep their order.'
          : unsettled.map(({ text }) => text).join(' '),
      description: rows
        .map(
          ({ input, points }) =>
            `${input}: ${points.map(({ size, value }) => `${fixed(value, 2)} with ${size}`).join(', ')}.`,
        )
        .join(' '),
      foot: [
        ...own.report.concerns.filter(({ code }) => code === 'subsamples-not-nested').map(({ text }) => text),
        own.report.sentence,
        document.limits,
        sourceLine(document),
      ],
      source: sensitivitySource(document),
      width: LEFT + PLOT + LABELS,
    },
    (top) => ({ nodes: lines(rows, sizes, top), bottom: top + HEIGHT + 28 }),
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
        ...sizes.map((size) => ({ key: `at_${size}`, label: `${size}` })),
      ],
      rows: rows.map(({ input, points }): readonly Cell[] => [
        input,
        ...sizes.map((size): Cell => {
          const point = points.find((one) => one.size === size);
          return point === undefined ? '' : { value: point.value, shown: fixed(point.value, 3) };
        }),
      ]),
    },
  };
}

interface Row {
  readonly input: string;
  readonly points: readonly { readonly size: number; readonly value: number }[];
}

function lines(rows: readonly Row[], sizes: readonly number[], top: number): readonly SvgNode[] {
  const [first = 1, last = 2] = [sizes[0], sizes[sizes.length - 1]];
  if (rows.length === 0 || !(last > first)) return [];
  const x = (size: number): number => LEFT + (Math.log(size / first) / Math.log(last / first)) * PLOT;
  const y = covering(
    [0, ...rows.flatMap(({ points }) => points.map(({ value }) => value))],
    [top + HEIGHT, top],
    6,
  );
  const ends = rows.map(({ points }) => y(points[points.length - 1]?.value ?? 0));
  const places = spread(
    ends,
    rows.map(() => 18),
    top,
    top + HEIGHT,
  );
  return [
    ...y.ticks.flatMap((tick) => [
      svg('line', {
        x1: LEFT,
        x2: LEFT + PLOT,
        y1: y(tick),
        y2: y(tick),
        stroke: tick === 0 ? LIGHT.control : LIGHT.rule,
        'stroke-width': 1,
      }),
      label(fixed(tick, Math.abs(y.domain[1] - y.domain[0]) > 20 ? 0 : 1), LEFT - 8, y(tick) + 4, {
        anchor: 'end',
        size: FONT_SIZE.tick,
        color: LIGHT.muted,
      }),
    ]),
    ...sizes.map((size) =>
      label(fixed(size, 0), x(size), top + HEIGHT + 20, {
        anchor: 'middle',
        size: FONT_SIZE.tick,
        color: LIGHT.muted,
      }),
    ),
    ...rows.flatMap(({ input, points }, r): readonly SvgNode[] => {
      const style = policyStyle(r);
      const end = points[points.length - 1];
      return [
        svg('polyline', {
          points: points.map(({ size, value }) => `${round(x(size))},${round(y(value))}`).join(' '),
          fill: 'none',
          stroke: style.color,
          'stroke-width': 2,
          'stroke-dasharray': style.dash,
        }),
        svg('line', {
          x1: LEFT + PLOT + 2,
          x2: LEFT + PLOT + 16,
          y1: ends[r] ?? 0,
          y2: places[r] ?? 0,
          stroke: style.color,
          'stroke-width': 1,
        }),
        label(
          `${input} ${end === undefined ? '' : fixed(end.value, 2)}`,
          LEFT + PLOT + 20,
          (places[r] ?? 0) + 4,
          {
            size: FONT_SIZE.tick,
          },
        ),
      ];
    }),
  ];
}

const round = (value: number): number => Math.round(value * 100) / 100;
