import type { AuditDocument } from '@weir/study';
import { label } from '../marks/label.js';
import type { Cell, Charted } from '../results/data-table.js';
import type { SvgElement } from '../svg/node.js';
import { fixed } from '../text/number.js';
import { FONT_SIZE } from '../theme/typography.js';
import {
  HEAT_ROW,
  type HeatGrid,
  headHeight,
  headLines,
  heatCells,
  heatLegend,
  heatNames,
  LEGEND_HEIGHT,
  namesWidth,
} from './heat-map-marks.js';
import { sheet } from './sheet.js';

const CELL = 80;
const GAP = 32;
const TITLE = 26;

/**
 * Published indices beside those of the same files joined by run, in one scale of colors.
 *
 * @param limits - What must be read beside it.
 * @returns Nothing where no table was published, or no join can be trusted.
 */
export function publishedPrccChart(
  audit: AuditDocument,
  id: string,
  limits: string,
): Charted<SvgElement> | undefined {
  const { trusted, published, method } = audit;
  if (trusted === null || published === null || method.index !== 'prcc') return undefined;
  const outcomes = audit.outcomes.map(({ outcome }) => outcome);
  const byInput = new Map<string, { printed: (number | undefined)[]; joined: (number | undefined)[] }>();
  for (const { input, outcome, published: printed, joins } of audit.cells) {
    const row = byInput.get(input) ?? { printed: [], joined: [] };
    const place = outcomes.indexOf(outcome);
    row.printed[place] = printed ?? undefined;
    row.joined[place] = joins[trusted]?.value ?? undefined;
    byInput.set(input, row);
  }
  const largest = (values: readonly (number | undefined)[]): number =>
    Math.max(0, ...values.map((value) => Math.abs(value ?? 0)));
  const rows = [...byInput].sort(([, a], [, b]) => largest(b.joined) - largest(a.joined));
  const names = namesWidth(rows.map(([input]) => input));
  const grid = (pick: (row: (typeof rows)[number][1]) => readonly (number | undefined)[]): HeatGrid => ({
    rows: rows.map(([input]) => input),
    columns: outcomes.map(broken),
    values: rows.map(([, row]) => pick(row)),
    decimals: 2,
    full: 1,
    power: 1,
  });
  const [left, right] = [grid(({ printed }) => printed), grid(({ joined }) => joined)];
  const half = outcomes.length * CELL;
  const lines = headLines(left.columns, CELL);
  const tops = [left, right].map(({ values }) => fixed(Math.max(...values.map(largest)), 2));
  const title = 'Partial rank correlations: as published, and from the same files joined by run';
  const words = audit.conclusions.filter(({ standing }) => standing !== 'open');
  const node = sheet(
    {
      id,
      title,
      sentence: `The largest published coefficient is ${tops[0]}; joined by run it is ${tops[1]}.`,
      description: words.map(({ sentence }) => sentence).join(' '),
      foot: [
        ...words.map(
          ({ standing, sentence }) => `${standing === 'proved' ? 'Proved' : 'Inferred'}: ${sentence}`,
        ),
        limits,
        `Weir ${audit.weir}; ${audit.files.map(({ file }) => file.split(/[\\/]/).at(-1)).join(', ')}.`,
      ],
      source: {
        weir: audit.weir,
        model: audit.files[0]?.file ?? '',
        corrections: [],
        settings: { index: method.index, runs: method.runs, inputs: method.varied },
        runs: {},
        limits,
      },
      width: names + 2 * half + GAP,
    },
    (top) => {
      const cells = top + TITLE + headHeight(lines);
      const bottom = cells + rows.length * HEAT_ROW + 12;
      const second = names + half + GAP;
      return {
        nodes: [
          label('As published', names, top + 14, { size: FONT_SIZE.base, bold: true }),
          label('Joined by run', second, top + 14, { size: FONT_SIZE.base, bold: true }),
          ...heatNames(left.rows, names - 8, cells),
          ...heatCells(left, { left: names, top: cells, cell: CELL }, lines),
          ...heatCells(right, { left: second, top: cells, cell: CELL }, lines),
          ...heatLegend(left, names, bottom, ['lowers the outcome', 'raises it']),
        ],
        bottom: bottom + LEGEND_HEIGHT,
      };
    },
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
        ...outcomes.map((outcome) => ({ key: `published.${outcome}`, label: `${outcome}, published` })),
        ...outcomes.map((outcome) => ({ key: outcome, label: `${outcome}, joined by run` })),
      ],
      rows: rows.map(([input, { printed, joined }]): readonly Cell[] => [
        input,
        ...outcomes.map((_, m) => cell(printed[m])),
        ...outcomes.map((_, m) => cell(joined[m])),
      ]),
    },
  };
}

/** Names of columns in words that can break: `pctSSCrimRecord` is `pct SS Crim Record`; long words are cut. */
function broken(name: string): string {
  return name
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]{2,})([A-Z][a-z])/g, '$1 $2')
    .replace(/([A-Za-z]{7})([A-Za-z]{5,})/g, '$1- $2');
}

const cell = (value: number | undefined): Cell =>
  value === undefined ? '' : { value, shown: fixed(value, 3) };
