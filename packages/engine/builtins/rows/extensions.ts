import { infix, mathCall, numberCode, runtimeCall } from '../../javascript/code.js';
import { type BuiltinRow, examples, mathRow, plainRow } from '../builtin-row.js';
import { divideUnlessSmall, safeDivide } from '../divisions.js';
import { gammaLn } from '../gamma-ln.js';
import { remainder } from '../modulo.js';
import { quantum } from '../quantum.js';

const CLOSED_FORM = 'closed form';
const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

/**
 * Functions of one value or two that other tools add to the standard's.
 *
 * @source Stella, SAFEDIV and hyperbolic functions; Vensim, functions of these names.
 */
export const EXTENSIONS = {
  cosh: mathRow(
    'cosh',
    (x) => Math.cosh(x),
    examples(CLOSED_FORM, [
      [[0], 1],
      [[-infinity], infinity],
    ]),
  ),
  gamma_ln: plainRow('gammaLn', gammaLn, [
    ...examples(
      'logarithms of factorials; gamma(1/2) is the root of pi',
      [
        [[5], Math.log(24)],
        [[11], Math.log(3628800)],
        [[0.5], Math.log(Math.sqrt(Math.PI))],
        // ln(100!), OEIS A000142 and its decimal logarithm.
        [[101], 363.7393755555635],
      ],
      4e-15,
    ),
    ...examples('poles', [
      [[0], infinity],
      [[-1.5], nan],
    ]),
  ]),
  integer: mathRow(
    'trunc',
    (x) => Math.trunc(x),
    examples('Vensim, INTEGER: rounds toward 0', [
      [[-9.9], -9],
      [[9.9], 9],
    ]),
  ),
  log: {
    evaluate: ([x = nan, base = nan]) => Math.log(x) / Math.log(base),
    emit: ([x = numberCode(nan), base = numberCode(nan)]) =>
      infix('/', mathCall('log', x), mathCall('log', base)),
    vectors: examples(CLOSED_FORM, [
      [[8, 2], 3],
      [[1, 10], 0],
      [[-1, 10], nan],
    ]),
  },
  modulo: {
    evaluate: ([a = nan, b = nan]) => remainder(a, b),
    emit: ([a = numberCode(nan), b = numberCode(nan)]) => infix('%', a, b),
    vectors: examples('Vensim, MODULO: the sign of the dividend', [
      [[7, 3], 1],
      [[-7, 3], -1],
      [[7, -3], 1],
      [[1, 0], nan],
    ]),
  },
  power: {
    // biome-ignore lint/style/useExponentiationOperator: generated code says Math.pow, and both must be the same function.
    evaluate: ([a = nan, b = nan]) => Math.pow(a, b),
    emit: (operands) => mathCall('pow', ...operands),
    vectors: examples(CLOSED_FORM, [
      [[2, 10], 1024],
      [[2, -1], 0.5],
    ]),
  },
  quantum: plainRow(
    'quantum',
    quantum,
    examples('Vensim, QUANTUM', [
      [[7, 3], 6],
      [[-7, 3], -6],
      [[7, 0], 7],
      [[7, -3], 7],
      [[1.9, 0.5], 1.5],
    ]),
  ),
  safediv: {
    evaluate: ([numerator = nan, denominator = nan, otherwise = 0]) =>
      safeDivide(numerator, denominator, otherwise),
    emit: ([numerator = numberCode(nan), denominator = numberCode(nan), otherwise = numberCode(0)]) =>
      runtimeCall('safeDivide', numerator, denominator, otherwise),
    vectors: examples('Stella, SAFEDIV', [
      [[6, 3], 2],
      [[6, 0], 0],
      [[6, -0], 0],
      [[6, 0, 7], 7],
    ]),
  },
  sinh: mathRow(
    'sinh',
    (x) => Math.sinh(x),
    examples(CLOSED_FORM, [
      [[0], 0],
      [[-infinity], -infinity],
    ]),
  ),
  tanh: mathRow(
    'tanh',
    (x) => Math.tanh(x),
    examples(CLOSED_FORM, [
      [[0], 0],
      [[infinity], 1],
    ]),
  ),
  xidz: plainRow(
    'divideUnlessSmall',
    divideUnlessSmall,
    examples('Vensim, XIDZ: |b| < 0.000001 counts as 0', [
      [[6, 3, 9], 2],
      [[6, 0, 9], 9],
      [[6, -0.0000009, 9], 9],
      [[6, 0.000001, 9], 6000000],
    ]),
  ),
  zidz: {
    evaluate: ([a = nan, b = nan]) => divideUnlessSmall(a, b, 0),
    emit: ([a = numberCode(nan), b = numberCode(nan)]) =>
      runtimeCall('divideUnlessSmall', a, b, numberCode(0)),
    vectors: examples('Vensim, ZIDZ: |b| < 0.000001 counts as 0', [
      [[6, 3], 2],
      [[6, 0], 0],
      [[6, 0.0000009], 0],
    ]),
  },
} as const satisfies Readonly<Record<string, BuiltinRow>>;
