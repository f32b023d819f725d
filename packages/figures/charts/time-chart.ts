import type { OutcomeDefinition } from '@weir/study';
import { AXIS_HEIGHT, bottomAxis } from '../marks/axis.js';
import { panelHeading } from '../marks/heading.js';
import { label, labelLines } from '../marks/label.js';
import { marker } from '../marks/marker.js';
import { type PolicyResult, type Results, sourceOf } from '../results/comparison.js';
import type { Charted } from '../results/data-table.js';
import { covering, fromZero, type LinearScale } from '../scales/linear.js';
import { spread } from '../scales/spread.js';
import { figure } from '../svg/figure.js';
import { type SvgElement, svg } from '../svg/node.js';
import { capitalized } from '../text/list.js';
import { level } from '../text/number.js';
import { LIGHT } from '../theme/tokens.js';
import { FONT_SIZE, wrapText } from '../theme/typography.js';
import { axisLevel } from './level-words.js';
import { primaryPolicies } from './sentences.js';
import { timeTable } from './time-table.js';

const WIDTH = 640;
const PLOT_HEIGHT = 220;
const LEFT = 56;
const LABEL_WIDTH = 190;
const LABEL_LINE = 16;
const LABEL_GAP = 4;

/** A run's path of one outcome. */
interface Path {
  readonly policy: PolicyResult;
  readonly points: readonly (readonly [month: number, value: number])[];
}

/**
 * One outcome over time, from the starting values to the stop of each run, a line a policy; a point marks
 * the stop. Second readings are left to the table.
 *
 * @returns Nothing where no run has a series of the outcome.
 */
export function timeChart(
  results: Results,
  outcome: OutcomeDefinition,
  id: string,
): Charted<SvgElement> | undefined {
  const paths = [results.baseline, ...primaryPolicies(results)].flatMap((policy) => pathOf(policy, outcome));
  if (paths.length === 0) return undefined;
  const plot = { left: LEFT, right: WIDTH - LABEL_WIDTH - 36 };
  const way = pathWords(results);
  const title = `${outcome.label}: ${way}. Not a forecast`;
  const heading = panelHeading(capitalized(outcome.label), `${capitalized(way)}: not a forecast`, WIDTH, {
    subject: 1,
    sentence: 1,
  });
  const bottom = heading.bottom + PLOT_HEIGHT;
  const months = paths.flatMap((path) => path.points.map(([month]) => month));
  const values = paths.flatMap((path) => path.points.map(([, value]) => value));
  // Ups and downs over time would drown on a scale from zero; how far runs settle from their start would not.
  const isTimed = typeof results.document.settings.until === 'number';
  const x = isTimed
    ? covering(months, [plot.left, plot.right], 6)
    : fromZero(months, [plot.left, plot.right]);
  const y = isTimed ? covering(values, [bottom, heading.bottom]) : fromZero(values, [bottom, heading.bottom]);
  return {
    id,
    title: `${title}.`,
    table: timeTable(results, outcome),
    node: figure(
      {
        id,
        width: WIDTH,
        height: bottom + AXIS_HEIGHT + 8,
        title: `${title}.`,
        description: paths
          .map((path) => `${path.policy.scenario.label}: ${pathSummary(path, outcome)}.`)
          .join(' '),
        source: sourceOf(results),
      },
      ...heading.nodes,
      ...bottomAxis({
        scale: x,
        lanes: [[heading.bottom, bottom]],
        bottom,
        format: (tick) => `month ${tick}`,
        width: WIDTH,
      }),
      ...levelLines(y, plot.left, plot.right, axisLevel(outcome.kind)),
      ...paths.flatMap((path) => pathMarks(path, x, y)),
      ...endLabels(paths, y, plot.right + 20, heading.bottom, bottom),
    ),
  };
}

/** What the paths are: runs over a stretch of time, or runs that go on until they rest. */
export function pathWords({ document }: Results): string {
  if (typeof document.settings.until === 'number')
    return `each run over time, until month ${document.settings.until}, on a scale that need not begin at zero`;
  const start =
    document.settings.from === 'equilibrium' ? 'the equilibrium of the baseline' : 'its starting values';
  return `how each run settles from ${start}`;
}

/** Lowest and highest value of a path and where it ends. */
function pathSummary({ policy, points }: Path, { kind }: OutcomeDefinition): string {
  const [first] = points;
  if (first === undefined) return 'no values';
  const least = points.reduce((best, point) => (point[1] < best[1] ? point : best), first);
  const most = points.reduce((best, point) => (point[1] > best[1] ? point : best), first);
  return `lowest ${level(least[1], kind)} in month ${least[0]}, highest ${level(most[1], kind)} in month ${most[0]}, stops at month ${policy.run.stop.month}`;
}

function pathOf(policy: PolicyResult, outcome: OutcomeDefinition): readonly Path[] {
  const months = policy.run.series?.month;
  const values = policy.run.series?.[outcome.id];
  if (months === undefined || values === undefined) return [];
  const points = months.flatMap((month, index): readonly (readonly [number, number])[] => {
    const value = values[index];
    return value === undefined ? [] : [[month, value]];
  });
  return points.length === 0 ? [] : [{ policy, points }];
}

function levelLines(
  y: LinearScale,
  left: number,
  right: number,
  format: (value: number) => string,
): readonly SvgElement[] {
  return y.ticks.flatMap((tick) => [
    svg('line', { x1: left, x2: right, y1: y(tick), y2: y(tick), stroke: LIGHT.rule }),
    label(format(tick), left - 8, y(tick) + 4, { anchor: 'end', size: FONT_SIZE.tick, color: LIGHT.muted }),
  ]);
}

function pathMarks(path: Path, x: LinearScale, y: LinearScale): readonly SvgElement[] {
  const { style } = path.policy;
  const points = path.points.map(([month, value]) => `${x(month).toFixed(1)},${y(value).toFixed(1)}`);
  const [month, value] = path.points[path.points.length - 1] ?? [0, 0];
  return [
    svg('polyline', {
      points: points.join(' '),
      fill: 'none',
      stroke: style.color,
      'stroke-width': style.width,
      'stroke-dasharray': style.dash,
      opacity: style.hollow ? 0.7 : undefined,
    }),
    marker(x(month), y(value), style, 4.5),
  ];
}

/** Names at the ends of the lines, each with its policy's point, moved apart. */
function endLabels(
  paths: readonly Path[],
  y: LinearScale,
  left: number,
  top: number,
  bottom: number,
): readonly SvgElement[] {
  const names = paths.map((path) => wrapText(path.policy.scenario.short, LABEL_WIDTH, FONT_SIZE.tick));
  const centers = spread(
    paths.map((path) => y(path.points[path.points.length - 1]?.[1] ?? 0)),
    names.map((lines) => lines.length * LABEL_LINE + LABEL_GAP),
    top,
    bottom,
  );
  return paths.flatMap((path, index) => {
    const lines = names[index] ?? [];
    const middle = centers[index] ?? 0;
    const first = middle - ((lines.length - 1) * LABEL_LINE) / 2 + 4;
    return [
      marker(left, middle, path.policy.style, 4.5),
      ...labelLines(lines, left + 14, first, LABEL_LINE, { size: FONT_SIZE.tick }),
    ];
  });
}
