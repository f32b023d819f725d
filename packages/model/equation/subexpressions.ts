import type { Expression, Subscript, WrittenExpression } from './expression.js';

/** The parts of an expression one level down, in the order written; those in subscripts included. */
export function partsOf(expression: Expression): readonly Expression[];
export function partsOf(expression: WrittenExpression): readonly WrittenExpression[];
export function partsOf(expression: WrittenExpression): readonly WrittenExpression[] {
  switch (expression.kind) {
    case 'number':
    case 'name':
      return [];
    case 'unary':
    case 'transpose':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.arguments;
    case 'if':
      return [expression.condition, expression.then, expression.otherwise];
    case 'element':
      return expression.subscripts.flatMap(partsOfSubscript);
  }
}

function partsOfSubscript(subscript: Subscript): readonly WrittenExpression[] {
  switch (subscript.kind) {
    case 'expression':
      return [subscript.expression];
    case 'range':
      return [subscript.from, subscript.to];
    case 'all':
    case 'position':
      return [];
  }
}

/** An expression and everything in it, each before its parts, in the order written. */
export function subexpressions(expression: Expression): readonly Expression[];
export function subexpressions(expression: WrittenExpression): readonly WrittenExpression[];
export function subexpressions(expression: WrittenExpression): readonly WrittenExpression[] {
  const found: WrittenExpression[] = [];
  const waiting: WrittenExpression[] = [expression];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    waiting.push(...partsOf(next).toReversed());
  }
  return found;
}
