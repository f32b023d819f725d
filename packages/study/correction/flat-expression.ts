import type { CanonicalName, Expression, WrittenExpression } from '@weir/model';

/**
 * An expression without elements and slices of arrays; undefined where there are any.
 *
 * @param rename - What each name is written as; as it stands unless given. The depth is that of the parser, which has
 *   a limit.
 */
export function flatExpression(
  expression: WrittenExpression,
  rename: (key: CanonicalName, written: string) => string = (_, written) => written,
): Expression | undefined {
  const flat = (part: WrittenExpression) => flatExpression(part, rename);
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'name':
      return { ...expression, written: rename(expression.key, expression.written) };
    case 'unary': {
      const operand = flat(expression.operand);
      return operand === undefined ? undefined : { ...expression, operand };
    }
    case 'binary': {
      const left = flat(expression.left);
      const right = flat(expression.right);
      return left === undefined || right === undefined ? undefined : { ...expression, left, right };
    }
    case 'call': {
      const given = expression.arguments.flatMap((part) => flat(part) ?? []);
      if (given.length < expression.arguments.length) return undefined;
      return { ...expression, written: rename(expression.key, expression.written), arguments: given };
    }
    case 'if': {
      const condition = flat(expression.condition);
      const then = flat(expression.then);
      const otherwise = flat(expression.otherwise);
      if (condition === undefined || then === undefined || otherwise === undefined) return undefined;
      return { ...expression, condition, then, otherwise };
    }
    case 'element':
    case 'transpose':
      return undefined;
  }
}
