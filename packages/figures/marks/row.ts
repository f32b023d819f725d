import type { SvgElement, SvgNode } from '../svg/node.js';
import { FONT_SIZE, wrapText } from '../theme/typography.js';
import { label, labelLines } from './label.js';

/** A row of a chart: its name on the left, its number on the right, its marks on a lane below. */
export interface Row {
  readonly name: string;
  readonly value: string;
  /** Marks of the row around the middle of its lane. */
  readonly draw: (middle: number) => readonly SvgNode[];
  /** Room kept free below the lane, for labels of the marks. */
  readonly below?: number;
}

/** A stretch from top to bottom. */
export type Lane = readonly [top: number, bottom: number];

/** Rows with their marks apart from their texts, so that grid lines can be drawn between the two. */
export interface RowStack {
  readonly marks: readonly SvgNode[];
  readonly texts: readonly SvgElement[];
  /** Lanes of the rows, where grid and reference lines run; texts stay clear of them. */
  readonly lanes: readonly Lane[];
  readonly bottom: number;
}

const LINE = 18;
const LANE = 20;
const GAP = 12;

/**
 * Stacks rows from `top` downwards, over the whole width. Long names break into lines.
 *
 * @param valueWidth - Room kept for the numbers, the same in panels that stand side by side.
 */
export function stackRows(rows: readonly Row[], width: number, top: number, valueWidth: number): RowStack {
  const marks: SvgNode[] = [];
  const texts: SvgElement[] = [];
  const lanes: Lane[] = [];
  let y = top;
  for (const row of rows) {
    const lines = wrapText(row.name, width - valueWidth - GAP, FONT_SIZE.small);
    const baseline = y + 14;
    texts.push(...labelLines(lines, 0, baseline, LINE));
    texts.push(label(row.value, width, baseline, { anchor: 'end', bold: true }));
    const lane = y + lines.length * LINE + 2;
    lanes.push([lane, lane + LANE]);
    marks.push(...row.draw(lane + LANE / 2));
    y = lane + LANE + (row.below ?? 0) + GAP;
  }
  return { marks, texts, lanes, bottom: y - GAP / 2 };
}
