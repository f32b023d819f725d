import type { InputBuiltin } from '../builtins/time-inputs.js';
import type { Operation } from '../javascript/graph.js';
import type { BinaryOp, PureBuiltin } from '../lower/program.js';
import type { FunctionWriter } from './function-writer.js';
import type { VectorInstruction } from './opcodes.js';
import { callForEach, callOfLists, eachLane, keepAll } from './pair-calls.js';
import { writePairExtreme } from './pair-extremes.js';
import type { Inner, Operand, Place } from './words.js';

/** Most operands that a foreign function takes one by one. */
const MOST_PARAMETERS = 16;

/** Denominators closer to 0 than this count as 0 in ZIDZ and XIDZ. */
const SMALLEST_DENOMINATOR = 1e-6;

/** Operators that are one instruction. */
const ARITHMETIC: Partial<Record<BinaryOp, VectorInstruction>> = {
  add: 'f64x2.add',
  subtract: 'f64x2.sub',
  multiply: 'f64x2.mul',
  divide: 'f64x2.div',
};

/** Comparisons: each leaves all ones where it holds, else all zeros. */
const COMPARISONS: Partial<Record<BinaryOp, VectorInstruction>> = {
  less: 'f64x2.lt',
  'less-equal': 'f64x2.le',
  greater: 'f64x2.gt',
  'greater-equal': 'f64x2.ge',
  equal: 'f64x2.eq',
  unequal: 'f64x2.ne',
};

/** Built-ins that are one instruction on one operand: exact, or correctly rounded, in IEEE 754. */
const ONE_OPERAND: Partial<Record<PureBuiltin, VectorInstruction>> = {
  abs: 'f64x2.abs',
  int: 'f64x2.floor',
  integer: 'f64x2.trunc',
  sqrt: 'f64x2.sqrt',
};

/** Built-ins that take any number of operands, from the first to the last. */
const CHAINS: Partial<Record<PureBuiltin, VectorInstruction>> = {
  mean: 'f64x2.add',
  prod: 'f64x2.mul',
  sum: 'f64x2.add',
};

/** As `writeOperation`, of two runs side by side: it leaves one vector on the stack. */
export function writePairOperation(place: Place, operation: Inner, operands: readonly Operand[]): void {
  const { unit, writer, clock } = place;
  const pushAll = (): void => {
    for (const { push } of operands) push();
  };
  switch (operation.kind) {
    case 'negate':
      pushAll();
      writer.vector('f64x2.neg');
      return;
    case 'not':
      pushAll();
      writer.twice(0);
      writer.vector('f64x2.eq');
      writeOneOrZero(writer);
      return;
    case 'binary':
      writeBinary(place, operation.op, operands);
      return;
    case 'builtin':
      writeBuiltin(place, operation.name, operands);
      return;
    case 'input':
      callInput(place, operation.name, operands);
      return;
    case 'random':
      callForEach(writer, unit.foreign.random(operation.name, operation.site, operands.length), [
        ...keepAll(writer, operands),
        clock.seed,
        clock.step,
      ]);
      return;
    case 'lookup': {
      const own = unit.lookups?.of(operation.table);
      const kept = keepAll(writer, operands);
      if (own === undefined) {
        callForEach(writer, unit.foreign.lookup(operation.table), kept);
        return;
      }
      eachLane(writer, (lane) => {
        for (const local of kept) writer.extract(local, lane);
        writer.integer(own.address);
        writer.integer(own.last);
        writer.callOwn(own.target);
      });
    }
  }
}

/** As `writeTest`: it leaves all ones for each run in which the comparison or logic holds. */
export function writePairTest(
  writer: FunctionWriter,
  operation: Operation,
  operands: readonly Operand[],
): boolean {
  const [left, right] = operands;
  if (operation.kind !== 'binary' || left === undefined || right === undefined) return false;
  const comparison = COMPARISONS[operation.op];
  if (comparison !== undefined) {
    left.push();
    right.push();
    writer.vector(comparison);
    return true;
  }
  if (operation.op !== 'and' && operation.op !== 'or') return false;
  for (const { push } of [left, right]) {
    push();
    writer.twice(0);
    writer.vector('f64x2.ne');
  }
  writer.vector(operation.op === 'and' ? 'v128.and' : 'v128.or');
  return true;
}

/** Makes 1 or 0 of what a test leaves. */
function writeOneOrZero(writer: FunctionWriter): void {
  writer.twice(1);
  writer.vector('v128.and');
}

function writeBinary({ unit, writer }: Place, op: BinaryOp, operands: readonly Operand[]): void {
  const [left, right] = operands;
  const instruction = ARITHMETIC[op];
  if (op === 'power' || op === 'modulo') {
    callForEach(writer, unit.foreign.operator(op), keepAll(writer, operands));
  } else if (instruction === undefined) {
    writePairTest(writer, { kind: 'binary', op }, operands);
    writeOneOrZero(writer);
  } else if (op === 'divide' && right !== undefined && isPowerOfTwo(right.constant)) {
    // The product is the same real number as the quotient, and rounded once like it.
    left?.push();
    writer.twice(1 / (right.constant ?? 1));
    writer.vector('f64x2.mul');
  } else {
    for (const { push } of operands) push();
    writer.vector(instruction);
  }
}

/** Whether the reciprocal of a number is exact, and no number below the smallest of full precision. */
function isPowerOfTwo(number: number | undefined): boolean {
  if (number === undefined) return false;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, number);
  const exponent = (bits.getUint16(0) >> 4) & 0x7ff;
  const hasFraction = (bits.getUint32(0) & 0xfffff) !== 0 || bits.getUint32(4) !== 0;
  return !hasFraction && exponent > 1 && exponent < 0x7fd;
}

function writeBuiltin(place: Place, name: PureBuiltin, operands: readonly Operand[]): void {
  const { unit, writer } = place;
  const chain = CHAINS[name];
  const single = ONE_OPERAND[name];
  const [first, second, third] = operands;
  if (operands.length > 0 && (name === 'min' || name === 'max')) {
    writePairExtreme(writer, name, operands);
  } else if (chain !== undefined && operands.length > 0) {
    operands.forEach(({ push }, index) => {
      push();
      if (index > 0) writer.vector(chain);
    });
    if (name === 'mean') {
      writer.twice(operands.length);
      writer.vector('f64x2.div');
    }
  } else if (single !== undefined && first !== undefined) {
    first.push();
    writer.vector(single);
  } else if ((name === 'zidz' || name === 'xidz') && first !== undefined && second !== undefined) {
    const denominator = writer.local('v128');
    if (name === 'zidz') writer.twice(0);
    else if (third === undefined) writer.twice(Number.NaN);
    else third.push();
    first.push();
    second.push();
    writer.tee(denominator);
    writer.vector('f64x2.div');
    writer.get(denominator);
    writer.vector('f64x2.abs');
    writer.twice(SMALLEST_DENOMINATOR);
    writer.vector('f64x2.lt', 'v128.bitselect');
  } else if (operands.length <= MOST_PARAMETERS) {
    callForEach(writer, unit.foreign.builtin(name, operands.length), keepAll(writer, operands));
  } else {
    callOfLists(place, unit.foreign.builtinOfList(name), operands);
  }
}

/** Calls an input over time for each run in turn: the operands, then first time, time step and step. */
function callInput(place: Place, name: InputBuiltin, operands: readonly Operand[]): void {
  const { unit, writer, clock } = place;
  const target = unit.foreign.input(name, operands.length);
  callForEach(writer, target, [...keepAll(writer, operands), clock.start, clock.dt, clock.step]);
}
