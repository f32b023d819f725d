import type { Expression } from './expression.js';

/** The parts of an expression one level down, in the order written. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'name':
      return [];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.arguments;
    case 'if':
      return [expression.condition, expression.then, expression.otherwise];
  }
}

/** An expression and everything in it, each before its parts, in the order written. */
export function subexpressions(expression: Expression): readonly Expression[] {
  const found: Expression[] = [];
  const waiting = [expression];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    waiting.push(...partsOf(next).toReversed());
  }
  return found;
}
