import { hang, wrap } from './wrap.js';

/** A column of a printed table. */
export interface TableColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** Wraps its cells where the table would be too wide; other columns wrap their heads only. */
  readonly wraps?: boolean;
}

const GAP = 2;
const LEAST_WRAPPED = 14;
/** Width of a wrapping column above which other heads come first. */
const COMFORTABLE = 30;
/** Words of a head longer than this may be cut, after so many letters: 'decriminal-ization'. */
const LONGEST_HEAD_WORD = 13;
const CUT_HEAD_WORD = 11;
const HANG = 2;

/**
 * A table as lines of text, none longer than `width` where the cells allow it. Heads wrap to the width of
 * their cells; the columns that may wrap share what room is left.
 *
 * @param rows - As many cells as there are columns.
 */
export function tableLines(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  const widths = columnWidths(columns, rows, width);
  const heads = line(
    columns,
    widths,
    columns.map((column) => column.head),
    'bottom',
  );
  const rule = widths.map((size) => '-'.repeat(size)).join(' '.repeat(GAP));
  return [...heads, rule, ...rows.flatMap((row) => line(columns, widths, row, 'top'))];
}

function columnWidths(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly number[] {
  const cells = (index: number) => rows.map((row) => row[index]?.length ?? 0);
  const widest = columns.map((column, index) => Math.max(column.head.length, ...cells(index)));
  const least = columns.map((column, index) =>
    column.wraps === true
      ? Math.min(LEAST_WRAPPED, widest[index] ?? 0)
      : Math.max(leastHead(column.head), ...cells(index)),
  );
  const room = width - GAP * (columns.length - 1);
  let spare = room - sum(least);
  const given = [...least];
  const stages: readonly ((column: TableColumn, index: number) => number)[] = [
    (column, index) => (column.wraps === true ? Math.min(COMFORTABLE, widest[index] ?? 0) : 0),
    (column) => (column.wraps === true ? 0 : longestWord(column.head)),
    (column, index) => (column.wraps === true ? (widest[index] ?? 0) : 0),
    (_, index) => widest[index] ?? 0,
  ];
  // In each stage, room goes to the columns that want it, a letter each in turn.
  for (const wanted of stages) {
    const wanting = () =>
      [...columns.entries()].filter(([index, column]) => (given[index] ?? 0) < wanted(column, index));
    for (let open = wanting(); spare > 0 && open.length > 0; open = wanting()) {
      for (const [index] of open.slice(0, spare)) {
        given[index] = (given[index] ?? 0) + 1;
        spare -= 1;
      }
    }
  }
  return given;
}

function line(
  columns: readonly TableColumn[],
  widths: readonly number[],
  cells: readonly string[],
  stand: 'top' | 'bottom',
): readonly string[] {
  const blocks = columns.map((column, index) => {
    const [text, width] = [cells[index] ?? '', widths[index] ?? 1];
    if (text.length <= width) return [text];
    return column.wraps === true ? hang(text, width, HANG) : wrap(text, width, '-');
  });
  const height = Math.max(1, ...blocks.map((block) => block.length));
  const lines: string[] = [];
  for (let row = 0; row < height; row += 1) {
    const parts = columns.map((column, index) => {
      const block = blocks[index] ?? [];
      const text = block[stand === 'top' ? row : row - (height - block.length)] ?? '';
      const size = widths[index] ?? 0;
      return column.align === 'right' ? text.padStart(size) : text.padEnd(size);
    });
    lines.push(parts.join(' '.repeat(GAP)).trimEnd());
  }
  return lines;
}

function leastHead(head: string): number {
  const longest = longestWord(head);
  return longest > LONGEST_HEAD_WORD ? CUT_HEAD_WORD : longest;
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s+/).map((word) => word.length));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
