import type { BinaryOperator, WrittenExpression } from '../../equation/expression.js';
import { canonicalName } from '../../names/canonical-name.js';
import type { Span } from '../../source/source-text.js';

/** Makers of expressions that stand for one place in a file. */
export interface ExpressionParts {
  number(value: number): WrittenExpression;
  call(name: string, ...given: readonly WrittenExpression[]): WrittenExpression;
  binary(left: WrittenExpression, operator: BinaryOperator, right: WrittenExpression): WrittenExpression;
  negative(operand: WrittenExpression): WrittenExpression;
  choose(
    condition: WrittenExpression,
    then: WrittenExpression,
    otherwise: WrittenExpression,
  ): WrittenExpression;
  /** All of them joined by one operator, left to right while that nests no deeper than an equation may. */
  joined(operator: BinaryOperator, operands: readonly WrittenExpression[]): WrittenExpression;
}

/** Longest chain of one operator written without parentheses; a longer one is split in halves. */
const LONGEST_CHAIN = 64;

/** Makers of expressions for the place `span`. */
export function expressionParts(span: Span): ExpressionParts {
  const parts: ExpressionParts = {
    number: (value) =>
      value < 0 || Object.is(value, -0)
        ? parts.negative({ kind: 'number', value: -value, span })
        : { kind: 'number', value, span },
    // What takes no argument is a name in XMILE.
    call: (name, ...given) =>
      given.length === 0
        ? { kind: 'name', written: name, key: canonicalName(name), span }
        : { kind: 'call', written: name, key: canonicalName(name), arguments: given, span },
    binary: (left, operator, right) => ({ kind: 'binary', operator, left, right, span }),
    negative: (operand) => ({ kind: 'unary', operator: '-', operand, span }),
    choose: (condition, then, otherwise) => ({ kind: 'if', condition, then, otherwise, span }),
    joined: (operator, operands) => {
      const [first, ...rest] = operands;
      if (first === undefined) return parts.number(operator === '*' ? 1 : 0);
      if (operands.length > LONGEST_CHAIN) {
        const half = operands.length >> 1;
        return parts.binary(
          parts.joined(operator, operands.slice(0, half)),
          operator,
          parts.joined(operator, operands.slice(half)),
        );
      }
      return rest.reduce((left, right) => parts.binary(left, operator, right), first);
    },
  };
  return parts;
}
