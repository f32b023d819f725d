import type { GraphicalFunction } from '../model.js';
import type { TokenCursor } from './token-cursor.js';

interface TablePoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Reads the points of a lookup, from after its `(` to its `)`, which is consumed: pairs, with or without a range for
 * drawing before them, or all x values followed by all y values. The ends are held, as Vensim does.
 *
 * Two points may share an x: a jump there. Points out of order are put in order, with a warning.
 *
 * @returns The table, or `undefined` with the fault in the cursor.
 * @errors vensim-lookup, graph-count; warns graph-order.
 */
export function readLookupTable(cursor: TokenCursor): GraphicalFunction | undefined {
  const opener = cursor.previous ?? cursor.token;
  if (cursor.take('[')) {
    if (!skipRange(cursor)) return malformed(cursor, 'the range in `[ ]` is not closed');
    cursor.take(',');
  }
  const points = cursor.isSymbol('(') ? readPairs(cursor) : readHalves(cursor);
  if (points === undefined) return undefined;
  if (!cursor.take(')')) return malformed(cursor, `\`)\` is expected, but ${cursor.found}`);
  if (points.length === 0)
    return cursor.fail('graph-count', opener, 'This lookup has no points.', 'Give it at least one `(x,y)`.');
  const falling = points.findIndex((point, index) => point.x < (points[index - 1]?.x ?? point.x));
  if (falling > 0)
    cursor.warnings.push({
      code: 'graph-order',
      start: opener.start,
      end: opener.end,
      message: `The x values do not ascend: ${points[falling - 1]?.x} is followed by ${points[falling]?.x}. The points are put in order.`,
      hint: 'List the points from the lowest x to the highest.',
    });
  const sorted = falling > 0 ? points.toSorted((a, b) => a.x - b.x) : points;
  return { type: 'continuous', x: sorted.map(({ x }) => x), y: sorted.map(({ y }) => y) };
}

function skipRange(cursor: TokenCursor): boolean {
  while (!cursor.take(']')) {
    if (cursor.atEnd) return false;
    cursor.step();
  }
  return true;
}

function readPairs(cursor: TokenCursor): readonly TablePoint[] | undefined {
  const points: TablePoint[] = [];
  do {
    if (!cursor.take('(')) return malformed(cursor, `a point \`(x,y)\` is expected, but ${cursor.found}`);
    const x = cursor.takeNumber();
    const comma = x !== undefined && cursor.take(',');
    const y = comma ? cursor.takeNumber() : undefined;
    if (x === undefined || y === undefined)
      return malformed(cursor, `a number is expected, but ${cursor.found}`);
    if (!cursor.take(')')) return malformed(cursor, `\`)\` is expected, but ${cursor.found}`);
    points.push({ x, y });
  } while (cursor.take(','));
  return points;
}

function readHalves(cursor: TokenCursor): readonly TablePoint[] | undefined {
  const opener = cursor.previous ?? cursor.token;
  const numbers: number[] = [];
  if (!cursor.isSymbol(')'))
    do {
      const number = cursor.takeNumber();
      if (number === undefined) return malformed(cursor, `a number is expected, but ${cursor.found}`);
      numbers.push(number);
    } while (cursor.take(','));
  const half = numbers.length / 2;
  if (!Number.isInteger(half))
    return cursor.fail(
      'graph-count',
      opener,
      `This lookup has ${numbers.length} numbers, which do not divide into as many x as y values.`,
      'Give each x one y.',
    );
  return numbers.slice(0, half).map((x, index) => ({ x, y: numbers[half + index] ?? x }));
}

function malformed(cursor: TokenCursor, problem: string): undefined {
  return cursor.fail(
    'vensim-lookup',
    cursor.token,
    `This lookup cannot be read: ${problem}.`,
    'Write `name((x1,y1),(x2,y2),...)`.',
  );
}
