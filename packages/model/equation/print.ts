import type { BinaryOperator, Subscript, WrittenExpression } from './expression.js';
import { printName } from './print-name.js';

/** How tightly each operator binds, the loosest first, as in {@link parseExpression}. */
const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '<>': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  mod: 6,
  '^': 8,
};
const UNARY = 7;
const PRIMARY = 9;

/**
 * An expression as XMILE text, with no more parentheses than it needs: parsing the text gives the same tree.
 * Names stand as written where XMILE can say them so; comments and spacing are lost.
 *
 * @example `-(2 ^ 2)` is printed as `-2 ^ 2`, which means the same.
 */
export function printExpression(expression: WrittenExpression): string {
  switch (expression.kind) {
    case 'number':
      return printNumber(expression.value);
    case 'name':
      return printName(expression.written);
    case 'element':
      return `${printName(expression.written)}[${expression.subscripts.map(printSubscript).join(', ')}]`;
    case 'transpose':
      return `${printAtLeast(expression.operand, PRIMARY)}'`;
    case 'call': {
      const [first, second, third] = expression.arguments;
      // The graph of an element is called as `graph[element](x)`, which the parser reads as a LOOKUP.
      if (
        expression.key === 'lookup' &&
        first?.kind === 'element' &&
        second !== undefined &&
        third === undefined
      )
        return `${printExpression(first)}(${printExpression(second)})`;
      return `${printName(expression.written)}(${expression.arguments.map(printExpression).join(', ')})`;
    }
    case 'unary': {
      const operand = printAtLeast(expression.operand, UNARY);
      return expression.operator === 'not' ? `NOT ${operand}` : `${expression.operator}${operand}`;
    }
    case 'binary': {
      const { operator, left, right } = expression;
      const own = PRECEDENCE[operator];
      // Right to left for `^`, whose exponent may also carry a sign; left to right for the rest.
      const printedLeft = printAtLeast(left, operator === '^' ? PRIMARY : own, operator !== '^');
      const printedRight = printAtLeast(right, operator === '^' ? UNARY : own + 1);
      return `${printedLeft} ${operator.toUpperCase()} ${printedRight}`;
    }
    case 'if':
      return `IF ${printExpression(expression.condition)} THEN ${printExpression(expression.then)} ELSE ${printExpression(expression.otherwise)}`;
  }
}

function printSubscript(subscript: Subscript): string {
  switch (subscript.kind) {
    case 'expression':
      return printExpression(subscript.expression);
    case 'all':
      return subscript.of === undefined ? '*' : `*:${printName(subscript.of)}`;
    case 'range':
      return `${printExpression(subscript.from)}:${printExpression(subscript.to)}`;
    case 'position':
      return `@${subscript.position}`;
  }
}

/** Prints an operand, in parentheses unless it binds tightly enough. */
function printAtLeast(expression: WrittenExpression, least: number, goesOn = false): string {
  const printed = printExpression(expression);
  return bindingOf(expression) >= least && !(goesOn && endsOpen(expression)) ? printed : `(${printed})`;
}

function bindingOf(expression: WrittenExpression): number {
  switch (expression.kind) {
    case 'number':
      return expression.value < 0 ? UNARY : PRIMARY;
    case 'name':
    case 'call':
    case 'element':
    case 'transpose':
      return PRIMARY;
    case 'unary':
      return UNARY;
    case 'binary':
      return PRECEDENCE[expression.operator];
    case 'if':
      // An IF takes all that follows as its ELSE: as an operand it always needs parentheses.
      return 0;
  }
}

/** Whether what follows an expression would be drawn into its last operand. */
function endsOpen(expression: WrittenExpression): boolean {
  switch (expression.kind) {
    case 'unary':
      return endsOpen(expression.operand);
    case 'binary':
      return endsOpen(expression.right);
    case 'if':
      return true;
    default:
      return false;
  }
}

/** Shortest decimal that reads back as the same number. */
function printNumber(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return value < 0 ? '-INF' : 'INF';
}
