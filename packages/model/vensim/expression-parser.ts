// The grammar of equations stands in one file, above the usual length, so that it can be read from top to bottom.

import type { BinaryOperator, Subscript, UnaryOperator, WrittenExpression } from '../equation/expression.js';
import { MAX_HEIGHT, MAX_NESTING } from '../equation/expression-parser.js';
import type { GraphicalFunction } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';
import { NOT_AVAILABLE } from './constant-list.js';
import { refusedFunction } from './function-table.js';
import { readLookupTable } from './lookup-table.js';
import type { Token } from './token.js';
import type { TokenCursor } from './token-cursor.js';

/** A lookup written inside an equation, under a key that no written name has. */
export interface InlineLookup {
  readonly key: CanonicalName;
  readonly graph: GraphicalFunction;
}

/** A subtree with its outer offsets (parentheses included) and its height. */
interface Parsed {
  readonly node: WrittenExpression;
  readonly start: number;
  readonly end: number;
  readonly height: number;
}

interface Infix {
  readonly operator: BinaryOperator;
  readonly precedence: number;
}

const INFIX: ReadonlyMap<string, Infix> = new Map([
  ['OR', { operator: 'or', precedence: 1 }],
  ['AND', { operator: 'and', precedence: 2 }],
  ['=', { operator: '=', precedence: 4 }],
  ['<>', { operator: '<>', precedence: 4 }],
  ['<', { operator: '<', precedence: 4 }],
  ['<=', { operator: '<=', precedence: 4 }],
  ['>', { operator: '>', precedence: 4 }],
  ['>=', { operator: '>=', precedence: 4 }],
  ['+', { operator: '+', precedence: 5 }],
  ['-', { operator: '-', precedence: 5 }],
  ['*', { operator: '*', precedence: 6 }],
  ['/', { operator: '/', precedence: 6 }],
]);
const LOWEST = 1;
const COMPARISON = 4;

/**
 * One parse of the right-hand side of one equation, by precedence climbing.
 *
 * Precedence, high to low: `^` (right to left), sign, `* /`, `+ -`, comparisons, `:NOT:`, `:AND:`, `:OR:`.
 * Calls keep the names that Vensim gives functions; {@link translate} turns them into those of this package.
 */
export class ExpressionParser {
  /** Lookups met in `WITH LOOKUP`, which stand for a name in the tree. */
  readonly lookups: InlineLookup[] = [];
  private nesting = 0;

  constructor(private readonly cursor: TokenCursor) {}

  /** The expression up to the end of the tokens; `undefined` with the fault in the cursor. */
  whole(): WrittenExpression | undefined {
    if (this.cursor.atEnd)
      return this.cursor.fail(
        'equation-empty',
        this.cursor.token,
        'This equation is empty.',
        'Write an equation, such as a number.',
      );
    const parsed = this.binary(LOWEST);
    if (parsed === undefined) return undefined;
    return this.cursor.atEnd ? parsed.node : this.unexpected();
  }

  private nested(parse: () => Parsed | undefined): Parsed | undefined {
    if (this.nesting >= MAX_NESTING) return this.tooDeep();
    this.nesting += 1;
    const parsed = parse();
    this.nesting -= 1;
    return parsed;
  }

  private tooDeep(): undefined {
    return this.cursor.fail(
      'equation-too-deep',
      this.cursor.token,
      'This equation is nested too deeply.',
      'Split it into several auxiliaries.',
    );
  }

  private grown(
    node: WrittenExpression,
    start: number,
    end: number,
    parts: readonly Parsed[] = [],
  ): Parsed | undefined {
    const height = 1 + parts.reduce((highest, part) => Math.max(highest, part.height), 0);
    return height > MAX_HEIGHT ? this.tooDeep() : { node, start, end, height };
  }

  private infix(): Infix | undefined {
    const { token } = this.cursor;
    if (token.kind === 'symbol') return INFIX.get(token.symbol);
    return token.kind === 'keyword' ? INFIX.get(token.word) : undefined;
  }

  private binary(least: number): Parsed | undefined {
    let left = this.unary();
    while (left !== undefined) {
      const infix = this.infix();
      if (infix === undefined || infix.precedence < least) return left;
      this.cursor.step();
      const right = this.binary(infix.precedence + 1);
      if (right === undefined) return undefined;
      left = this.join(infix.operator, left, right);
    }
    return undefined;
  }

  private join(operator: BinaryOperator, left: Parsed, right: Parsed): Parsed | undefined {
    const span = { start: left.start, end: right.end };
    const node: WrittenExpression = { kind: 'binary', operator, left: left.node, right: right.node, span };
    return this.grown(node, left.start, right.end, [left, right]);
  }

  private unary(): Parsed | undefined {
    const { cursor } = this;
    const negation = cursor.isKeyword('NOT');
    if (!negation && !cursor.isSymbol('-') && !cursor.isSymbol('+')) return this.power();
    const operator: UnaryOperator = negation ? 'not' : cursor.isSymbol('-') ? '-' : '+';
    const { start } = cursor.step();
    // `:NOT: a = b` negates the comparison.
    const operand = this.nested(() => (negation ? this.binary(COMPARISON) : this.unary()));
    if (operand === undefined) return undefined;
    const span = { start, end: operand.end };
    return this.grown({ kind: 'unary', operator, operand: operand.node, span }, start, operand.end, [
      operand,
    ]);
  }

  private power(): Parsed | undefined {
    const base = this.primary();
    if (base === undefined || !this.cursor.take('^')) return base;
    const exponent = this.nested(() => this.unary());
    return exponent === undefined ? undefined : this.join('^', base, exponent);
  }

  private primary(): Parsed | undefined {
    const { cursor } = this;
    const { token } = cursor;
    if (token.kind === 'number' || cursor.isKeyword('NA')) {
      cursor.step();
      const value = token.kind === 'number' ? token.value : NOT_AVAILABLE;
      const span = { start: token.start, end: token.end };
      return this.grown({ kind: 'number', value, span }, token.start, token.end);
    }
    if (cursor.isSymbol('(')) return this.parenthesized();
    if (token.kind === 'name') return this.named(token);
    return this.missingOperand();
  }

  private parenthesized(): Parsed | undefined {
    const opener = this.cursor.step();
    const inner = this.nested(() => this.binary(LOWEST));
    if (inner === undefined) return undefined;
    const close = this.cursor.token;
    return this.cursor.take(')') ? { ...inner, start: opener.start, end: close.end } : this.unclosed(opener);
  }

  private named(token: Token & { readonly kind: 'name' }): Parsed | undefined {
    const { cursor } = this;
    cursor.step();
    const { written, start } = token;
    const key = canonicalName(written);
    if (cursor.isSymbol('[')) return this.element(token, key);
    const span = { start, end: token.end };
    if (!cursor.isSymbol('('))
      return key === 'tabbed_array'
        ? this.missingOperand()
        : this.grown({ kind: 'name', written, key, span }, start, token.end);
    const refused = refusedFunction(key);
    if (refused !== undefined) return cursor.fail(refused.code, token, refused.message, refused.hint);
    const operands = key === 'with_lookup' ? this.withLookup() : this.operands();
    if (operands === undefined) return undefined;
    const end = cursor.previous?.end ?? token.end;
    const node: WrittenExpression = {
      kind: 'call',
      written,
      key,
      arguments: operands.map((operand) => operand.node),
      span: { start, end },
    };
    return this.grown(node, start, end, operands);
  }

  /** `name[a, b!]`, and the call of a lookup with subscripts. */
  private element(token: Token & { readonly kind: 'name' }, key: CanonicalName): Parsed | undefined {
    const { cursor } = this;
    const subscripts = this.subscripts();
    if (subscripts === undefined) return undefined;
    const { start, written } = token;
    const end = cursor.previous?.end ?? token.end;
    const node: WrittenExpression = { kind: 'element', written, key, subscripts, span: { start, end } };
    const element = this.grown(node, start, end);
    if (element === undefined || !cursor.isSymbol('(')) return element;
    const operands = this.operands();
    if (operands === undefined) return undefined;
    const all = [element, ...operands];
    const close = cursor.previous?.end ?? end;
    return this.grown(
      {
        kind: 'call',
        written: 'LOOKUP',
        key: canonicalName('lookup'),
        arguments: all.map((operand) => operand.node),
        span: { start, end: close },
      },
      start,
      close,
      all,
    );
  }

  private subscripts(): readonly Subscript[] | undefined {
    const { cursor } = this;
    const opener = cursor.step();
    const subscripts: Subscript[] = [];
    do {
      const name = cursor.takeName();
      if (name === undefined)
        return cursor.fail(
          'equation-operand',
          cursor.token,
          `The name of an element or a subscript range is expected, but ${cursor.found}.`,
        );
      const key = canonicalName(name.written);
      const span = { start: name.start, end: name.end };
      subscripts.push(
        cursor.take('!')
          ? { kind: 'all', of: key }
          : { kind: 'expression', expression: { kind: 'name', written: name.written, key, span } },
      );
    } while (cursor.take(','));
    if (cursor.take(']')) return subscripts;
    return cursor.fail(
      'equation-parenthesis',
      opener,
      `\`]\` is expected after the subscripts, but ${cursor.found}.`,
    );
  }

  /** The arguments from `(` to `)`, both consumed. */
  private operands(): readonly Parsed[] | undefined {
    const { cursor } = this;
    const opener = cursor.step();
    const operands: Parsed[] = [];
    if (cursor.take(')')) return operands;
    do {
      const operand = this.nested(() => this.binary(LOWEST));
      if (operand === undefined) return undefined;
      operands.push(operand);
    } while (cursor.take(','));
    if (cursor.take(')')) return operands;
    if (cursor.isSymbol(':'))
      return cursor.fail(
        'unsupported-function',
        cursor.token,
        'Calls of macros with several outputs (`: output`) are not supported.',
        'Give the macro one output, and write another macro for the other.',
      );
    return this.unclosed(opener);
  }

  /** `( x , ( points ) )` */
  private withLookup(): readonly Parsed[] | undefined {
    const { cursor } = this;
    const opener = cursor.step();
    const input = this.nested(() => this.binary(LOWEST));
    if (input === undefined) return undefined;
    if (!cursor.take(',')) return this.unclosed(opener);
    const { start } = cursor.token;
    if (!cursor.take('('))
      return cursor.fail(
        'vensim-lookup',
        cursor.token,
        `The points of the lookup are expected in parentheses, but ${cursor.found}.`,
        'Write `WITH LOOKUP(x, ((x1,y1),(x2,y2),...))`.',
      );
    const graph = readLookupTable(cursor);
    if (graph === undefined) return undefined;
    const end = cursor.previous?.end ?? start;
    if (!cursor.take(')')) return this.unclosed(opener);
    const key = canonicalName(`"[lookup ${this.lookups.length}]"`);
    this.lookups.push({ key, graph });
    const table = this.grown({ kind: 'name', written: 'lookup', key, span: { start, end } }, start, end);
    return table && [input, table];
  }

  private unclosed(opener: Token): undefined {
    const { cursor } = this;
    const { token } = cursor;
    if (token.kind === 'end' || cursor.isSymbol(','))
      return cursor.fail('equation-parenthesis', opener, 'This `(` is never closed.', 'Add `)`.');
    return this.unexpected();
  }

  private missingOperand(): undefined {
    const { cursor } = this;
    const { token, previous } = cursor;
    if (token.kind === 'text')
      return cursor.fail(
        'equation-operand',
        token,
        'A text stands here; equations hold numbers only.',
        'Names stand in double quotes.',
      );
    const where = previous === undefined ? 'at the start' : `after \`${cursor.written(previous)}\``;
    return cursor.fail('equation-operand', token, `An operand is expected ${where}, but ${cursor.found}.`);
  }

  private unexpected(): undefined {
    const { cursor } = this;
    const { token, previous } = cursor;
    if (cursor.isSymbol(')'))
      return cursor.fail(
        'equation-parenthesis',
        token,
        'This `)` closes nothing.',
        'Remove it, or add `(` before.',
      );
    if (cursor.isSymbol(',') || cursor.isSymbol(';'))
      return cursor.fail(
        'equation-operator',
        token,
        `A \`${cursor.written(token)}\` stands outside the arguments of a function.`,
        'A list of constants holds numbers only; decimals are written with a point.',
      );
    const before = previous === undefined ? '' : cursor.written(previous);
    return cursor.fail(
      'equation-operator',
      token,
      `An operator is expected between \`${before}\` and \`${cursor.written(token)}\`.`,
      'To multiply, write `*`.',
    );
  }
}
