import type { LoopsResult, Study } from '@weir/study';
import { AXIS_HEIGHT, bottomAxis } from '../marks/axis.js';
import { panelHeading } from '../marks/heading.js';
import { label } from '../marks/label.js';
import type { Lane } from '../marks/row.js';
import type { Charted, DataTable } from '../results/data-table.js';
import { covering, type LinearScale } from '../scales/linear.js';
import { figure } from '../svg/figure.js';
import { type SvgElement, type SvgNode, svg } from '../svg/node.js';
import { capitalized, listed } from '../text/list.js';
import { fixed, MINUS, NO_BREAK } from '../text/number.js';
import { LIGHT } from '../theme/tokens.js';
import { FONT_SIZE } from '../theme/typography.js';
import { experimentSource } from './experiment-source.js';

const WIDTH = 640;
const INSET = 14;
const NAME = 20;
const HALF = 22;
const PATH = 84;
const GAP = 12;
/** Above and below the line of no effect: told apart by side, and by color besides. */
const RAISES = '#A33A1A';
const LOWERS = '#1F5FA8';

/**
 * What each loop does to an outcome over time: the outcome's path on top, and under it a row a loop, with a bar for each
 * moment, above the line where the loop raises the outcome and below where it lowers it. Bars of the loop that does most at
 * that moment are full, the others pale.
 *
 * @param id - Unique in the page.
 */
export function loopsChart(study: Study, result: LoopsResult, id: string): Charted<SvgElement> {
  const { experiment, times, effects } = result;
  const outcome = study.outcomes.find((one) => one.id === experiment.outcome);
  const name = outcome?.label ?? experiment.outcome;
  const title = `${experiment.title}. ${dominanceSentence(result)}`;
  const heading = panelHeading(
    experiment.title,
    `What each did to the number of ${name} within ${experiment.horizon} months; full bars: the largest effect then`,
    WIDTH,
    { subject: 1, sentence: 2 },
  );
  const x = covering(times, [INSET, WIDTH - INSET], 6);
  const step = ((x(times[1] ?? 1) - x(times[0] ?? 0)) * 2) / 3;
  const pathTop = heading.bottom + NAME;
  const rowTop = pathTop + PATH + GAP + NAME;
  const rowHeight = NAME + 2 * HALF + GAP;
  const reach = Math.max(
    0.1,
    ...Object.values(effects).flatMap((row) => row.map((effect) => Math.abs(effect ?? 0))),
  );
  const lanes: Lane[] = [
    [pathTop, pathTop + PATH],
    ...experiment.loops.map((_, row): Lane => {
      const top = rowTop + row * rowHeight;
      return [top, top + 2 * HALF];
    }),
  ];
  const bottom = (lanes.at(-1)?.[1] ?? rowTop) + 6;
  return {
    id,
    title,
    table: loopsTable(result),
    node: figure(
      {
        id,
        width: WIDTH,
        height: bottom + AXIS_HEIGHT,
        title,
        description: experiment.loops.map((loop) => loopSentence(result, loop.id, loop.label)).join(' '),
        source: experimentSource(result),
      },
      ...heading.nodes,
      ...bottomAxis({ scale: x, lanes, bottom, format: (tick) => `month ${tick}`, width: WIDTH }),
      label(
        `${capitalized(name)} (from ${fixed(Math.min(...result.path), 0)} to ${fixed(Math.max(...result.path), 0)})`,
        0,
        pathTop - 6,
      ),
      pathLine(result, x, pathTop),
      ...experiment.loops.flatMap((loop, row): readonly SvgNode[] => {
        const middle = rowTop + row * rowHeight + HALF;
        const own = effects[loop.id] ?? [];
        const most = own.reduce<number>(
          (best, effect) => (Math.abs(effect ?? 0) > Math.abs(best) ? (effect ?? 0) : best),
          0,
        );
        return [
          label(loop.label, 0, middle - HALF - 6, { size: FONT_SIZE.tick }),
          label(`most ${signed(most)}`, WIDTH, middle - HALF - 6, {
            anchor: 'end',
            size: FONT_SIZE.tick,
            bold: true,
          }),
          svg('line', { x1: INSET, x2: WIDTH - INSET, y1: middle, y2: middle, stroke: LIGHT.control }),
          ...own.flatMap((effect, index): readonly SvgElement[] => {
            if (effect === null || effect === 0) return [];
            const height = (Math.abs(effect) / reach) * HALF;
            return [
              svg('rect', {
                x: x(times[index] ?? 0) - step / 2,
                y: effect > 0 ? middle - height : middle,
                width: step,
                height,
                fill: effect > 0 ? RAISES : LOWERS,
                opacity: result.dominant[index] === loop.id ? undefined : 0.35,
              }),
            ];
          }),
        ];
      }),
    ),
  };
}

/** Effects of every loop at every moment, in percent of the outcome then. */
export function loopsTable(result: LoopsResult): DataTable {
  const { experiment, times, path, effects, dominant } = result;
  const names = new Map(experiment.loops.map(({ id, label: name }) => [id, name]));
  return {
    id: experiment.id,
    caption: `${experiment.title}: effect within ${experiment.horizon} months, in percent of the number at the time`,
    columns: [
      { key: 'month', label: 'Month' },
      { key: 'path', label: 'Number then' },
      ...experiment.loops.map(({ id, label: name }) => ({ key: id.replaceAll('-', '_'), label: name })),
      { key: 'largest', label: 'Largest' },
    ],
    rows: times.map((time, index) => [
      String(time),
      { value: path[index] ?? Number.NaN, shown: fixed(path[index] ?? Number.NaN, 0) },
      ...experiment.loops.map(({ id }) => {
        const effect = effects[id]?.[index] ?? null;
        return effect === null ? '' : { value: effect, shown: signed(effect) };
      }),
      names.get(dominant[index] ?? '') ?? '',
    ]),
  };
}

function pathLine({ times, path }: LoopsResult, x: LinearScale, top: number): SvgElement {
  const y = covering([...path], [top + PATH - 4, top + 4]);
  const points = times.map((time, index) => `${x(time).toFixed(1)},${y(path[index] ?? 0).toFixed(1)}`);
  return svg('polyline', { points: points.join(' '), fill: 'none', stroke: LIGHT.text, 'stroke-width': 2.5 });
}

/** Loops by how often theirs is the largest effect. */
function dominanceSentence({ experiment, dominant }: LoopsResult): string {
  const counted = experiment.loops
    .map(({ id, label: name }) => ({ name, count: dominant.filter((one) => one === id).length }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .map(({ name, count }) => `${name}, at ${count} of ${dominant.length} moments`);
  return counted.length === 0 ? 'No effect is large enough to tell.' : `Largest effect: ${listed(counted)}.`;
}

function loopSentence({ times, effects }: LoopsResult, id: string, name: string): string {
  const own = effects[id] ?? [];
  const highest = own.reduce<number>(
    (best, effect, index) => ((effect ?? 0) > (own[best] ?? 0) ? index : best),
    0,
  );
  const lowest = own.reduce<number>(
    (best, effect, index) => ((effect ?? 0) < (own[best] ?? 0) ? index : best),
    0,
  );
  return `${name}: from ${signed(own[lowest] ?? 0)} (month ${times[lowest]}) to ${signed(own[highest] ?? 0)} (month ${times[highest]}).`;
}

function signed(value: number): string {
  const digits = fixed(Math.abs(value), 1);
  const sign = !/[1-9]/.test(digits) ? '' : value < 0 ? MINUS : '+';
  return `${sign}${digits}${NO_BREAK}%`;
}
