import type { Expression } from '@weir/model';

/** Why an expression has no value: a sentence, and the part at fault. */
export interface ArithmeticFault {
  readonly message: string;
  readonly at: Expression;
}

/** What arithmetic came to. */
export type ArithmeticResult =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly fault: ArithmeticFault };

const FUNCTIONS: ReadonlyMap<string, (...values: readonly number[]) => number> = new Map([
  ['min', (...values: readonly number[]) => Math.min(...values)],
  ['max', (...values: readonly number[]) => Math.max(...values)],
  ['sqrt', (value = Number.NaN) => Math.sqrt(value)],
  ['exp', (value = Number.NaN) => Math.exp(value)],
  ['ln', (value = Number.NaN) => Math.log(value)],
]);

/**
 * Works out an expression of numbers and names: `+ - * / ^`, parentheses, and MIN, MAX, SQRT, EXP and LN.
 *
 * @param lookUp - The value of a name, or undefined where it has none.
 */
export function workedOut(
  expression: Expression,
  lookUp: (key: string, written: string) => number | undefined,
): ArithmeticResult {
  const fail = (message: string, at: Expression): ArithmeticResult => ({ ok: false, fault: { message, at } });
  const number = (value: number): ArithmeticResult =>
    Number.isFinite(value) ? { ok: true, value } : fail('The result is not a number.', expression);
  switch (expression.kind) {
    case 'number':
      return number(expression.value);
    case 'name': {
      const value = lookUp(expression.key, expression.written);
      if (value !== undefined) return number(value);
      return fail(
        `\`${expression.written}\` is no earlier step, estimate or constant of the file.`,
        expression,
      );
    }
    case 'unary': {
      const operand = workedOut(expression.operand, lookUp);
      if (!operand.ok) return operand;
      if (expression.operator === 'not') return fail('NOT is no arithmetic.', expression);
      return number(expression.operator === '-' ? -operand.value : operand.value);
    }
    case 'binary': {
      const left = workedOut(expression.left, lookUp);
      if (!left.ok) return left;
      const right = workedOut(expression.right, lookUp);
      if (!right.ok) return right;
      switch (expression.operator) {
        case '+':
          return number(left.value + right.value);
        case '-':
          return number(left.value - right.value);
        case '*':
          return number(left.value * right.value);
        case '/':
          return number(left.value / right.value);
        case '^':
          return number(left.value ** right.value);
        default:
          return fail(`\`${expression.operator}\` is no arithmetic.`, expression);
      }
    }
    case 'call': {
      const apply = FUNCTIONS.get(expression.key);
      if (apply === undefined)
        return fail(
          `\`${expression.written}\` cannot be used here; MIN, MAX, SQRT, EXP and LN can.`,
          expression,
        );
      const values: number[] = [];
      for (const part of expression.arguments) {
        const value = workedOut(part, lookUp);
        if (!value.ok) return value;
        values.push(value.value);
      }
      return number(apply(...values));
    }
    case 'if':
      return fail('IF is no arithmetic.', expression);
  }
}
