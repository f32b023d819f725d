import type { Operation } from '../javascript/graph.js';
import type { BinaryOp, PureBuiltin } from '../lower/program.js';
import type { FunctionWriter } from './function-writer.js';
import type { Instruction } from './opcodes.js';
import type { Inner, Operand, Place } from './words.js';

/** Most operands that a foreign function takes one by one. */
const MOST_PARAMETERS = 16;

/** Denominators closer to 0 than this count as 0 in ZIDZ and XIDZ. */
const SMALLEST_DENOMINATOR = 1e-6;

/** Operators that are one instruction. */
const ARITHMETIC: Partial<Record<BinaryOp, Instruction>> = {
  add: 'f64.add',
  subtract: 'f64.sub',
  multiply: 'f64.mul',
  divide: 'f64.div',
};

/** Comparisons: each leaves a whole number, 1 or 0. */
const COMPARISONS: Partial<Record<BinaryOp, Instruction>> = {
  less: 'f64.lt',
  'less-equal': 'f64.le',
  greater: 'f64.gt',
  'greater-equal': 'f64.ge',
  equal: 'f64.eq',
  unequal: 'f64.ne',
};

/** Built-ins that are one instruction on one operand: exact, or correctly rounded, in IEEE 754. */
const ONE_OPERAND: Partial<Record<PureBuiltin, Instruction>> = {
  abs: 'f64.abs',
  int: 'f64.floor',
  integer: 'f64.trunc',
  sqrt: 'f64.sqrt',
};

/** Built-ins that take any number of operands, from the first to the last. */
const CHAINS: Partial<Record<PureBuiltin, Instruction>> = {
  // Like those of JavaScript: NaN where any operand is, and -0 below 0.
  max: 'f64.max',
  min: 'f64.min',
  mean: 'f64.add',
  prod: 'f64.mul',
  sum: 'f64.add',
};

/** Writes the value of an operation: it leaves one double on the stack. */
export function writeOperation(place: Place, operation: Inner, operands: readonly Operand[]): void {
  const { unit, writer, clock } = place;
  const pushAll = (): void => {
    for (const { push } of operands) push();
  };
  switch (operation.kind) {
    case 'negate':
      pushAll();
      writer.op('f64.neg');
      return;
    case 'not':
      pushAll();
      writer.double(0);
      writer.op('f64.eq', 'f64.convert_i32_s');
      return;
    case 'binary': {
      const instruction = ARITHMETIC[operation.op];
      if (instruction !== undefined) {
        pushAll();
        writer.op(instruction);
      } else if (operation.op === 'power' || operation.op === 'modulo') {
        pushAll();
        writer.call(unit.foreign.operator(operation.op));
      } else {
        writeTest(writer, operation, operands);
        writer.op('f64.convert_i32_s');
      }
      return;
    }
    case 'builtin':
      writeBuiltin(place, operation.name, operands);
      return;
    case 'input':
      // Methods are written without them: see `withPlainInputs`.
      pushAll();
      for (const local of [clock.start, clock.dt, clock.step]) writer.get(local);
      writer.call(unit.foreign.input(operation.name, operands.length));
      return;
    case 'random':
      pushAll();
      for (const local of [clock.seed, clock.step]) writer.get(local);
      writer.call(unit.foreign.random(operation.name, operation.site, operands.length));
      return;
    case 'lookup': {
      const own = unit.lookups?.of(operation.table);
      pushAll();
      if (own === undefined) {
        writer.call(unit.foreign.lookup(operation.table));
        return;
      }
      writer.integer(own.address);
      writer.integer(own.last);
      writer.callOwn(own.target);
    }
  }
}

/**
 * Writes a comparison or logic as a whole number, 1 or 0.
 *
 * @returns Whether the operation is one; nothing is written where it is not.
 */
export function writeTest(
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
    writer.op(comparison);
    return true;
  }
  if (operation.op !== 'and' && operation.op !== 'or') return false;
  for (const { push } of [left, right]) {
    push();
    writeTruth(writer);
  }
  writer.op(operation.op === 'and' ? 'i32.and' : 'i32.or');
  return true;
}

/** Makes the double on the stack a whole number: 1 where it is not 0, NaN included. */
export function writeTruth(writer: FunctionWriter): void {
  writer.double(0);
  writer.op('f64.ne');
}

function writeBuiltin({ unit, writer }: Place, name: PureBuiltin, operands: readonly Operand[]): void {
  const chain = CHAINS[name];
  const single = ONE_OPERAND[name];
  const [first, second, third] = operands;
  if (chain !== undefined && operands.length > 0) {
    operands.forEach(({ push }, index) => {
      push();
      if (index > 0) writer.op(chain);
    });
    if (name === 'mean') {
      writer.double(operands.length);
      writer.op('f64.div');
    }
  } else if (single !== undefined && first !== undefined) {
    first.push();
    writer.op(single);
  } else if ((name === 'zidz' || name === 'xidz') && first !== undefined && second !== undefined) {
    const denominator = writer.local();
    if (name === 'zidz') writer.double(0);
    else if (third === undefined) writer.double(Number.NaN);
    else third.push();
    first.push();
    second.push();
    writer.tee(denominator);
    writer.op('f64.div');
    writer.get(denominator);
    writer.op('f64.abs');
    writer.double(SMALLEST_DENOMINATOR);
    writer.op('f64.lt', 'select');
  } else if (operands.length <= MOST_PARAMETERS) {
    for (const { push } of operands) push();
    writer.call(unit.foreign.builtin(name, operands.length));
  } else {
    // A room of its own, so that a list among the operands of this one does not disturb it.
    const room = unit.layout.doubles(operands.length);
    operands.forEach(({ push }, index) => {
      const local = writer.local();
      push();
      writer.set(local);
      writer.absolutely(() => writer.store(room + 8 * index, () => writer.get(local)));
    });
    writer.double(room);
    writer.double(operands.length);
    writer.call(unit.foreign.builtinOfList(name));
  }
}
