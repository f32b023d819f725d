import type { FunctionWriter, ImportedFunction, Lane, Local } from './function-writer.js';
import type { Operand, Place } from './words.js';

/** The two runs of a vector. */
const LANES = [0, 1] as const;

/** Keeps the values of operands in variables. */
export function keepAll(writer: FunctionWriter, operands: readonly Operand[]): readonly Local[] {
  return operands.map(({ push }) => {
    const local = writer.local('v128');
    push();
    writer.set(local);
    return local;
  });
}

/** Calls a foreign function for each run in turn. */
export function callForEach(
  writer: FunctionWriter,
  target: ImportedFunction,
  operands: readonly Local[],
): void {
  eachLane(writer, (lane) => {
    for (const local of operands) writer.extract(local, lane);
    writer.call(target);
  });
}

/** As {@link callForEach}, with the operands in memory: a list for each run. */
export function callOfLists(
  { unit, writer }: Place,
  target: ImportedFunction,
  operands: readonly Operand[],
): void {
  const room = (): number => unit.layout.doubles(operands.length);
  // Rooms of their own, so that a list among the operands of this one does not disturb them.
  const rooms = [room(), room()] as const;
  operands.forEach(({ push }, index) => {
    const local = writer.local('v128');
    push();
    writer.set(local);
    writer.absolutely(() => {
      for (const lane of LANES) writer.storeLane(rooms[lane] + 8 * index, local, lane);
    });
  });
  eachLane(writer, (lane) => {
    writer.double(rooms[lane]);
    writer.double(operands.length);
    writer.call(target);
  });
}

/** Makes a vector of the double that `push` leaves for each run. */
export function eachLane(writer: FunctionWriter, push: (lane: Lane) => void): void {
  push(0);
  writer.vector('f64x2.splat');
  push(1);
  writer.replace(1);
}
