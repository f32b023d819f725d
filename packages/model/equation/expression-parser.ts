// The grammar of equations stands in one file, above the usual length, so that it can be read from top to bottom.

import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName } from '../names/canonical-name.js';
import { qualifiedKey } from '../names/compound-name.js';
import type { MappedText } from '../source/mapped-text.js';
import { spanIn } from '../source/mapped-text.js';
import type { Span } from '../source/source-text.js';
import type { EquationFault } from './equation-fault.js';
import type { BinaryOperator, Subscript, UnaryOperator, WrittenExpression } from './expression.js';
import { endsExpression, keywordOf } from './keywords.js';
import { missingOperand, unexpectedToken } from './syntax-faults.js';
import type { Mark, Token } from './token.js';

/** Deepest nesting of parentheses, signs, calls and IFs: the parser goes down by recursion. */
export const MAX_NESTING = 500;
/** Tallest tree, long sums included: what walks a tree may then do so by recursion. */
export const MAX_HEIGHT = 1000;

/** A subtree with its outer offsets (parentheses included) and its height. */
interface Parsed {
  readonly node: WrittenExpression;
  readonly start: number;
  readonly end: number;
  readonly height: number;
}

/** A name with its key and its offsets. */
interface QualifiedName {
  readonly written: string;
  readonly key: CanonicalName;
  readonly start: number;
  readonly end: number;
}

interface Infix {
  readonly operator: BinaryOperator;
  readonly precedence: number;
}

const SYMBOL_INFIX: ReadonlyMap<Mark, Infix> = new Map([
  ['=', { operator: '=', precedence: 3 }],
  ['<>', { operator: '<>', precedence: 3 }],
  ['<', { operator: '<', precedence: 4 }],
  ['<=', { operator: '<=', precedence: 4 }],
  ['>', { operator: '>', precedence: 4 }],
  ['>=', { operator: '>=', precedence: 4 }],
  ['+', { operator: '+', precedence: 5 }],
  ['-', { operator: '-', precedence: 5 }],
  ['*', { operator: '*', precedence: 6 }],
  ['/', { operator: '/', precedence: 6 }],
]);
const WORD_INFIX: ReadonlyMap<string, Infix> = new Map([
  ['or', { operator: 'or', precedence: 1 }],
  ['and', { operator: 'and', precedence: 2 }],
  ['mod', { operator: 'mod', precedence: 6 }],
]);
const LOWEST = 1;

/** One parse of one equation, by precedence climbing. A method that finds a fault records it and gives `undefined`. */
export class ExpressionParser {
  fault: EquationFault = {
    code: 'equation-operand',
    start: 0,
    end: 0,
    message: 'This equation cannot be read.',
  };
  private at = 0;
  private nesting = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly text: MappedText,
  ) {}

  whole(): Parsed | undefined {
    const parsed = this.binary(LOWEST);
    if (parsed === undefined) return undefined;
    const rest = this.token();
    return rest.kind === 'end' ? parsed : this.unexpected(rest);
  }

  private token(): Token {
    return this.tokens[this.at] ?? { kind: 'end', start: this.text.text.length, end: this.text.text.length };
  }

  private span(start: number, end: number): Span {
    return spanIn(this.text, start, end);
  }

  private fail(
    code: EquationFault['code'],
    at: { start: number; end: number },
    message: string,
    hint?: string,
  ): undefined {
    this.fault = { code, start: at.start, end: at.end, message, ...(hint === undefined ? {} : { hint }) };
    return undefined;
  }

  private isSymbol(symbol: Mark): boolean {
    const token = this.token();
    return token.kind === 'symbol' && token.symbol === symbol;
  }

  private isWord(word: string): boolean {
    return keywordOf(this.token()) === word;
  }

  private infix(): Infix | undefined {
    const token = this.token();
    if (token.kind === 'symbol') return SYMBOL_INFIX.get(token.symbol);
    const word = keywordOf(token);
    return word === undefined ? undefined : WORD_INFIX.get(word);
  }

  /** Goes one level down, unless that is too deep. */
  private nested(parse: () => Parsed | undefined): Parsed | undefined {
    if (this.nesting >= MAX_NESTING) return this.tooDeep();
    this.nesting += 1;
    const parsed = parse();
    this.nesting -= 1;
    return parsed;
  }

  private tooDeep(): undefined {
    return this.fail(
      'equation-too-deep',
      this.token(),
      'This equation is nested too deeply.',
      'Split it into several auxiliaries.',
    );
  }

  private grown(
    node: WrittenExpression,
    start: number,
    end: number,
    ...parts: readonly Parsed[]
  ): Parsed | undefined {
    const height = 1 + parts.reduce((highest, part) => Math.max(highest, part.height), 0);
    return height > MAX_HEIGHT ? this.tooDeep() : { node, start, end, height };
  }

  private binary(least: number): Parsed | undefined {
    let left = this.unary();
    while (left !== undefined) {
      const infix = this.infix();
      if (infix === undefined || infix.precedence < least) return left;
      this.at += 1;
      const right = this.binary(infix.precedence + 1);
      if (right === undefined) return undefined;
      left = this.join(infix.operator, left, right);
    }
    return undefined;
  }

  private join(operator: BinaryOperator, left: Parsed, right: Parsed): Parsed | undefined {
    const span = this.span(left.start, right.end);
    const node: WrittenExpression = { kind: 'binary', operator, left: left.node, right: right.node, span };
    return this.grown(node, left.start, right.end, left, right);
  }

  private unary(): Parsed | undefined {
    const token = this.token();
    const operator: UnaryOperator | undefined = this.isSymbol('-')
      ? '-'
      : this.isSymbol('+')
        ? '+'
        : this.isWord('not')
          ? 'not'
          : undefined;
    if (operator === undefined) return this.power();
    this.at += 1;
    const operand = this.nested(() => this.unary());
    if (operand === undefined) return undefined;
    const span = this.span(token.start, operand.end);
    return this.grown(
      { kind: 'unary', operator, operand: operand.node, span },
      token.start,
      operand.end,
      operand,
    );
  }

  private power(): Parsed | undefined {
    const base = this.transposed(this.primary());
    if (base === undefined || !this.isSymbol('^')) return base;
    this.at += 1;
    // The exponent may carry a sign, and `^` within it binds first: right to left.
    const exponent = this.nested(() => this.unary());
    return exponent === undefined ? undefined : this.join('^', base, exponent);
  }

  /** An operand with the apostrophes behind it. */
  private transposed(operand: Parsed | undefined): Parsed | undefined {
    let whole = operand;
    while (whole !== undefined && this.isSymbol("'")) {
      const { end } = this.token();
      this.at += 1;
      const span = this.span(whole.start, end);
      whole = this.grown({ kind: 'transpose', operand: whole.node, span }, whole.start, end, whole);
    }
    return whole;
  }

  private primary(): Parsed | undefined {
    const token = this.token();
    if (token.kind === 'number') {
      this.at += 1;
      const node: WrittenExpression = {
        kind: 'number',
        value: token.value,
        span: this.span(token.start, token.end),
      };
      return this.grown(node, token.start, token.end);
    }
    if (token.kind === 'symbol' && token.symbol === '(') return this.parenthesized(token);
    if (token.kind === 'symbol' && token.symbol === '.') return this.named(token);
    if (token.kind === 'name') {
      const word = keywordOf(token);
      if (word === 'if') return this.nested(() => this.conditional());
      if (word === undefined) return this.named(token);
    }
    return this.missingOperand(token);
  }

  private parenthesized(opener: Token): Parsed | undefined {
    this.at += 1;
    const inner = this.nested(() => this.binary(LOWEST));
    if (inner === undefined) return this.blameOpener(opener);
    if (!this.isSymbol(')')) return this.unclosed(opener);
    const { end } = this.token();
    this.at += 1;
    // The node keeps its own span; what contains it reaches from parenthesis to parenthesis.
    return { ...inner, start: opener.start, end };
  }

  private named(token: Token): Parsed | undefined {
    const name = this.qualified(token);
    if (name === undefined) return undefined;
    const { written, key, start, end } = name;
    const after = this.token();
    if (after.kind !== 'symbol' || (after.symbol !== '(' && after.symbol !== '['))
      return this.grown({ kind: 'name', written, key, span: this.span(start, end) }, start, end);
    if (after.symbol === '[') {
      const element = this.element(name, after);
      return element !== undefined && this.isSymbol('(') ? this.graphCall(element) : element;
    }
    const operands = this.arguments(after);
    if (operands === undefined) return undefined;
    const callEnd = (this.tokens[this.at - 1] ?? after).end;
    const node: WrittenExpression = {
      kind: 'call',
      written,
      key,
      arguments: operands.map((operand) => operand.node),
      span: this.span(start, callEnd),
    };
    return this.grown(node, start, callEnd, ...operands);
  }

  /** A name with the modules before it: `name`, `module.name`, `.name`. */
  private qualified(first: Token): QualifiedName | undefined {
    const { start } = first;
    const keys: CanonicalName[] = [];
    let { end } = first;
    let token: Token | undefined = first;
    if (first.kind === 'symbol') {
      keys.push(canonicalName(''));
      this.at += 1;
      token = this.tokens[this.at];
    }
    while (true) {
      // No blanks around the dot (XMILE 1.0, 3.2.2.3).
      if (token?.kind !== 'name' || (keys.length > 0 && token.start !== end)) {
        const dot = { start: end - 1, end };
        const hint = 'Write `module.variable`, without blanks around the dot.';
        return this.fail('equation-operand', dot, 'A name is expected on both sides of this dot.', hint);
      }
      keys.push(canonicalName(token.written));
      end = token.end;
      this.at += 1;
      const dot = this.token();
      if (dot.kind !== 'symbol' || dot.symbol !== '.') break;
      if (dot.start !== end) return this.unexpected(dot);
      end = dot.end;
      this.at += 1;
      token = this.tokens[this.at];
    }
    const written =
      first.kind === 'name' && keys.length === 1 ? first.written : this.text.text.slice(start, end);
    return { written, key: keys.length === 1 ? canonicalName(written) : qualifiedKey(keys), start, end };
  }

  /** `name[...]`, from the bracket on. */
  private element(name: QualifiedName, opener: Token): Parsed | undefined {
    this.at += 1;
    const subscripts: Subscript[] = [];
    const parts: Parsed[] = [];
    const read = (): Parsed | undefined => {
      const part = this.nested(() => this.binary(LOWEST));
      if (part !== undefined) parts.push(part);
      return part;
    };
    while (true) {
      const subscript = this.subscript(read);
      if (subscript === undefined) return undefined;
      subscripts.push(subscript);
      const token = this.token();
      if (this.isSymbol(']')) {
        this.at += 1;
        const { written, key, start } = name;
        const span = this.span(start, token.end);
        return this.grown({ kind: 'element', written, key, subscripts, span }, start, token.end, ...parts);
      }
      if (!this.isSymbol(',')) {
        if (!endsExpression(token)) return this.unexpected(token);
        return this.fail('equation-parenthesis', opener, 'This `[` is never closed.', 'Add `]`.');
      }
      this.at += 1;
    }
  }

  private subscript(read: () => Parsed | undefined): Subscript | undefined {
    if (this.isSymbol('*')) {
      this.at += 1;
      if (!this.isSymbol(':')) return { kind: 'all' };
      this.at += 1;
      const range = this.token();
      if (range.kind !== 'name') return this.missingOperand(range);
      this.at += 1;
      return { kind: 'all', of: canonicalName(range.written) };
    }
    if (this.isSymbol('@')) {
      this.at += 1;
      const position = this.token();
      if (position.kind !== 'number' || !Number.isInteger(position.value) || position.value < 1)
        return this.missingOperand(position);
      this.at += 1;
      return { kind: 'position', position: position.value };
    }
    const from = read();
    if (from === undefined) return undefined;
    if (!this.isSymbol(':')) return { kind: 'expression', expression: from.node };
    this.at += 1;
    const to = read();
    return to === undefined ? undefined : { kind: 'range', from: from.node, to: to.node };
  }

  /** `graph[element](x)`: the same as `LOOKUP(graph[element], x)`. */
  private graphCall(element: Parsed): Parsed | undefined {
    const opener = this.token();
    const operands = this.arguments(opener);
    if (operands === undefined) return undefined;
    const { end } = this.tokens[this.at - 1] ?? opener;
    const node: WrittenExpression = {
      kind: 'call',
      written: 'LOOKUP',
      key: canonicalName('LOOKUP'),
      arguments: [element.node, ...operands.map((operand) => operand.node)],
      span: this.span(element.start, end),
    };
    return this.grown(node, element.start, end, element, ...operands);
  }

  /** The arguments from `(` to `)`, both consumed. */
  private arguments(opener: Token): readonly Parsed[] | undefined {
    this.at += 1;
    const operands: Parsed[] = [];
    if (this.isSymbol(')')) {
      this.at += 1;
      return operands;
    }
    while (true) {
      const operand = this.nested(() => this.binary(LOWEST));
      if (operand === undefined) return this.blameOpener(opener);
      operands.push(operand);
      if (this.isSymbol(')')) {
        this.at += 1;
        return operands;
      }
      if (!this.isSymbol(',')) return this.unclosed(opener);
      this.at += 1;
    }
  }

  private conditional(): Parsed | undefined {
    const opener = this.token();
    this.at += 1;
    const condition = this.binary(LOWEST);
    if (condition === undefined) return undefined;
    if (!this.isWord('then')) return this.missingWord(opener, 'THEN');
    this.at += 1;
    const then = this.binary(LOWEST);
    if (then === undefined) return undefined;
    if (!this.isWord('else')) return this.missingWord(opener, 'ELSE');
    this.at += 1;
    const otherwise = this.binary(LOWEST);
    if (otherwise === undefined) return undefined;
    const node: WrittenExpression = {
      kind: 'if',
      condition: condition.node,
      // biome-ignore lint/suspicious/noThenProperty: a branch of the tree, never awaited
      then: then.node,
      otherwise: otherwise.node,
      span: this.span(opener.start, otherwise.end),
    };
    return this.grown(node, opener.start, otherwise.end, condition, then, otherwise);
  }

  private missingWord(opener: Token, word: 'THEN' | 'ELSE'): undefined {
    const token = this.token();
    if (!endsExpression(token)) return this.unexpected(token);
    return this.fail(
      'equation-if',
      opener,
      `This IF has no ${word}.`,
      'Write `IF condition THEN value ELSE value`.',
    );
  }

  private unclosed(opener: Token): undefined {
    const token = this.token();
    if (!endsExpression(token)) return this.unexpected(token);
    return this.fail('equation-parenthesis', opener, 'This `(` is never closed.', 'Add `)`.');
  }

  /** When the text ran out inside parentheses, the parenthesis is the better place to point at. */
  private blameOpener(opener: Token): undefined {
    const previous = this.tokens[this.at - 1];
    if (this.token().kind === 'end' && previous === opener)
      return this.fail('equation-parenthesis', opener, 'This `(` is never closed.', 'Add a value and `)`.');
    return undefined;
  }

  private missingOperand(token: Token): undefined {
    this.fault = missingOperand(this.text.text, token, this.tokens[this.at - 1]);
    return undefined;
  }

  /** A token that neither goes on nor ends an expression. */
  private unexpected(token: Token): undefined {
    this.fault = unexpectedToken(this.text.text, token, this.tokens[this.at - 1]);
    return undefined;
  }
}
