import type { Operation } from '../javascript/graph.js';
import type { FunctionWriter, Local } from './function-writer.js';
import type { ClockLocals, Unit } from './unit.js';

/** Where and how operations are written. */
export interface Place {
  readonly unit: Unit;
  readonly writer: FunctionWriter;
  readonly clock: ClockLocals;
}

/** Operations on operands; leaves, choices and frozen values are the block's. */
export type Inner = Exclude<Operation, { kind: 'constant' | 'value' | 'clock' | 'select' | 'frozen' }>;

/** An operand of an operation. */
export interface Operand {
  /** Pushes its value. */
  push(): void;
  /** Its value, where it is known. */
  readonly constant?: number;
}

/** A choice between two values. */
export interface Choice {
  /** Pushes what decides, in the form that {@link Words.test} leaves. */
  condition(): void;
  readonly whenTrue: Operand;
  readonly otherwise: Operand;
  /** Whether pushing both costs next to nothing. */
  readonly areAtHand: boolean;
}

/** Arithmetic that is one instruction. */
export type Arithmetic = 'add' | 'subtract' | 'multiply' | 'divide';

/**
 * How generated code writes the value of a variable: as a double of one run, or as the doubles of two runs side by
 * side. Both compute the same operations in the same order, so that a run has the same bits either way.
 */
export interface Words {
  /** Runs side by side. */
  readonly lanes: 1 | 2;
  readonly type: 'f64' | 'v128';
  constant(writer: FunctionWriter, value: number): void;
  load(writer: FunctionWriter, address: number): void;
  store(writer: FunctionWriter, address: number, push: () => void): void;
  arithmetic(writer: FunctionWriter, ...operations: readonly Arithmetic[]): void;
  /** Makes a value for every run of the double on the stack. */
  spread(writer: FunctionWriter): void;
  /** Writes the value of an operation: it leaves one value on the stack. */
  operation(place: Place, operation: Inner, operands: readonly Operand[]): void;
  /**
   * Writes a comparison or logic in the form that decides a choice.
   *
   * @returns Whether the operation is one; nothing is written where it is not.
   */
  test(writer: FunctionWriter, operation: Operation, operands: readonly Operand[]): boolean;
  /** Makes what decides a choice of the value on the stack: true where it is not 0, NaN included. */
  truth(writer: FunctionWriter): void;
  choose(writer: FunctionWriter, choice: Choice): void;
}

/** A parameter of an exported function, which is a double, as a value for every run. */
export function spreadParameter(words: Words, writer: FunctionWriter, parameter: Local): Local {
  if (words.lanes === 1) return parameter;
  const local = writer.local(words.type);
  writer.get(parameter);
  words.spread(writer);
  writer.set(local);
  return local;
}
