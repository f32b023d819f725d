import type { BinaryOperator } from '@weir/model';
import type { BinaryOp } from './program.js';

/** What an operator of the equation language is called in a program. */
export const OPERATION: Readonly<Record<BinaryOperator, BinaryOp>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '^': 'power',
  mod: 'modulo',
  '<': 'less',
  '<=': 'less-equal',
  '>': 'greater',
  '>=': 'greater-equal',
  '=': 'equal',
  '<>': 'unequal',
  and: 'and',
  or: 'or',
};
