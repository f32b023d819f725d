import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';
import type { Span } from '../source/source-text.js';
import type { TokenCursor } from './token-cursor.js';

/** A name in the definition of a subscript range: an element, or another range that stands for its elements. */
export interface RangeMember {
  readonly written: string;
  readonly key: CanonicalName;
  readonly span: Span;
}

/** A subscript range as written. */
export interface SubscriptRange {
  readonly written: string;
  readonly key: CanonicalName;
  readonly members: readonly RangeMember[];
  readonly mappings: readonly RangeMapping[];
  readonly span: Span;
}

/** `-> other`, or `-> (other: a, b)`. */
export interface RangeMapping {
  readonly to: RangeMember;
  readonly members?: readonly RangeMember[];
}

/** Most elements of `(x1-x5)`: more is a slip, and would fill the memory. */
const MOST_ELEMENTS = 10_000;

/**
 * Reads `a, b, (x1-x5) -> other, (another: c, d)`, what follows the `:` of a subscript range.
 *
 * @errors vensim-subscript-range, unsupported-data.
 */
export function readSubscriptRange(
  cursor: TokenCursor,
  written: string,
  key: CanonicalName,
  span: Span,
): SubscriptRange | undefined {
  const members = readMembers(cursor);
  if (members === undefined) return undefined;
  const mappings: RangeMapping[] = [];
  if (cursor.take('->')) {
    do {
      const mapping = readMapping(cursor);
      if (mapping === undefined) return undefined;
      mappings.push(mapping);
      // Some files repeat the arrow before each mapping.
    } while (cursor.take(',') || cursor.take('->'));
  }
  if (!cursor.atEnd) return malformed(cursor, `it should end after its elements, but ${cursor.found}`);
  return { written, key, members, mappings, span };
}

/** Reads the other name of `a <-> b`: both ranges have the same elements. */
export function readEquivalence(
  cursor: TokenCursor,
  written: string,
  key: CanonicalName,
  span: Span,
): SubscriptRange | undefined {
  const other = member(cursor);
  if (other === undefined || !cursor.atEnd)
    return malformed(cursor, `one name is expected after \`<->\`, but ${cursor.found}`);
  return { written, key, members: [other], mappings: [], span };
}

function readMembers(cursor: TokenCursor): readonly RangeMember[] | undefined {
  const members: RangeMember[] = [];
  do {
    const next = cursor.isSymbol('(') ? readNumbered(cursor) : one(cursor);
    if (next === undefined) return undefined;
    for (const each of next) members.push(each);
  } while (cursor.take(','));
  return members;
}

function one(cursor: TokenCursor): readonly RangeMember[] | undefined {
  const next = member(cursor);
  if (next === undefined) return malformed(cursor, `the name of an element is expected, but ${cursor.found}`);
  if (!cursor.isSymbol('(')) return [next];
  return cursor.fail(
    'unsupported-data',
    next.span,
    `\`${next.written}\` takes the elements from outside the model, which is not supported.`,
    'Write the elements into the model.',
  );
}

function member(cursor: TokenCursor): RangeMember | undefined {
  const name = cursor.takeName();
  if (name === undefined) return undefined;
  const { written, start, end } = name;
  return { written, key: canonicalName(written), span: { start, end } };
}

/** `(x1-x5)` */
function readNumbered(cursor: TokenCursor): readonly RangeMember[] | undefined {
  cursor.step();
  const first = member(cursor);
  const dash = first !== undefined && cursor.take('-');
  const last = dash ? member(cursor) : undefined;
  if (first === undefined || last === undefined || !cursor.take(')'))
    return malformed(cursor, `\`(name1-name5)\` is expected, but ${cursor.found}`);
  const from = numbered(first.written);
  const to = numbered(last.written);
  const span = { start: first.span.start, end: last.span.end };
  const same =
    from !== undefined && to !== undefined && canonicalName(`${from.stem}0`) === canonicalName(`${to.stem}0`);
  const count = same ? to.number - from.number + 1 : 0;
  if (from === undefined || count < 1 || count > MOST_ELEMENTS)
    return cursor.fail(
      'vensim-subscript-range',
      span,
      count > MOST_ELEMENTS
        ? `\`(${first.written}-${last.written})\` has ${count} elements; Weir reads at most ${MOST_ELEMENTS}.`
        : `\`(${first.written}-${last.written})\` does not count up from one number to another.`,
      'Write the same name with two numbers, such as `(sector1-sector5)`.',
    );
  const { quoted, stem, number, digits } = from;
  return Array.from({ length: count }, (_, index) => {
    const plain = `${stem}${String(number + index).padStart(digits, '0')}`;
    const written = quoted ? `"${plain}"` : plain;
    return { written, key: canonicalName(written), span };
  });
}

function numbered(written: string) {
  const quoted = written.startsWith('"');
  const parts = /^(.*?)([0-9]{1,9})$/.exec(quoted ? written.slice(1, -1) : written);
  if (parts === null) return undefined;
  const [, stem = '', digits = ''] = parts;
  // Leading zeros are kept, as in `(year01-year12)`.
  return { quoted, stem, number: Number(digits), digits: digits.startsWith('0') ? digits.length : 0 };
}

function readMapping(cursor: TokenCursor): RangeMapping | undefined {
  if (!cursor.take('(')) {
    const to = member(cursor);
    return to === undefined
      ? malformed(cursor, `the name of a subscript range is expected after \`->\`, but ${cursor.found}`)
      : { to };
  }
  const to = member(cursor);
  if (to === undefined || !cursor.take(':'))
    return malformed(cursor, `\`(range: elements)\` is expected after \`->\`, but ${cursor.found}`);
  const members = readMembers(cursor);
  if (members === undefined) return undefined;
  return cursor.take(')') ? { to, members } : malformed(cursor, `\`)\` is expected, but ${cursor.found}`);
}

function malformed(cursor: TokenCursor, problem: string): undefined {
  return cursor.fail(
    'vensim-subscript-range',
    cursor.token,
    `This subscript range cannot be read: ${problem}.`,
    'Write `range: first element, second element`.',
  );
}
