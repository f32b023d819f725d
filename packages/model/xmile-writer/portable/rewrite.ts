import type { Subscript, WrittenExpression } from '../../equation/expression.js';
import type { CallPlace } from './portable-builtins.js';
import { portableCall } from './portable-builtins.js';

/** What is done to an expression on its way into XMILE. */
export interface Rewriting {
  readonly place: CallPlace;
  /** Name of a variable or an element as XMILE can say it. */
  readonly nameOf: (node: Extract<WrittenExpression, { kind: 'name' }>) => WrittenExpression;
  /** Told what cannot be said. */
  readonly refuse: (expression: WrittenExpression, reason: string, hint?: string) => void;
}

/**
 * An expression with every call in terms of XMILE and every name in its form. Goes down by recursion: expressions
 * are no higher than the parser allows.
 */
export function rewrite(expression: WrittenExpression, rewriting: Rewriting): WrittenExpression {
  const inner = { ...rewriting, place: { ...rewriting.place, isWhole: false } };
  const part = (of: WrittenExpression) => rewrite(of, inner);
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'name':
      return rewriting.nameOf(expression);
    case 'element':
      return {
        ...expression,
        subscripts: expression.subscripts.map((subscript) => subscriptOf(subscript, part)),
      };
    case 'transpose':
    case 'unary':
      return { ...expression, operand: part(expression.operand) };
    case 'binary':
      return { ...expression, left: part(expression.left), right: part(expression.right) };
    case 'if':
      return {
        ...expression,
        condition: part(expression.condition),
        // biome-ignore lint/suspicious/noThenProperty: a branch of an IF, not a promise.
        then: part(expression.then),
        otherwise: part(expression.otherwise),
      };
    case 'call': {
      const call = { ...expression, arguments: expression.arguments.map(part) };
      const portable = portableCall(call, rewriting.place);
      if (portable.ok) return portable.expression;
      rewriting.refuse(expression, portable.reason, portable.hint);
      return call;
    }
  }
}

function subscriptOf(subscript: Subscript, part: (of: WrittenExpression) => WrittenExpression): Subscript {
  switch (subscript.kind) {
    case 'expression':
      return { kind: 'expression', expression: part(subscript.expression) };
    case 'range':
      return { kind: 'range', from: part(subscript.from), to: part(subscript.to) };
    case 'all':
      return { kind: 'all' };
    case 'position':
      return subscript;
  }
}
