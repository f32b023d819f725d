import { chain, mathCall } from '../../javascript/code.js';
import { type BuiltinRow, type BuiltinVector, examples, mathRow } from '../builtin-row.js';

/** Values of elementary functions, rounded to double precision from their closed forms. */
const CLOSED_FORM = 'closed form';
const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
/** Most operands of one call of `Math`: JavaScript engines limit them. */
const MOST_OPERANDS = 1000;

/** The largest or smallest of any number of operands. */
function extreme(
  name: 'max' | 'min',
  choose: (left: number, right: number) => number,
  vectors: readonly BuiltinVector[],
): BuiltinRow {
  return {
    evaluate: (operands) => operands.reduce((soFar, operand) => choose(soFar, operand)),
    emit: (operands) => {
      let [result, ...rest] = operands;
      if (result === undefined) return chain('+', []);
      while (rest.length > 0) {
        result = mathCall(name, result, ...rest.slice(0, MOST_OPERANDS));
        rest = rest.slice(MOST_OPERANDS);
      }
      return result;
    },
    vectors,
  };
}

/**
 * Mathematical functions of the standard. Both backends call the same functions of `Math`, so they agree to the
 * last bit within one JavaScript engine.
 *
 * @source OASIS XMILE 1.0, 3.5.1.
 */
export const MATHEMATICS = {
  abs: mathRow('abs', (x) => Math.abs(x), [
    ...examples('XMILE 1.0, 3.5.1', [
      [[-2.5], 2.5],
      [[2.5], 2.5],
    ]),
  ]),
  arccos: mathRow(
    'acos',
    (x) => Math.acos(x),
    examples(CLOSED_FORM, [
      [[1], 0],
      [[-1], Math.PI],
      [[2], nan],
    ]),
  ),
  arcsin: mathRow(
    'asin',
    (x) => Math.asin(x),
    examples(CLOSED_FORM, [
      [[1], Math.PI / 2],
      [[0], 0],
    ]),
  ),
  arctan: mathRow(
    'atan',
    (x) => Math.atan(x),
    examples(CLOSED_FORM, [
      [[1], Math.PI / 4],
      [[infinity], Math.PI / 2],
    ]),
  ),
  cos: mathRow(
    'cos',
    (x) => Math.cos(x),
    examples(CLOSED_FORM, [
      [[0], 1],
      [[Math.PI], -1],
    ]),
  ),
  exp: mathRow(
    'exp',
    (x) => Math.exp(x),
    examples(CLOSED_FORM, [
      [[0], 1],
      [[1], Math.E],
      [[-infinity], 0],
    ]),
  ),
  int: mathRow(
    'floor',
    (x) => Math.floor(x),
    examples('XMILE 1.0, 3.5.1: INT(-9.9) = -10', [
      [[-9.9], -10],
      [[9.9], 9],
    ]),
  ),
  ln: mathRow(
    'log',
    (x) => Math.log(x),
    examples(CLOSED_FORM, [
      [[1], 0],
      [[Math.E], 1],
      [[0], -infinity],
      [[-1], nan],
    ]),
  ),
  log10: mathRow(
    'log10',
    (x) => Math.log10(x),
    examples(CLOSED_FORM, [
      [[1000], 3],
      [[1], 0],
    ]),
  ),
  max: extreme(
    'max',
    (x, y) => Math.max(x, y),
    examples('IEEE 754 maximum', [
      [[1, 2], 2],
      [[-0, 0], 0],
      [[nan, 1], nan],
      [[3], 3],
      [[3, 5, 4], 5],
    ]),
  ),
  min: extreme(
    'min',
    (x, y) => Math.min(x, y),
    examples('IEEE 754 minimum', [
      [[1, 2], 1],
      [[-0, 0], -0],
      [[1, nan], nan],
      [[3], 3],
      [[3, 5, 4], 3],
    ]),
  ),
  sin: mathRow(
    'sin',
    (x) => Math.sin(x),
    examples(CLOSED_FORM, [
      [[0], 0],
      [[Math.PI / 2], 1],
    ]),
  ),
  sqrt: mathRow(
    'sqrt',
    (x) => Math.sqrt(x),
    examples(CLOSED_FORM, [
      [[2], Math.SQRT2],
      [[-1], nan],
    ]),
  ),
  tan: mathRow('tan', (x) => Math.tan(x), examples(CLOSED_FORM, [[[0], 0]])),
} as const satisfies Readonly<Record<string, BuiltinRow>>;
