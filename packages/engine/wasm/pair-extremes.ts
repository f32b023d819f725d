import type { FunctionWriter, Local } from './function-writer.js';
import type { Operand } from './words.js';

/** Minimum or maximum. */
export type Extreme = 'min' | 'max';

/**
 * Writes the minimum or maximum of operands, from the first to the last, for two runs side by side: NaN where any
 * operand is, and -0 below 0, as `Math.min` and `Math.max` have it.
 *
 * `f64x2.pmin(a, b)` is b < a ? b : a, one instruction of the processor where `f64x2.min` is seven. It errs for a NaN
 * second and for zeros of unlike signs only; what follows it here mends that.
 */
export function writePairExtreme(
  writer: FunctionWriter,
  extreme: Extreme,
  operands: readonly Operand[],
): void {
  const [first, ...rest] = operands;
  if (first === undefined) throw new RangeError(`${extreme} of nothing`);
  let soFar = first;
  rest.forEach((operand, index) => {
    // The order of two does not matter to the value; a number is easier to deal with second.
    const swapped = soFar.constant !== undefined && operand.constant === undefined;
    const [left, right] = swapped ? [operand, soFar] : [soFar, operand];
    if (right.constant === undefined || Number.isNaN(right.constant))
      writeOfTwo(writer, extreme, left, right);
    else writeWithNumber(writer, extreme, left, right.constant);
    if (index === rest.length - 1) return;
    const local = writer.local('v128');
    writer.set(local);
    soFar = { push: () => writer.get(local) };
  });
  if (rest.length === 0) first.push();
}

/** With a number, not NaN, second: a NaN first is what comes out. */
function writeWithNumber(writer: FunctionWriter, extreme: Extreme, left: Operand, number: number): void {
  left.push();
  writer.twice(number);
  writer.vector(extreme === 'min' ? 'f64x2.pmin' : 'f64x2.pmax');
  // Of equal operands the first comes out, so that max(-0, 0) gives -0 and min(0, -0) gives 0. Those are at least 0, or
  // at most -0, which says what the sign must be.
  if (extreme === 'max' && Object.is(number, 0)) writer.vector('f64x2.abs');
  if (extreme === 'min' && Object.is(number, -0)) writer.vector('f64x2.abs', 'f64x2.neg');
}

/** Of two in either order, so that each comes out where one is NaN or they are zeros of unlike signs. */
function writeOfTwo(writer: FunctionWriter, extreme: Extreme, left: Operand, right: Operand): void {
  const [a, b] = [keep(writer, left), keep(writer, right)];
  const push = (first: Local, second: Local): void => {
    writer.get(first);
    writer.get(second);
    writer.vector(extreme === 'min' ? 'f64x2.pmin' : 'f64x2.pmax');
  };
  push(a, b);
  push(b, a);
  if (extreme === 'min') {
    // The bits of both: a NaN keeps its ones, and so does the sign of -0.
    writer.vector('v128.or');
    return;
  }
  const [one, other] = [writer.local('v128'), writer.local('v128')];
  writer.set(other);
  writer.set(one);
  // The bits common to both: the sign of -0 goes. They differ otherwise only where one is NaN: then all ones, a NaN.
  for (const instruction of ['v128.and', 'f64x2.ne'] as const) {
    writer.get(one);
    writer.get(other);
    writer.vector(instruction);
  }
  writer.vector('v128.or');
}

function keep(writer: FunctionWriter, operand: Operand): Local {
  const local = writer.local('v128');
  operand.push();
  writer.set(local);
  return local;
}
