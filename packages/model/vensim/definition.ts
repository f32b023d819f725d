import type { WrittenExpression } from '../equation/expression.js';
import type { GraphicalFunction } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';
import type { Span } from '../source/source-text.js';
import { readConstantList, readTabbedArray } from './constant-list.js';
import type { InlineLookup } from './expression-parser.js';
import { ExpressionParser } from './expression-parser.js';
import { readLookupTable } from './lookup-table.js';
import type { SubscriptRange } from './subscript-range.js';
import { readEquivalence, readSubscriptRange } from './subscript-range.js';
import type { TokenCursor } from './token-cursor.js';

/** A name in brackets on the left-hand side: an element, a subscript range. */
export interface LeftSubscript {
  readonly key: CanonicalName;
  readonly written: string;
  readonly span: Span;
}

/** The left-hand side of an equation. */
export interface LeftSide {
  readonly written: string;
  readonly key: CanonicalName;
  readonly subscripts: readonly LeftSubscript[];
  readonly except: readonly (readonly LeftSubscript[])[];
  readonly span: Span;
}

/** What one entry of a Vensim file defines. */
export type Definition =
  | { readonly kind: 'range'; readonly range: SubscriptRange }
  | {
      readonly kind: 'equation';
      readonly left: LeftSide;
      /** Calls keep Vensim's names; see {@link translate}. */
      readonly right: WrittenExpression;
      readonly lookups: readonly InlineLookup[];
    }
  | { readonly kind: 'list'; readonly left: LeftSide; readonly list: readonly number[] }
  | { readonly kind: 'lookup'; readonly left: LeftSide; readonly graph: GraphicalFunction }
  /** Conditions and tests on the behavior of the model, which bear on no value. */
  | { readonly kind: 'reality-check'; readonly name: string };

const DATA_KEYWORDS = [
  'INTERPOLATE',
  'RAW',
  'HOLD FORWARD',
  'HOLD BACKWARD',
  'LOOK FORWARD',
  'BACKWARD',
] as const;
const TABBED = canonicalName('tabbed array');

/**
 * Reads what one entry defines: left-hand side, sign, right-hand side.
 *
 * @returns The definition, or `undefined` with the fault in the cursor.
 */
export function readDefinition(cursor: TokenCursor): Definition | undefined {
  if (cursor.isKeyword('THE CONDITION')) return { kind: 'reality-check', name: 'THE CONDITION' };
  const name = cursor.takeName();
  if (name === undefined)
    return cursor.fail(
      'vensim-equation',
      cursor.token,
      `An equation begins with a name, but ${cursor.found}.`,
      "A name that holds other marks than letters, digits, `_`, `$` and `'` stands in double quotes.",
    );
  if (cursor.isKeyword('TEST INPUT') || cursor.isKeyword('THE CONDITION'))
    return { kind: 'reality-check', name: name.written };
  const span = { start: name.start, end: name.end };
  const key = canonicalName(name.written);
  if (cursor.take(':')) return ranged(readSubscriptRange(cursor, name.written, key, span));
  if (cursor.take('<->')) return ranged(readEquivalence(cursor, name.written, key, span));
  const subscripts = cursor.isSymbol('[') ? readSubscripts(cursor) : [];
  if (subscripts === undefined) return undefined;
  const except = readExcept(cursor);
  if (except === undefined) return undefined;
  const left: LeftSide = { written: name.written, key, subscripts, except, span };
  if (cursor.isKeyword('TEST INPUT')) return { kind: 'reality-check', name: name.written };
  if (DATA_KEYWORDS.some((word) => cursor.isKeyword(word)) || cursor.atEnd) return data(cursor, left);
  if (cursor.take('(')) {
    const graph = readLookupTable(cursor);
    if (graph === undefined) return undefined;
    return cursor.atEnd ? { kind: 'lookup', left, graph } : misplaced(cursor);
  }
  const isData = cursor.take(':=');
  if (!isData && !cursor.take('==') && !cursor.take('='))
    return cursor.fail(
      'vensim-equation',
      cursor.token,
      `\`=\` is expected after \`${left.written}\`, but ${cursor.found}.`,
      "Names that hold other marks than letters, digits, `_`, `$` and `'` stand in double quotes.",
    );
  return readRightSide(cursor, left, isData);
}

function ranged(range: SubscriptRange | undefined): Definition | undefined {
  return range && { kind: 'range', range };
}

function data(cursor: TokenCursor, left: LeftSide): undefined {
  return cursor.fail(
    'unsupported-data',
    left.span,
    `\`${left.written}\` is a data variable: its values come from outside the model, which is not supported.`,
    'Write the numbers into the model: as a constant, or as a lookup of `Time`.',
  );
}

function misplaced(cursor: TokenCursor): undefined {
  return cursor.fail(
    'vensim-equation',
    cursor.token,
    `The equation should end here, but ${cursor.found}.`,
    'End it with `~`, or write an operator.',
  );
}

function readRightSide(cursor: TokenCursor, left: LeftSide, isData: boolean): Definition | undefined {
  if (cursor.token.kind === 'name' && canonicalName(cursor.token.written) === TABBED)
    return readTabbed(cursor, left);
  if (left.subscripts.length > 0 && startsList(cursor)) {
    const list = readConstantList(cursor);
    return list && { kind: 'list', left, list };
  }
  const parser = new ExpressionParser(cursor);
  const right = parser.whole();
  if (right === undefined) return undefined;
  const constant = right.kind === 'number' || (right.kind === 'unary' && right.operand.kind === 'number');
  return isData && !constant
    ? data(cursor, left)
    : { kind: 'equation', left, right, lookups: parser.lookups };
}

/** Whether numbers parted by commas or semicolons stand here. */
function startsList(cursor: TokenCursor): boolean {
  const first = cursor.token;
  const signed = first.kind === 'symbol' && (first.symbol === '-' || first.symbol === '+');
  const number = cursor.ahead(signed ? 1 : 0);
  const after = cursor.ahead(signed ? 2 : 1);
  const constant = number.kind === 'number' || (number.kind === 'keyword' && number.word === 'NA');
  return constant && after.kind === 'symbol' && (after.symbol === ',' || after.symbol === ';');
}

function readTabbed(cursor: TokenCursor, left: LeftSide): Definition | undefined {
  const name = cursor.step();
  const open = cursor.token;
  if (!cursor.take('('))
    return cursor.fail('vensim-list', name, '`TABBED ARRAY` is followed by numbers in parentheses.');
  while (!cursor.atEnd && !cursor.isSymbol(')')) cursor.step();
  const close = cursor.token;
  if (!cursor.take(')'))
    return cursor.fail('equation-parenthesis', open, 'This `(` is never closed.', 'Add `)`.');
  if (!cursor.atEnd) return misplaced(cursor);
  const read = readTabbedArray(cursor.text.slice(open.end, close.start));
  if ('numbers' in read) return { kind: 'list', left, list: read.numbers };
  const start = open.end + read.at;
  return cursor.fail(
    'vensim-list',
    { start, end: start + read.word.length },
    `\`${read.word}\` in this list is not a number.`,
    'A list holds numbers only, parted by blanks or tabs.',
  );
}

/** `[a, b]`, the bracket not yet consumed. */
function readSubscripts(cursor: TokenCursor): readonly LeftSubscript[] | undefined {
  const opener = cursor.step();
  const subscripts: LeftSubscript[] = [];
  do {
    const name = cursor.takeName();
    if (name === undefined)
      return cursor.fail(
        'vensim-equation',
        cursor.token,
        `The name of an element or a subscript range is expected, but ${cursor.found}.`,
      );
    const span = { start: name.start, end: name.end };
    subscripts.push({ key: canonicalName(name.written), written: name.written, span });
  } while (cursor.take(','));
  if (cursor.take(']')) return subscripts;
  return cursor.fail(
    'equation-parenthesis',
    opener,
    `\`]\` is expected after the subscripts, but ${cursor.found}.`,
  );
}

/** `:EXCEPT: [a, b], [c, d]`; empty where it is not there. */
function readExcept(cursor: TokenCursor): readonly (readonly LeftSubscript[])[] | undefined {
  if (!cursor.isKeyword('EXCEPT')) return [];
  cursor.step();
  const patterns: (readonly LeftSubscript[])[] = [];
  do {
    if (!cursor.isSymbol('['))
      return cursor.fail(
        'vensim-equation',
        cursor.token,
        `\`[\` is expected after \`:EXCEPT:\`, but ${cursor.found}.`,
        'Write `:EXCEPT: [element]`.',
      );
    const pattern = readSubscripts(cursor);
    if (pattern === undefined) return undefined;
    patterns.push(pattern);
  } while (cursor.take(','));
  return patterns;
}
