import { METHOD_FACTS, type SensitivityDocument } from '@weir/study';
import type { Cell, Charted } from '../results/data-table.js';
import type { SvgElement } from '../svg/node.js';
import { fixed } from '../text/number.js';
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
import { sensitivitySource, sourceLine, subjectLine } from './sensitivity-source.js';
import { sheet } from './sheet.js';

const CELL = 92;

/**
 * Every input and outcome of an analysis as a heat map of its main index, inputs by the largest value they have. Each
 * cell carries its number.
 */
export function sensitivityHeatMap(document: SensitivityDocument, id: string): Charted<SvgElement> {
  const { method, outcomes, inputs } = document;
  const facts = METHOD_FACTS[method];
  const key = facts.main;
  const valueAt = (m: number, j: number): number | undefined =>
    outcomes[m]?.indices[j]?.values[key] ?? undefined;
  const largest = (j: number): number => Math.max(0, ...outcomes.map((_, m) => Math.abs(valueAt(m, j) ?? 0)));
  const order = inputs.map((_, j) => j).sort((a, b) => largest(b) - largest(a));
  const percent = key === 'index' || key === 'range_percent';
  const grid: HeatGrid = {
    rows: order.map((j) => inputs[j]?.name ?? ''),
    columns: outcomes.map(({ label }) => label),
    values: order.map((j) => outcomes.map((_, m) => valueAt(m, j))),
    decimals: percent ? 1 : 2,
    full: percent
      ? Math.max(1, ...order.map(largest))
      : method === 'morris'
        ? Math.max(...order.map(largest)) || 1
        : 1,
    power: percent ? 0.5 : 1,
  };
  const names = namesWidth(grid.rows);
  const lines = headLines(grid.columns, CELL);
  const title = `${facts.label}${percent ? ', percent' : ''}: ${subjectLine(document)}`;
  const sentence = headlineOf(document, key, grid.decimals);
  const node = sheet(
    {
      id,
      title,
      sentence,
      description: descriptionOf(document, key, grid.decimals),
      foot: [facts.meaning, ...verdictLines(document), document.limits, sourceLine(document)],
      source: sensitivitySource(document),
      width: names + outcomes.length * CELL,
    },
    (top) => {
      const cells = top + headHeight(lines);
      const bottom = cells + grid.rows.length * HEAT_ROW + 12;
      return {
        nodes: [
          ...heatNames(grid.rows, names - 8, cells),
          ...heatCells(grid, { left: names, top: cells, cell: CELL }, lines),
          ...heatLegend(grid, names, bottom, ['lowers the outcome', 'raises it']),
        ],
        bottom: bottom + LEGEND_HEIGHT,
      };
    },
  );
  return { id, title: `${title}.`, node, table: tableOf(document, id, order, grid) };
}

function headlineOf({ outcomes }: SensitivityDocument, key: string, decimals: number): string {
  const tops = outcomes.flatMap(({ label, indices }) => {
    const [first] = [...indices].sort((a, b) => Math.abs(b.values[key] ?? 0) - Math.abs(a.values[key] ?? 0));
    const value = first?.values[key];
    return first === undefined || value === null || value === undefined
      ? []
      : [`${label}: ${first.input} (${fixed(value, decimals)})`];
  });
  return `Largest for each outcome: ${tops.join('; ')}.`;
}

function descriptionOf({ outcomes }: SensitivityDocument, key: string, decimals: number): string {
  return outcomes
    .map(({ label, indices }) => {
      const five = indices
        .flatMap(({ input, values }) => {
          const value = values[key];
          return value === null || value === undefined ? [] : [{ input, value }];
        })
        .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
        .slice(0, 5);
      return `${label}: ${five.map(({ input, value }) => `${input} ${fixed(value, decimals)}`).join(', ')}.`;
    })
    .join(' ');
}

function verdictLines({ outcomes }: SensitivityDocument): readonly string[] {
  const by = new Map<string, string[]>();
  for (const { label, report } of outcomes)
    by.set(report.sentence, [...(by.get(report.sentence) ?? []), label]);
  return [...by].map(([sentence, labels]) =>
    labels.length === outcomes.length ? sentence : `${labels.join('; ')}: ${sentence}`,
  );
}

function tableOf(
  { outcomes, method }: SensitivityDocument,
  id: string,
  order: readonly number[],
  grid: HeatGrid,
) {
  return {
    id,
    caption: `${METHOD_FACTS[method].label} of every input and outcome`,
    columns: [
      { key: 'input', label: 'Input' },
      ...outcomes.map(({ outcome, label }) => ({ key: outcome, label })),
    ],
    rows: order.map((_, r): readonly Cell[] => [
      grid.rows[r] ?? '',
      ...outcomes.map((__, c): Cell => {
        const value = grid.values[r]?.[c];
        return value === undefined ? '' : { value, shown: fixed(value, grid.decimals) };
      }),
    ]),
  };
}
