import { type Code, choice, infix, mathCall, numberCode, runtimeCall } from '../javascript/code.js';
import type { BinaryOp } from '../lower/program.js';
import { modulo } from './modulo.js';

/** How an operator of two operands is computed, and how generated JavaScript says it. */
export interface OperatorRow {
  evaluate(left: number, right: number): number;
  emit(left: Code, right: Code): Code;
  /** What decides a comparison or logic, without its 1 or 0: generated conditions use it directly. */
  readonly test?: (left: Code, right: Code) => Code;
  readonly vectors: readonly OperatorVector[];
}

/** One checked example: `[left, right, expected]`. */
export type OperatorVector = readonly [left: number, right: number, expected: number];

const one = numberCode(1);
const zero = numberCode(0);
const truth = (value: boolean): number => (value ? 1 : 0);
const isTrue = (operand: Code): Code => infix('!==', operand, zero);

function arithmetic(
  sign: '+' | '-' | '*' | '/',
  evaluate: OperatorRow['evaluate'],
  vectors: readonly OperatorVector[],
): OperatorRow {
  return { evaluate, emit: (left, right) => infix(sign, left, right), vectors };
}

function tested(
  test: (left: Code, right: Code) => Code,
  decide: (left: number, right: number) => boolean,
  vectors: readonly OperatorVector[],
): OperatorRow {
  return {
    evaluate: (left, right) => truth(decide(left, right)),
    emit: (left, right) => choice(test(left, right), one, zero),
    test,
    vectors,
  };
}

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

/**
 * Every operator of two operands. Any non-zero value is true, NaN included; comparisons and logic give 1 or 0.
 *
 * @source OASIS XMILE 1.0, 3.3.1; numbers as in IEEE 754 double precision.
 */
export const OPERATORS: Readonly<Record<BinaryOp, OperatorRow>> = {
  add: arithmetic('+', (left, right) => left + right, [
    [0.1, 0.2, 0.30000000000000004],
    [1e16, 1, 1e16],
  ]),
  subtract: arithmetic('-', (left, right) => left - right, [
    [0.3, 0.1, 0.19999999999999998],
    [2, 2, 0],
  ]),
  multiply: arithmetic('*', (left, right) => left * right, [
    [0.1, 3, 0.30000000000000004],
    [-1, 0, -0],
  ]),
  divide: arithmetic('/', (left, right) => left / right, [
    [1, 3, 1 / 3],
    [1, 0, infinity],
    [0, 0, nan],
  ]),
  power: {
    // biome-ignore lint/style/useExponentiationOperator: generated code says Math.pow, and both must be the same function.
    evaluate: (left, right) => Math.pow(left, right),
    emit: (left, right) => mathCall('pow', left, right),
    vectors: [
      [2, 10, 1024],
      [2, -3, 0.125],
      [-8, 1 / 3, nan],
      [0, 0, 1],
    ],
  },
  modulo: {
    evaluate: modulo,
    emit: (left, right) => runtimeCall('modulo', left, right),
    vectors: [
      [7, 3, 1],
      [-7, 3, 2],
      [7, -3, -2],
    ],
  },
  less: tested(
    (left, right) => infix('<', left, right),
    (left, right) => left < right,
    [
      [1, 2, 1],
      [2, 2, 0],
      [nan, 1, 0],
    ],
  ),
  'less-equal': tested(
    (left, right) => infix('<=', left, right),
    (left, right) => left <= right,
    [
      [2, 2, 1],
      [3, 2, 0],
    ],
  ),
  greater: tested(
    (left, right) => infix('>', left, right),
    (left, right) => left > right,
    [
      [3, 2, 1],
      [2, 2, 0],
    ],
  ),
  'greater-equal': tested(
    (left, right) => infix('>=', left, right),
    (left, right) => left >= right,
    [
      [2, 2, 1],
      [1, 2, 0],
    ],
  ),
  equal: tested(
    (left, right) => infix('===', left, right),
    (left, right) => left === right,
    [
      [2, 2, 1],
      [0, -0, 1],
      [nan, nan, 0],
    ],
  ),
  unequal: tested(
    (left, right) => infix('!==', left, right),
    (left, right) => left !== right,
    [
      [2, 3, 1],
      [2, 2, 0],
    ],
  ),
  and: tested(
    (left, right) => infix('&&', isTrue(left), isTrue(right)),
    (left, right) => left !== 0 && right !== 0,
    [
      [1, 2, 1],
      [1, 0, 0],
      [-0.5, 1, 1],
    ],
  ),
  or: tested(
    (left, right) => infix('||', isTrue(left), isTrue(right)),
    (left, right) => left !== 0 || right !== 0,
    [
      [0, 2, 1],
      [0, 0, 0],
    ],
  ),
};
