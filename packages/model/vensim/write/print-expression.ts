import { builtinNamed } from '../../equation/builtin-signature.js';
import type { BinaryOperator, Subscript, WrittenExpression } from '../../equation/expression.js';
import type { CanonicalName } from '../../names/canonical-name.js';
import { NOT_AVAILABLE } from '../constant-list.js';
import { asVensimName } from '../vensim-name.js';
import { ALONE, CLOCK_NAMES, vensimCall } from './builtin-names.js';
import type { Refusals } from './refusals.js';

/** How tightly each operator binds, the loosest first; Vensim has no operator for the remainder. */
const PRECEDENCE: Readonly<Record<Exclude<BinaryOperator, 'mod'>, number>> = {
  or: 1,
  and: 2,
  '=': 4,
  '<>': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '^': 8,
};
const NOT = 3;
const COMPARISON = 4;
const UNARY = 7;
const PRIMARY = 9;

/** What the printing of an expression needs to know of the model around it. */
export interface PrintContext {
  readonly refusals: Refusals;
  /** Whether a variable, macro or parameter has this name. */
  readonly known: (key: CanonicalName) => boolean;
  /** Name of the range that a variable has at one place of its subscripts. */
  readonly rangeAt: (variable: CanonicalName, place: number) => string | undefined;
  /** Whether a lookup goes on beyond its ends. */
  readonly extrapolates: (key: CanonicalName) => boolean;
  /** Whether a name is that of a subscript range. */
  readonly isRange: (key: CanonicalName) => boolean;
}

/**
 * An expression as Vensim text, with no more parentheses than it needs. What Vensim cannot say is refused.
 *
 * @param alone - Whether it is the whole right-hand side of an equation, where INITIAL and its like may stand.
 */
export function printVensim(expression: WrittenExpression, context: PrintContext, alone = false): string {
  const inner = (part: WrittenExpression): string => printVensim(part, context);
  const atLeast = (part: WrittenExpression, least: number): string =>
    bindingOf(part) >= least ? inner(part) : `(${inner(part)})`;
  switch (expression.kind) {
    case 'number':
      return printNumber(expression.value, expression, context);
    case 'name':
      return printName(expression, context);
    case 'element':
      return `${asVensimName(expression.written)}[${expression.subscripts
        .map((subscript, place) => printSubscript(subscript, place, expression, context))
        .join(',')}]`;
    case 'transpose':
      context.refusals.refuse(expression.span, "a transposed array (`'`)", 'Swap the subscripts.');
      return '0';
    case 'unary':
      return expression.operator === 'not'
        ? `:NOT: ${atLeast(expression.operand, COMPARISON)}`
        : `${expression.operator}${atLeast(expression.operand, UNARY)}`;
    case 'binary': {
      const { operator, left, right } = expression;
      if (operator === 'mod') {
        context.refusals.refuse(
          expression.span,
          'MOD, whose result has the sign of the divisor',
          'Use MODULO for positive numbers.',
        );
        return '0';
      }
      const own = PRECEDENCE[operator];
      const power = operator === '^';
      const word = operator === 'and' || operator === 'or' ? `:${operator.toUpperCase()}:` : operator;
      return `${atLeast(left, power ? PRIMARY : own)} ${word} ${atLeast(right, power ? UNARY : own + 1)}`;
    }
    case 'if':
      return `IF THEN ELSE(${[expression.condition, expression.then, expression.otherwise].map(inner).join(', ')})`;
    case 'call':
      return printCall(expression, context, alone);
  }
}

function bindingOf(expression: WrittenExpression): number {
  if (expression.kind === 'unary') return expression.operator === 'not' ? NOT : UNARY;
  if (expression.kind === 'number')
    return expression.value < 0 && expression.value !== NOT_AVAILABLE ? UNARY : PRIMARY;
  return expression.kind === 'binary' && expression.operator !== 'mod'
    ? PRECEDENCE[expression.operator]
    : PRIMARY;
}

/** Shortest decimal that reads back as the same number. */
function printNumber(value: number, { span }: WrittenExpression, { refusals }: PrintContext): string {
  if (value === NOT_AVAILABLE) return ':NA:';
  if (!Number.isFinite(value)) refusals.refuse(span, 'infinity', 'Write a large number.');
  return String(value);
}

function printName(node: Extract<WrittenExpression, { kind: 'name' }>, context: PrintContext): string {
  if (context.known(node.key)) return asVensimName(node.written);
  return printConstant(node, context) ?? asVensimName(node.written);
}

/** A built-in without arguments. */
function printConstant(
  node: Extract<WrittenExpression, { kind: 'name' | 'call' }>,
  context: PrintContext,
): string | undefined {
  if (node.key === 'pi') return String(Math.PI);
  if (node.key === 'inf') context.refusals.refuse(node.span, 'infinity', 'Write a large number.');
  return CLOCK_NAMES.get(node.key);
}

function printSubscript(
  subscript: Subscript,
  place: number,
  { key, span }: Extract<WrittenExpression, { kind: 'element' }>,
  context: PrintContext,
): string {
  switch (subscript.kind) {
    case 'expression':
      if (subscript.expression.kind === 'name') return asVensimName(subscript.expression.written);
      context.refusals.refuse(span, 'a computed subscript', 'Name the element.');
      return '0';
    case 'all': {
      const range = subscript.of ?? context.rangeAt(key, place);
      if (range !== undefined) return `${asVensimName(range)}!`;
      context.refusals.refuse(span, 'a slice of an array whose dimensions are not known');
      return '0';
    }
    case 'range':
      context.refusals.refuse(span, 'a slice such as `1:3`', 'Declare a subrange and name it.');
      return '0';
    case 'position':
      context.refusals.refuse(span, 'a subscript by position such as `@1`', 'Name the dimension.');
      return '0';
  }
}

function printCall(
  call: Extract<WrittenExpression, { kind: 'call' }>,
  context: PrintContext,
  alone: boolean,
): string {
  const { key, span } = call;
  const printed = call.arguments.map((argument) => printVensim(argument, context));
  const [first] = call.arguments;
  if (key === 'lookup' && (first?.kind === 'element' || first?.kind === 'name')) {
    const [graph = '', ...inputs] = printed;
    return context.extrapolates(first.key)
      ? `LOOKUP EXTRAPOLATE(${printed.join(', ')})`
      : `${graph}(${inputs.join(', ')})`;
  }
  const constant = printed.length === 0 ? printConstant(call, context) : undefined;
  if (constant !== undefined) return constant;
  if (builtinNamed(key) === undefined && key !== 'elmcount') {
    const name = asVensimName(call.written);
    return context.extrapolates(key)
      ? `LOOKUP EXTRAPOLATE(${[name, ...printed].join(', ')})`
      : `${name}(${printed.join(', ')})`;
  }
  if (ALONE.has(key) && !alone)
    context.refusals.refuse(
      span,
      `\`${call.written}\` inside another expression`,
      'Give it a variable of its own.',
    );
  const [x = '0', y = '0'] = printed;
  switch (`${key} ${printed.length}`) {
    case 'log10 1':
      return `LOG(${x}, 10)`;
    case 'ramp 2':
      return `RAMP(${x}, ${y}, FINAL TIME)`;
    case 'trend 2':
      return `TREND(${x}, ${y}, 0)`;
    case 'random_uniform 2':
      return x === '0' && y === '1' ? 'RANDOM 0 1()' : `RANDOM UNIFORM(${x}, ${y}, 0)`;
    case 'size 1':
      if (first?.kind === 'name' && context.isRange(first.key)) return `ELMCOUNT(${x})`;
      break;
    case 'max 1':
    case 'min 1':
    case 'sum 1':
    case 'prod 1':
      if (first?.kind === 'name' || first?.kind === 'number') {
        context.refusals.refuse(
          span,
          `\`${call.written}\` of a whole array without subscripts`,
          'Write `array[*]`.',
        );
        return '0';
      }
  }
  const known = vensimCall(key, printed.length);
  if (known === undefined) {
    context.refusals.refuse(
      span,
      `the built-in \`${call.written}\` with ${printed.length} arguments`,
      'Write what it does with other functions.',
    );
    return '0';
  }
  return `${known.name}(${known.order.map((place) => printed[place] ?? '0').join(', ')})`;
}
