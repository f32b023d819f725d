import { type Code, list, type MathFunction, mathCall, runtimeCall } from '../javascript/code.js';
import type { RuntimeFunction } from './runtime.js';

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
  /** Largest relative difference that rounding may make; 0 where absent. */
  readonly tolerance?: number;
  readonly source: string;
}

/** Arguments and the value that they give. */
export type Example = readonly [operands: readonly number[], expected: number];

/** Examples with one source. */
export function examples(
  source: string,
  list: readonly Example[],
  tolerance?: number,
): readonly BuiltinVector[] {
  return list.map(([operands, expected]) => ({
    operands,
    expected,
    source,
    ...(tolerance === undefined ? {} : { tolerance }),
  }));
}

type OfThree = (first: number, second: number, third: number) => number;

/** A function of `Math`. */
export function mathRow(
  name: MathFunction,
  evaluate: (first: number, second: number) => number,
  vectors: readonly BuiltinVector[],
): BuiltinRow {
  return {
    evaluate: ([first = Number.NaN, second = Number.NaN]) => evaluate(first, second),
    emit: (operands) => mathCall(name, ...operands),
    vectors,
  };
}

/** A function of the engine that takes its operands one by one. */
export function plainRow(
  name: RuntimeFunction,
  evaluate: OfThree,
  vectors: readonly BuiltinVector[],
): BuiltinRow {
  return {
    evaluate: ([first = Number.NaN, second = Number.NaN, third = Number.NaN]) =>
      evaluate(first, second, third),
    emit: (operands) => runtimeCall(name, ...operands),
    vectors,
  };
}

/**
 * A function of the engine that takes the last of its operands as one list.
 *
 * @param leading - Operands before the list.
 */
export function listRow(
  name: RuntimeFunction,
  leading: 0 | 1 | 2 | 3,
  evaluate: (leading: readonly number[], elements: readonly number[]) => number,
  vectors: readonly BuiltinVector[],
): BuiltinRow {
  return {
    evaluate: (operands) => evaluate(operands.slice(0, leading), operands.slice(leading)),
    emit: (operands) => runtimeCall(name, ...operands.slice(0, leading), list(operands.slice(leading))),
    vectors,
  };
}
