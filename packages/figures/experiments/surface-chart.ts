import type { Measure, Study, SurfaceResult } from '@weir/study';
import { PANEL_WIDTH } from '../charts/panel.js';
import { panelHeading } from '../marks/heading.js';
import { label, labelLines } from '../marks/label.js';
import type { Charted, DataTable } from '../results/data-table.js';
import { figure } from '../svg/figure.js';
import { type SvgElement, svg } from '../svg/node.js';
import { significant } from '../text/number.js';
import { contrastRatio } from '../theme/contrast.js';
import { LIGHT } from '../theme/tokens.js';
import { FONT_SIZE, wrapText } from '../theme/typography.js';
import { experimentSource } from './experiment-source.js';
import { measureCell, measureText } from './measure-text.js';

const LEFT = 44;
const ROW = 34;
const LINE = 18;
/** Color of the highest value; the lowest is white. */
const DEEP = [31, 63, 149] as const;

/**
 * One measure of a response surface as a grid: a column for each value of one constant, a row for each of the other, the
 * number in every field, and a deeper color where it is higher.
 *
 * @param id - Unique in the page.
 */
export function surfaceChart(
  study: Study,
  result: SurfaceResult,
  measure: Measure,
  id: string,
): Charted<SvgElement> {
  const { x, y } = result.experiment;
  const grid = result.values[measure.id] ?? [];
  const numbers = grid.flat().filter((value) => value !== null);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const heading = panelHeading(measure.label, result.experiment.title, PANEL_WIDTH, {
    subject: 3,
    sentence: 2,
  });
  const yWords = wrapText(`Down: ${y.label}`, PANEL_WIDTH, FONT_SIZE.tick);
  const top = heading.bottom + 4;
  const width = (PANEL_WIDTH - LEFT) / x.values.length;
  const bottom = top + y.values.length * ROW;
  const xWords = wrapText(`Across: ${x.label}`, PANEL_WIDTH, FONT_SIZE.tick);
  const words = [...xWords, ...yWords];
  const title = `${result.experiment.title}: ${measure.label}.`;
  return {
    id,
    title,
    table: surfaceTable(study, result, measure),
    node: figure(
      {
        id,
        width: PANEL_WIDTH,
        height: bottom + LINE * (words.length + 1) + 12,
        title,
        description: description(study, result, measure),
        source: experimentSource(result),
      },
      ...heading.nodes,
      ...y.values.map((value, row) =>
        label(shortNumber(value), LEFT - 8, top + (row + 0.5) * ROW + 5, {
          anchor: 'end',
          size: FONT_SIZE.tick,
          color: LIGHT.muted,
        }),
      ),
      ...grid.flatMap((values, row) =>
        values.flatMap((value, column) => {
          const color = value === null ? LIGHT.page : shade(high > low ? (value - low) / (high - low) : 0);
          const dark = contrastRatio(LIGHT.text, color) >= contrastRatio('#FFFFFF', color);
          const [left, upper] = [LEFT + column * width, top + row * ROW];
          return [
            svg('rect', {
              x: left + 0.5,
              y: upper + 0.5,
              width: width - 1,
              height: ROW - 1,
              fill: color,
              stroke: LIGHT.rule,
            }),
            label(measureText(study, measure, value), left + width / 2, upper + ROW / 2 + 5, {
              anchor: 'middle',
              size: FONT_SIZE.tick,
              color: dark ? LIGHT.text : '#FFFFFF',
            }),
          ];
        }),
      ),
      ...x.values.map((value, column) =>
        label(shortNumber(value), LEFT + (column + 0.5) * width, bottom + 17, {
          anchor: 'middle',
          size: FONT_SIZE.tick,
          color: LIGHT.muted,
        }),
      ),
      ...labelLines(words, 0, bottom + LINE + 20, LINE, { size: FONT_SIZE.tick, color: LIGHT.muted }),
    ),
  };
}

/** The grid as a table: a row for each value of the second constant. */
export function surfaceTable(study: Study, result: SurfaceResult, measure: Measure): DataTable {
  const { x, y, id } = result.experiment;
  return {
    id: `${id}-${measure.id}`,
    caption: `${measure.label}. Down: ${y.label}. Across: ${x.label}`,
    columns: [
      { key: y.name, label: y.label },
      ...x.values.map((value) => ({ key: `${x.name}_${value}`, label: shortNumber(value) })),
    ],
    rows: (result.values[measure.id] ?? []).map((values, row) => [
      shortNumber(y.values[row] ?? Number.NaN),
      ...values.map((value) => measureCell(study, measure, value)),
    ]),
  };
}

function description(study: Study, { experiment, values }: SurfaceResult, measure: Measure): string {
  const grid = values[measure.id] ?? [];
  const corner = (row: number, column: number) =>
    measureText(study, measure, grid.at(row)?.at(column) ?? null);
  const { x, y } = experiment;
  const at = (row: number, column: number) =>
    `${shortNumber(x.values.at(column) ?? 0)} ${x.label} and ${shortNumber(y.values.at(row) ?? 0)} ${y.label}: ${corner(row, column)}`;
  return `${measure.label}. With ${at(0, 0)}. With ${at(0, -1)}. With ${at(-1, 0)}. With ${at(-1, -1)}.`;
}

function shortNumber(value: number): string {
  return String(significant(value, 3));
}

/** A color between white and the deepest, by a part from 0 to 1. */
function shade(part: number): string {
  const mixed = DEEP.map((channel) => Math.round(255 + part * (channel - 255)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
