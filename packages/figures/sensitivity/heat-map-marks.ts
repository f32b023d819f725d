import { label } from '../marks/label.js';
import { type SvgElement, type SvgNode, svg } from '../svg/node.js';
import { fixed } from '../text/number.js';
import { LIGHT } from '../theme/tokens.js';
import { estimatedWidth, FONT_SIZE, wrapText } from '../theme/typography.js';
import { divergingColor, textOn } from './diverging.js';

/** A grid of numbers: a row an input, a column an outcome. */
export interface HeatGrid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Shape [rows][columns]; undefined where there is none. */
  readonly values: readonly (readonly (number | undefined)[])[];
  readonly decimals: number;
  /** Size at which the color is full. */
  readonly full: number;
  /** 1 for a color in proportion; below 1, small values get more of it. */
  readonly power: number;
}

/** Where a grid stands. */
export interface HeatPlace {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
}

export const HEAT_ROW = 20;
const HEAD_LINE = 16;
const NO_VALUE = '\u2013';

/** Lines that the longest head takes. */
export function headLines(columns: readonly string[], cell: number): number {
  return Math.max(1, ...columns.map((name) => wrapText(name, cell - 4, FONT_SIZE.tick).length));
}

/** Room for heads of so many lines. */
export const headHeight = (lines: number): number => lines * HEAD_LINE + 6;

/** Width that the names of rows take. */
export function namesWidth(rows: readonly string[]): number {
  return Math.max(...rows.map((name) => estimatedWidth(name, FONT_SIZE.tick))) + 10;
}

/** The names of the rows, right-aligned at x. */
export function heatNames(rows: readonly string[], x: number, top: number): readonly SvgElement[] {
  return rows.map((name, r) =>
    label(name, x, top + r * HEAT_ROW + 14, { anchor: 'end', size: FONT_SIZE.tick }),
  );
}

/** Heads and cells; every cell carries its number, so that color is not needed to read it. */
export function heatCells(grid: HeatGrid, { left, top, cell }: HeatPlace, lines: number): readonly SvgNode[] {
  const heads = grid.columns.flatMap((name, c) => {
    const words = wrapText(name, cell - 4, FONT_SIZE.tick);
    return words.map((line, l) =>
      label(line, left + (c + 0.5) * cell, top - 8 - (words.length - 1 - l) * HEAD_LINE, {
        anchor: 'middle',
        size: FONT_SIZE.tick,
        bold: true,
      }),
    );
  });
  const cells = grid.rows.flatMap((name, r) =>
    grid.columns.map((column, c) =>
      cellNode(grid, name, column, grid.values[r]?.[c], {
        left: left + c * cell,
        top: top + r * HEAT_ROW,
        cell,
      }),
    ),
  );
  return lines > 0 ? [...heads, ...cells] : cells;
}

function cellNode(
  { decimals, full, power }: HeatGrid,
  row: string,
  column: string,
  value: number | undefined,
  { left, top, cell }: HeatPlace,
): SvgElement {
  const part = value === undefined ? 0 : Math.sign(value) * Math.min(1, Math.abs(value) / full) ** power;
  const fill = divergingColor(part);
  const text = value === undefined ? NO_VALUE : fixed(value, decimals);
  return svg(
    'g',
    {},
    svg('title', {}, `${row}, ${column}: ${value === undefined ? 'no value' : text}`),
    svg('rect', {
      x: left,
      y: top,
      width: cell - 1,
      height: HEAT_ROW - 1,
      fill,
      stroke: LIGHT.rule,
      'stroke-width': 0.5,
    }),
    label(text, left + cell / 2, top + 14, { anchor: 'middle', size: FONT_SIZE.tick, color: textOn(fill) }),
  );
}

/** The scale of colors with its numbers. */
export function heatLegend(
  { full, power, decimals }: HeatGrid,
  left: number,
  top: number,
  words: readonly [negative: string, positive: string],
): readonly SvgNode[] {
  const steps = [-1, -0.5, -0.25, 0, 0.25, 0.5, 1];
  const width = 56;
  return [
    ...steps.flatMap((step, s) => {
      const fill = divergingColor(Math.sign(step) * Math.abs(step) ** power);
      return [
        svg('rect', {
          x: left + s * width,
          y: top,
          width,
          height: 14,
          fill,
          stroke: LIGHT.rule,
          'stroke-width': 0.5,
        }),
        label(
          fixed(step * full, full >= 10 ? 0 : Math.max(1, decimals)),
          left + (s + 0.5) * width,
          top + 30,
          {
            anchor: 'middle',
            size: FONT_SIZE.tick,
            color: LIGHT.muted,
          },
        ),
      ];
    }),
    label(words[0], left, top + 48, { size: FONT_SIZE.tick, color: LIGHT.muted }),
    label(words[1], left + steps.length * width, top + 48, {
      anchor: 'end',
      size: FONT_SIZE.tick,
      color: LIGHT.muted,
    }),
  ];
}

/** Height of the legend. */
export const LEGEND_HEIGHT = 56;
