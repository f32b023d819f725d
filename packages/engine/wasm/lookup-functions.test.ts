import type { GraphicalFunction } from '@weir/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Backend } from '../backend.js';
import { lookUp, lookupTable } from '../builtins/table-lookup.js';
import { slotAt } from '../lower/slot.js';
import { buildProgram } from '../testing/build-program.js';
import { pairKernel } from './pair-kernel.js';
import { pairMachine } from './pair-machine.js';
import { wasm } from './wasm.js';

const clock = { start: 0, stop: 1, dt: 1 };

/** A program that reads a table at a constant. */
const programOf = (table: GraphicalFunction) =>
  buildProgram({
    constants: { at: 0 },
    tables: [table],
    dynamic: { a: (read) => ({ kind: 'lookup', table: 0, argument: read('at') }) },
  });

function singly(backend: Backend, table: GraphicalFunction): (at: number) => number {
  const executable = backend(programOf(table));
  return (at) => {
    const values = Float64Array.of(at, 0);
    executable.initialise(values, Uint8Array.of(1, 0), clock);
    executable.observe(values, clock, 0);
    return values[1] ?? 0;
  };
}

function inPairs(table: GraphicalFunction): (at: number, other: number) => readonly (number | undefined)[] {
  const program = programOf(table);
  const machine = pairMachine(program, pairKernel(program, 'euler'));
  return (at, other) => {
    const [first, second] = [new Float64Array(2), new Float64Array(2)];
    machine.begin(0, [{ slot: slotAt(0), value: at }], clock);
    machine.begin(1, [{ slot: slotAt(0), value: other }], clock);
    machine.observe(clock, [0, 0]);
    machine.read(0, first);
    machine.read(1, second);
    return [first[1], second[1]];
  };
}

const coordinate = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double({ min: -9, max: 9, noNaN: true }));
/** Tables of one to nine points, some with two values at one x. */
const arbitraryTable = fc
  .tuple(
    fc.constantFrom('continuous', 'extrapolate', 'discrete'),
    fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 9 }),
  )
  .map(([type, points]): GraphicalFunction => {
    const x = points.map(([value]) => value).sort((a, b) => a - b);
    return { type, x, y: points.map(([, value]) => value) };
  });

test('the bits of the interpreter, at points, between, beyond, and at what is no number', () => {
  const places = fc.array(fc.oneof(coordinate, fc.constantFrom(-0, 1e300, -1e300, 5e-324)), {
    minLength: 6,
    maxLength: 6,
  });
  fc.assert(
    fc.property(arbitraryTable, places, (table, others) => {
      const ready = lookupTable(table);
      const [single, pairs] = [singly(wasm, table), inPairs(table)];
      const all = [...table.x, ...others, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (const [index, at] of all.entries()) {
        const other = all[(index + 1) % all.length] ?? 0;
        expect(single(at)).toBe(lookUp(ready, at));
        expect(pairs(at, other)).toEqual([lookUp(ready, at), lookUp(ready, other)]);
      }
      expect(single(Number.NaN)).toBeNaN();
    }),
    { numRuns: 150, seed: 6 },
  );
});

test('a table without points', () => {
  const table: GraphicalFunction = { type: 'continuous', x: [], y: [] };
  expect(singly(wasm, table)(1)).toBeNaN();
  expect(inPairs(table)(1, 2)).toEqual([Number.NaN, Number.NaN]);
});
