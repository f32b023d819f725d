import fc from 'fast-check';
import { expect, test } from 'vitest';
import { denseSolve } from './dense-solve.js';
import { ShiftedSystem } from './shifted-system.js';

/** A sparse matrix, a right-hand side and a shift. */
const system = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    entries: fc.uniqueArray(
      fc.record({
        row: fc.integer({ min: 0, max: size - 1 }),
        column: fc.integer({ min: 0, max: size - 1 }),
        value: fc.double({ min: -1, max: 1, noNaN: true }),
      }),
      { maxLength: size * 4, selector: ({ row, column }) => row * size + column },
    ),
    vector: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: size, maxLength: size }),
    shift: fc.double({ min: 0.001, max: 20, noNaN: true }),
  }),
);

test('sparse elimination solves what dense elimination with pivots solves', () => {
  fc.assert(
    fc.property(system, ({ size, entries, vector, shift }) => {
      const shifted = new ShiftedSystem(size, entries);
      const slope = Float64Array.from(entries, ({ value }) => value);
      shifted.factor(slope, shift);
      const found = Float64Array.from(vector);
      const solved = shifted.solve(found);
      const matrix = new Float64Array(size * size);
      for (let index = 0; index < size; index += 1) matrix[index * size + index] = shift;
      for (const { row, column, value } of entries) {
        matrix[row * size + column] = (matrix[row * size + column] ?? 0) - value;
      }
      const expected = Float64Array.from(vector);
      const regular = denseSolve(matrix.slice(), expected);
      if (!regular || !expected.every((value) => Math.abs(value) < 1e4)) return;
      expect(solved).toBe(true);
      for (const [index, value] of expected.entries()) {
        expect(Math.abs((found[index] ?? Number.NaN) - value)).toBeLessThan(1e-6);
      }
    }),
    { numRuns: 500, seed: 5 },
  );
});

test('a zero on the diagonal needs pivots, and gets them', () => {
  // (0 - J) of J = [[0, -1], [-2, 0]] is [[0, 1], [2, 0]].
  const shifted = new ShiftedSystem(2, [
    { row: 0, column: 1 },
    { row: 1, column: 0 },
  ]);
  shifted.factor(Float64Array.of(-1, -2), 0);
  const vector = Float64Array.of(3, 8);
  expect(shifted.solve(vector)).toBe(true);
  expect([...vector]).toEqual([4, 3]);
});

test('a matrix without an inverse is reported', () => {
  const shifted = new ShiftedSystem(2, [{ row: 0, column: 1 }]);
  shifted.factor(Float64Array.of(1), 0);
  expect(shifted.solve(Float64Array.of(1, 1))).toBe(false);
});

test('derivatives that are not finite count as 0', () => {
  const shifted = new ShiftedSystem(1, [{ row: 0, column: 0 }]);
  shifted.factor(Float64Array.of(Number.NEGATIVE_INFINITY), 2);
  const vector = Float64Array.of(3);
  expect(shifted.solve(vector)).toBe(true);
  expect(vector[0]).toBe(1.5);
  expect(shifted.jacobian(Float64Array.of(Number.NaN))[0]).toBe(0);
});
