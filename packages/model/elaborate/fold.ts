import type { BinaryOperator, Expression } from '../equation/expression.js';

/** The value of an expression of numbers alone, such as the position in `A[Month - 1]`; `undefined` for any other. */
export function fold(expression: Expression): number | undefined {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'unary': {
      const value = fold(expression.operand);
      if (value === undefined) return undefined;
      if (expression.operator === 'not') return truth(value === 0);
      return expression.operator === '-' ? -value : value;
    }
    case 'binary': {
      const left = fold(expression.left);
      const right = fold(expression.right);
      return left === undefined || right === undefined ? undefined : folded(expression.operator, left, right);
    }
    case 'call': {
      const [only, ...rest] = expression.arguments;
      const value = only === undefined || rest.length > 0 ? undefined : fold(only);
      return value === undefined || expression.key !== 'int' ? undefined : Math.floor(value);
    }
    default:
      return undefined;
  }
}

function truth(value: boolean): number {
  return value ? 1 : 0;
}

function folded(operator: BinaryOperator, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case 'mod':
      return right === 0 ? undefined : left - right * Math.floor(left / right);
    case '<':
      return truth(left < right);
    case '<=':
      return truth(left <= right);
    case '>':
      return truth(left > right);
    case '>=':
      return truth(left >= right);
    case '=':
      return truth(left === right);
    case '<>':
      return truth(left !== right);
    case 'and':
      return truth(left !== 0 && right !== 0);
    case 'or':
      return truth(left !== 0 || right !== 0);
    case '^':
      return undefined;
  }
}
