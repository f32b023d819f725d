import fc from 'fast-check';
import { expect, test } from 'vitest';
import { column, element, fromColumns } from '../numeric/matrix.js';
import { correlationMatrix, dot, standardized } from './correlation-matrix.js';

test('a standardized column has mean 0 and norm 1, a constant one is 0', () => {
  const made = standardized([1, 2, 6]);
  expect(made.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 15);
  expect(dot(made, made)).toBeCloseTo(1, 15);
  expect([...standardized([4, 4])]).toEqual([0, 0]);
});

test('equals the products one at a time, for even and odd numbers of columns', () => {
  const list = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 6 }), (columns) => {
      const of = fromColumns(5, columns);
      const made = correlationMatrix(of);
      for (let i = 0; i < of.columns; i += 1)
        for (let j = 0; j < of.columns; j += 1)
          expect(element(made, i, j)).toBeCloseTo(dot(column(of, i), column(of, j)), 10);
    }),
    { numRuns: 30 },
  );
});
