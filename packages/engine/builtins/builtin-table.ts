import { type Code, type MathFunction, mathCall } from '../javascript/code.js';
import type { PureBuiltin } from '../lower/program.js';

/** How a built-in is computed, how generated JavaScript says it, and checked examples. */
export interface BuiltinRow {
  /** @param operands - As many as the signature in `@weir/model` allows. */
  evaluate(operands: readonly number[]): number;
  emit(operands: readonly Code[]): Code;
  readonly vectors: readonly BuiltinVector[];
}

/** One checked example, with where its expected value comes from. */
export interface BuiltinVector {
  readonly operands: readonly number[];
  readonly expected: number;
  readonly source: string;
}

function row(
  name: MathFunction,
  evaluate: (first: number, second: number) => number,
  source: string,
  vectors: readonly (readonly [operands: readonly number[], expected: number])[],
): BuiltinRow {
  return {
    evaluate: ([first = Number.NaN, second = Number.NaN]) => evaluate(first, second),
    emit: (operands) => mathCall(name, ...operands),
    vectors: vectors.map(([operands, expected]) => ({ operands, expected, source })),
  };
}

/** Values of elementary functions, rounded to double precision from their closed forms. */
const CLOSED_FORM = 'closed form';
const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

/**
 * Every built-in whose value depends on its arguments alone. Both backends call the same functions of `Math`,
 * so they agree to the last bit within one JavaScript engine.
 *
 * @source OASIS XMILE 1.0, 3.5.1.
 */
export const BUILTIN_ROWS: Readonly<Record<PureBuiltin, BuiltinRow>> = {
  abs: row('abs', (x) => Math.abs(x), 'XMILE 1.0, 3.5.1', [
    [[-2.5], 2.5],
    [[2.5], 2.5],
  ]),
  arccos: row('acos', (x) => Math.acos(x), CLOSED_FORM, [
    [[1], 0],
    [[-1], Math.PI],
    [[2], nan],
  ]),
  arcsin: row('asin', (x) => Math.asin(x), CLOSED_FORM, [
    [[1], Math.PI / 2],
    [[0], 0],
  ]),
  arctan: row('atan', (x) => Math.atan(x), CLOSED_FORM, [
    [[1], Math.PI / 4],
    [[infinity], Math.PI / 2],
  ]),
  cos: row('cos', (x) => Math.cos(x), CLOSED_FORM, [
    [[0], 1],
    [[Math.PI], -1],
  ]),
  exp: row('exp', (x) => Math.exp(x), CLOSED_FORM, [
    [[0], 1],
    [[1], Math.E],
    [[-infinity], 0],
  ]),
  int: row('floor', (x) => Math.floor(x), 'XMILE 1.0, 3.5.1: INT(-9.9) = -10', [
    [[-9.9], -10],
    [[9.9], 9],
  ]),
  ln: row('log', (x) => Math.log(x), CLOSED_FORM, [
    [[1], 0],
    [[Math.E], 1],
    [[0], -infinity],
    [[-1], nan],
  ]),
  log10: row('log10', (x) => Math.log10(x), CLOSED_FORM, [
    [[1000], 3],
    [[1], 0],
  ]),
  max: row('max', (x, y) => Math.max(x, y), 'IEEE 754 maximum', [
    [[1, 2], 2],
    [[-0, 0], 0],
    [[nan, 1], nan],
  ]),
  min: row('min', (x, y) => Math.min(x, y), 'IEEE 754 minimum', [
    [[1, 2], 1],
    [[-0, 0], -0],
    [[1, nan], nan],
  ]),
  sin: row('sin', (x) => Math.sin(x), CLOSED_FORM, [
    [[0], 0],
    [[Math.PI / 2], 1],
  ]),
  sqrt: row('sqrt', (x) => Math.sqrt(x), CLOSED_FORM, [
    [[2], Math.SQRT2],
    [[-1], nan],
  ]),
  tan: row('tan', (x) => Math.tan(x), CLOSED_FORM, [[[0], 0]]),
};
