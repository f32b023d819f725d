import { numberIn } from '../xmile/number.js';
import type { TokenCursor } from './token-cursor.js';

/**
 * Reads the numbers of an array, `1, 2, 3` or rows ended by `;`, up to the end.
 *
 * @returns The numbers in the order written and the length of a row, or `undefined` with the fault in the cursor.
 * @errors vensim-list.
 */
export function readConstantList(cursor: TokenCursor): readonly number[] | undefined {
  const numbers: number[] = [];
  let width: number | undefined;
  let row = 0;
  while (true) {
    const { token } = cursor;
    const number = constantIn(cursor);
    if (number === undefined)
      return cursor.fail(
        'vensim-list',
        token,
        `A number is expected in this list of constants, but ${cursor.found}.`,
        'A list holds numbers only; rows end with `;`.',
      );
    numbers.push(number);
    row += 1;
    if (cursor.take(',')) continue;
    const closed = cursor.take(';');
    const last = cursor.atEnd;
    width ??= row;
    if (row !== width)
      return cursor.fail(
        'vensim-list',
        token,
        `A row of this list has ${row} numbers, but the first has ${width}.`,
        'Give each row as many numbers as the last dimension has elements.',
      );
    row = 0;
    if (last) return numbers;
    if (!closed)
      return cursor.fail('vensim-list', cursor.token, `\`,\` or \`;\` is expected, but ${cursor.found}.`);
  }
}

function constantIn(cursor: TokenCursor): number | undefined {
  if (!cursor.isKeyword('NA')) return cursor.takeNumber();
  cursor.step();
  return NOT_AVAILABLE;
}

/** Vensim's `:NA:`, a number like any other. */
export const NOT_AVAILABLE = -(2 ** 109);

/**
 * The numbers of `TABBED ARRAY( ... )`, parted by blanks and line ends.
 *
 * @param text - What stands between the parentheses.
 * @returns The numbers, or the first word that is none.
 */
export function readTabbedArray(
  text: string,
): { readonly numbers: readonly number[] } | { readonly word: string; readonly at: number } {
  const numbers: number[] = [];
  for (const match of text.matchAll(/[^\s,\\]+/g)) {
    const number = numberIn(match[0]);
    if (number === undefined) return { word: match[0], at: match.index };
    numbers.push(number);
  }
  return { numbers };
}
