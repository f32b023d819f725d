import type { BinaryOperator, Expression } from './expression.js';

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
 * Names stand as written; comments and spacing are lost.
 *
 * @example `-(2 ^ 2)` is printed as `-2 ^ 2`, which means the same.
 */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return printNumber(expression.value);
    case 'name':
      return expression.written;
    case 'call':
      return `${expression.written}(${expression.arguments.map(printExpression).join(', ')})`;
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

/** Prints an operand, in parentheses unless it binds tightly enough. */
function printAtLeast(expression: Expression, least: number, goesOn = false): string {
  const printed = printExpression(expression);
  return bindingOf(expression) >= least && !(goesOn && endsOpen(expression)) ? printed : `(${printed})`;
}

function bindingOf(expression: Expression): number {
  switch (expression.kind) {
    case 'number':
    case 'name':
    case 'call':
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
function endsOpen(expression: Expression): boolean {
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
  return String(value);
}
