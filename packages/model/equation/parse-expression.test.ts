import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalName } from '../names/canonical-name.js';
import type { Outcome } from '../source/diagnostic.js';
import { sourceText } from '../source/source-text.js';
import type { BinaryOperator, Subscript, WrittenExpression } from './expression.js';
import { MAX_NESTING } from './expression-parser.js';
import { parseExpression } from './parse-expression.js';
import { printExpression } from './print.js';
import { subexpressions } from './subexpressions.js';

const parse = (text: string): Outcome<WrittenExpression> => parseExpression(sourceText('f', text));
const tree = (text: string): WrittenExpression => {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.diagnostics[0]?.message}`);
  return parsed.value;
};
/** The tree as a fully parenthesized text. */
function shape(expression: WrittenExpression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'name':
      return expression.key;
    case 'unary':
      return `(${expression.operator} ${shape(expression.operand)})`;
    case 'binary':
      return `(${shape(expression.left)} ${expression.operator} ${shape(expression.right)})`;
    case 'call':
      return `${expression.key}[${expression.arguments.map(shape).join(' ')}]`;
    case 'element':
      return `${expression.key}<${expression.subscripts.map(subscriptShape).join(' ')}>`;
    case 'transpose':
      return `(${shape(expression.operand)} ')`;
    case 'if':
      return `{${shape(expression.condition)} ? ${shape(expression.then)} : ${shape(expression.otherwise)}}`;
  }
}
function subscriptShape(subscript: Subscript): string {
  switch (subscript.kind) {
    case 'expression':
      return shape(subscript.expression);
    case 'all':
      return `*${subscript.of ?? ''}`;
    case 'range':
      return `${shape(subscript.from)}..${shape(subscript.to)}`;
    case 'position':
      return `@${subscript.position}`;
  }
}
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '<>'],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', 'mod'],
  ['^'],
];

describe('parseExpression', () => {
  it.each([
    ['-2^2', '(- (2 ^ 2))'],
    ['(-3)^2', '((- 3) ^ 2)'],
    ['4^3^2', '(4 ^ (3 ^ 2))'],
    ['2^-3', '(2 ^ (- 3))'],
    ['2^-3^2', '(2 ^ (- (3 ^ 2)))'],
    ['1 OR 0 AND 0', '(1 or (0 and 0))'],
    ['1 + 2 > 2', '((1 + 2) > 2)'],
    ['NOT a = b', '((not a) = b)'],
    ['NOT a + b', '((not a) + b)'],
    ['- - +a', '(- (- (+ a)))'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b * c MOD d', '(((a / b) * c) mod d)'],
    ['-a * b', '((- a) * b)'],
    ['a < b = c > d', '((a < b) = (c > d))'],
    ['a <> b <= c', '(a <> (b <= c))'],
    ['IF a > 1 THEN b ELSE c + 1', '{(a > 1) ? b : (c + 1)}'],
    ['if(a)then(b)else(c)', '{a ? b : c}'],
    ['IF a THEN IF b THEN 1 ELSE 2 ELSE 3', '{a ? {b ? 1 : 2} : 3}'],
    ['2 * (IF a THEN b ELSE c) + 1', '((2 * {a ? b : c}) + 1)'],
    ['2 * IF a THEN b ELSE c + 1', '(2 * {a ? b : (c + 1)})'],
    ['MAX(a, -b) * PI()', '(max[a (- b)] * pi[])'],
    ['TIME', 'time'],
    ['"IF" + "say \\"no\\""', '(if + say_"no")'],
    ['"Birth  Rate" * birth_RATE', '(birth_rate * birth_rate)'],
    ['{all {of} it} a {x} + {y} b', '(a + b)'],
    ['größe$2 * überschuß', '(größe$2 * überschuß)'],
    ['a\u00a0+\u00a0b\u00a0c', '(a + b_c)'],
    ['NOT(a)', '(not a)'],
    ['notable + order + modern + iffy', '(((notable + order) + modern) + iffy)'],
    ['A[Boston]', 'a<boston>'],
    ['A[1, *] + A[1:3, @2]', '(a<1 *> + a<1..3 @2>)'],
    ['A[*:Cities, north east + 1]'.replace('north east', 'north_east'), 'a<*cities (north_east + 1)>'],
    ["A'", "(a ')"],
    ["A[*,*]'^2 * -(a+b)'", "(((a<* *> ') ^ 2) * (- ((a + b) ')))"],
    ['A[INT(b[1]), "the end"]', 'a<int[b<1>] the_end>'],
    ['effect[Boston](x)', 'lookup[effect<boston> x]'],
    ['hares.density + .area + a."b c".d', '((hares.density + .area) + a.b_c.d)'],
    ['hares.stock[1]', 'hares.stock<1>'],
    ['a + .5 + b.c', '((a + 0.5) + b.c)'],
    ['1.5+.5+5.+1e-3+6.02E23+1E+2', '(((((1.5 + 0.5) + 5) + 0.001) + 6.02e+23) + 100)'],
  ])('%s is %s', (text, expected) => {
    expect(shape(tree(text))).toBe(expected);
  });

  it('binds every pair of operators as the standard says', () => {
    const precedence = (operator: BinaryOperator) => LEVELS.findIndex((level) => level.includes(operator));
    const operators = LEVELS.flat();
    for (const first of operators)
      for (const second of operators) {
        const right = precedence(second) > precedence(first) || (first === '^' && second === '^');
        const expected = right ? `(a ${first} (b ${second} c))` : `((a ${first} b) ${second} c)`;
        expect(shape(tree(`a ${first} b ${second} c`))).toBe(expected);
      }
  });

  it.each([
    ['', 'equation-empty', '1:1'],
    [' {note} ', 'equation-empty', '1:1'],
    ['a + ???', 'equation-unfinished', '1:5'],
    ['a +\n* b', 'equation-operand', '2:1'],
    ['a *', 'equation-operand', '1:3'],
    ['* a', 'equation-operand', '1:1'],
    ['MAX(a,)', 'equation-operand', '1:7'],
    ['a AND', 'equation-operand', '1:3'],
    ['MOD(a, b)', 'equation-operand', '1:1'],
    ['(a + b', 'equation-parenthesis', '1:1'],
    ['a * ((b + c) * d', 'equation-parenthesis', '1:5'],
    ['MAX(a, b', 'equation-parenthesis', '1:4'],
    ['a + (', 'equation-parenthesis', '1:5'],
    ['(IF a THEN b ELSE c', 'equation-parenthesis', '1:1'],
    ['a)', 'equation-parenthesis', '1:2'],
    [') a', 'equation-parenthesis', '1:1'],
    ['a b', 'equation-operator', '1:3'],
    ['(a)(b)', 'equation-operator', '1:4'],
    ['1, 2, 3', 'equation-operator', '1:2'],
    ['2 x', 'equation-operator', '1:3'],
    ['2x', 'equation-number', '1:1'],
    ['1e999', 'equation-number', '1:1'],
    ['IF a THEN b', 'equation-if', '1:1'],
    ['IF a ELSE b', 'equation-if', '1:1'],
    ['a THEN b', 'equation-if', '1:3'],
    ['a + "b', 'equation-quote', '1:5'],
    ['a {b', 'equation-comment', '1:3'],
    ['a[', 'equation-operand', '1:2'],
    ['a[1', 'equation-parenthesis', '1:2'],
    ['a[]', 'equation-operand', '1:3'],
    ['a[1)', 'equation-parenthesis', '1:2'],
    ['a]', 'equation-parenthesis', '1:2'],
    ['2[1]', 'equation-operator', '1:2'],
    ['a[1:]', 'equation-operand', '1:5'],
    ['a[@x]', 'equation-operand', '1:4'],
    ['a[@0]', 'equation-operand', '1:4'],
    ['a : b', 'equation-character', '1:3'],
    ["'a'", 'equation-character', '1:1'],
    ['m. a', 'equation-operand', '1:2'],
    ['m .a', 'equation-operator', '1:3'],
    ['m.', 'equation-operand', '1:2'],
    ['.', 'equation-operand', '1:1'],
    ['a == b', 'equation-character', '1:3'],
    ['a != b', 'equation-character', '1:3'],
    ['a && b', 'equation-character', '1:3'],
    ['a || b', 'equation-character', '1:3'],
    ['a ** b', 'equation-character', '1:3'],
    ['a // b', 'equation-character', '1:3'],
    ['a ; b', 'equation-character', '1:3'],
    ['a − b', 'equation-character', '1:3'],
    ['“a”', 'equation-character', '1:1'],
    ['a @ b', 'equation-character', '1:3'],
    ['a :AND: b', 'equation-character', '1:3'],
  ])('refuses %j with %s at %s', (text, code, at) => {
    const { ok, diagnostics } = parse(text);
    expect(ok).toBe(false);
    expect(diagnostics.map((fault) => [fault.code, `${fault.place?.line}:${fault.place?.column}`])).toEqual([
      [code, at],
    ]);
  });

  it('refuses what is too deep or too long, and reads what is just within', () => {
    const deep = (levels: number) => '('.repeat(levels) + 1 + ')'.repeat(levels);
    expect(parse(deep(MAX_NESTING)).ok).toBe(true);
    for (const text of [
      deep(MAX_NESTING + 1),
      deep(100_000),
      '-'.repeat(100_000) + 1,
      Array.from({ length: 100_000 }, () => '1').join('^'),
      Array.from({ length: 100_000 }, () => '1').join('+'),
      'IF 1 THEN '.repeat(100_000),
      'MAX('.repeat(100_000),
    ])
      expect(parse(text).diagnostics.map(({ code }) => code)).toEqual(['equation-too-deep']);
  });

  it('never throws, and gives exactly one fault or none', () => {
    const pieces = [
      'a',
      '"b c"',
      '1',
      '.5',
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '^',
      '<',
      '=',
      '>',
      'IF',
      'THEN',
      'ELSE',
      'NOT',
      'AND',
      'MOD',
      'MAX',
      '{',
      '}',
      '"',
      '[',
      ']',
      ':',
      '@',
      "'",
      '.',
      '?',
      'é',
      ' ',
      '\\',
      '😀',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (parts) => {
        const outcome = parse(parts.join(' '));
        expect(outcome.diagnostics).toHaveLength(outcome.ok ? 0 : 1);
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void parse(text)),
      { numRuns: 1000 },
    );
  });
});

const name = fc.constantFrom('a', 'birth_rate', '"odd name"', 'größe', '"if"');
const expressions = fc.letrec<{ expression: WrittenExpression }>((tie) => {
  const span = { start: 0, end: 0 };
  const one = tie('expression');
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc
        .double({ min: 0, noNaN: true, noDefaultInfinity: true })
        .map((value): WrittenExpression => ({ kind: 'number', value, span })),
      name.map((written): WrittenExpression => tree(written)),
      fc
        .tuple(fc.constantFrom('+', '-', 'not'), one)
        .map(([operator, operand]): WrittenExpression => ({ kind: 'unary', operator, operand, span })),
      fc
        .tuple(fc.constantFrom(...LEVELS.flat()), one, one)
        .map(
          ([operator, left, right]): WrittenExpression => ({ kind: 'binary', operator, left, right, span }),
        ),
      fc.tuple(one, one, one).map(
        ([condition, yes, otherwise]): WrittenExpression => ({
          kind: 'if',
          condition,
          // biome-ignore lint/suspicious/noThenProperty: a branch of the tree, never awaited
          then: yes,
          otherwise,
          span,
        }),
      ),
      one.map((operand): WrittenExpression => ({ kind: 'transpose', operand, span })),
      fc
        .array(
          fc.oneof(
            one.map((expression): Subscript => ({ kind: 'expression', expression })),
            fc.tuple(one, one).map(([from, to]): Subscript => ({ kind: 'range', from, to })),
            fc.integer({ min: 1, max: 9 }).map((position): Subscript => ({ kind: 'position', position })),
            fc.constant<Subscript>({ kind: 'all' }),
          ),
          { minLength: 1, maxLength: 3 },
        )
        .map(
          (subscripts): WrittenExpression => ({
            kind: 'element',
            written: 'A',
            key: canonicalName('A'),
            subscripts,
            span,
          }),
        ),
      fc.array(one, { maxLength: 3 }).map((operands): WrittenExpression => {
        const node = tree('MAX()');
        return node.kind === 'call' ? { ...node, arguments: operands } : node;
      }),
    ),
  };
}).expression;

describe('printExpression', () => {
  it.each([
    '-2 ^ 2',
    '(-2) ^ 2',
    '(a ^ b) ^ c',
    'a ^ b ^ c',
    'a - (b - c)',
    '(IF a THEN b ELSE c) + 1',
    'NOT a = b',
    'NOT (a = b)',
    'a MOD b',
    '(a AND b) > 1',
    '"a b" * PI()',
    '2 ^ -3',
    'A[Boston, *, 1:3, @2, *:cities]',
    "(a + b)'",
    "A'",
    'effect[Boston](x + 1)',
    '.area * hares."birth rate"',
  ])('gives %s back', (text) => {
    expect(printExpression(tree(text))).toBe(text);
  });

  it('needs no parentheses where the tree is the same without', () => {
    expect(printExpression(tree('((a) + (b * c)) + (d)'))).toBe('a + b * c + d');
    expect(printExpression(tree('a + (IF b THEN c ELSE d)'))).toBe('a + (IF b THEN c ELSE d)');
  });

  it.each([
    ['birth rate', 'birth_rate'],
    ['if', '"if"'],
    ['1990s', '"1990s"'],
    ['say "no"', '"say \\"no\\""'],
    ['a/b', '"a/b"'],
    ['"quoted already"', '"quoted already"'],
  ])('writes the name %s as %s', (written, printed) => {
    const span = { start: 0, end: 0 };
    const node: WrittenExpression = { kind: 'name', written, key: canonicalName(written), span };
    expect(printExpression(node)).toBe(printed);
    expect(tree(printed)).toMatchObject({ kind: 'name', key: canonicalName(written) });
  });

  it('is read back as the same tree', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        const printed = printExpression(expression);
        expect(shape(tree(printed))).toBe(shape(expression));
        expect(printExpression(tree(printed))).toBe(printed);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('spans', () => {
  it('of names and calls are what is written there; of the whole, what remains without blanks and outer parentheses', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        const text = `  ${printExpression(expression)} {end}`;
        for (const node of subexpressions(tree(text))) {
          const behind = text.slice(node.span.start, node.span.end);
          expect(shape(tree(behind))).toBe(shape(node));
          if (node.kind === 'name') expect(behind).toBe(node.written);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reach from parenthesis to parenthesis', () => {
    const text = ' (a + b) * (c)';
    const spans = subexpressions(tree(text)).map(({ span }) => text.slice(span.start, span.end));
    expect(spans).toEqual(['(a + b) * (c)', 'a + b', 'a', 'b', 'c']);
  });
});
