import { BUILTIN_ROWS } from '../builtins/builtin-table.js';
import { INPUT_ROWS } from '../builtins/input-table.js';
import { OPERATORS } from '../builtins/operator-table.js';
import {
  builtinText,
  type Code,
  choice,
  infix,
  list,
  local,
  negative,
  numberCode,
  runtimeCall,
  word,
} from './code.js';
import type { Operation } from './graph.js';

const NOTHING = numberCode(Number.NaN);
const ZERO = numberCode(0);
const ONE = numberCode(1);

/**
 * JavaScript of an operation on operands already printed. Leaves (`value` and `clock`) are printed by the
 * kernel, which knows where they live; `select` and `frozen` by the block, which decides what is computed when.
 */
export function printOperation(
  operation: Exclude<Operation, { kind: 'select' | 'frozen' }>,
  operands: readonly Code[],
  leaf: (operation: LeafOperation) => Code,
): Code {
  const [first = NOTHING, second = NOTHING] = operands;
  switch (operation.kind) {
    case 'constant':
      return numberCode(operation.value);
    case 'value':
    case 'clock':
      return leaf(operation);
    case 'negate':
      return negative(first);
    case 'not':
      return choice(infix('===', first, ZERO), ONE, ZERO);
    case 'binary':
      return OPERATORS[operation.op].emit(first, second);
    case 'builtin':
      return BUILTIN_ROWS[operation.name].emit(operands);
    case 'input':
      return INPUT_ROWS[operation.name].emit(operands);
    case 'random':
      return runtimeCall(
        'drawRandom',
        builtinText(operation.name),
        word('seed'),
        numberCode(operation.site.first),
        numberCode(operation.site.second),
        word('k'),
        list(operands),
      );
    case 'lookup':
      return runtimeCall('lookUp', local('table', operation.table), first);
  }
}

/** Operations whose place the kernel knows. */
export type LeafOperation = Extract<Operation, { kind: 'value' | 'clock' }>;

/** A comparison or logic as a JavaScript condition, without its 1 or 0; `undefined` for other operations. */
export function printTest(operation: Operation, operands: readonly Code[]): Code | undefined {
  const [left = NOTHING, right = NOTHING] = operands;
  return operation.kind === 'binary' ? OPERATORS[operation.op].test?.(left, right) : undefined;
}

/** Any value as a JavaScript condition: non-zero is true. */
export const printTruth = (value: Code): Code => infix('!==', value, ZERO);
