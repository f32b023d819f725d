import fc from 'fast-check';
import { expect, test } from 'vitest';
import { element, fromColumns, matrix, setElement } from '../numeric/matrix.js';
import { factor, inverseDiagonal, invertLower, solve } from './cholesky.js';

const two = fromColumns(2, [
  [1, 0.6],
  [0.6, 1],
]);

test('a factor known by hand', () => {
  const { lower, basis, dependent } = factor(two);
  expect([...lower.data]).toEqual([1, 0.6, 0, 0.8]);
  expect(basis).toEqual([0, 1]);
  expect(dependent.size).toBe(0);
  expect(element(invertLower(lower), 1, 0)).toBeCloseTo(-0.75, 14);
  expect([...inverseDiagonal(lower)].map((v) => v * 0.64)).toEqual([
    expect.closeTo(1, 14),
    expect.closeTo(1, 14),
  ]);
  const x = solve(lower, [1, 1]);
  expect(x[0]).toBeCloseTo(1 / 1.6, 14);
});

test('a copy of a column is named with its original, and the rest is factored', () => {
  const copied = fromColumns(4, [
    [1, 0.2, 1, 0.1],
    [0.2, 1, 0.2, 0.3],
    [1, 0.2, 1, 0.1],
    [0.1, 0.3, 0.1, 1],
  ]);
  const { basis, dependent } = factor(copied);
  expect(basis).toEqual([0, 1, 3]);
  expect([...dependent]).toEqual([
    [0, [0, 2]],
    [2, [0, 2]],
  ]);
});

test('solves what it factored', () => {
  const entry = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 24, maxLength: 24 }), (raw) => {
      // Unit columns of 6 numbers: their products make a correlation matrix of 4 columns.
      const columns = [0, 1, 2, 3].map((j) =>
        raw.slice(6 * j, 6 * j + 6).map((v, i) => v + (i === j ? 2 : 0)),
      );
      const unit = columns.map((c) => c.map((v) => v / Math.hypot(...c)));
      const gram = matrix(4, 4);
      for (let i = 0; i < 4; i += 1)
        for (let j = 0; j < 4; j += 1)
          setElement(
            gram,
            i,
            j,
            (unit[i] ?? []).reduce((total, v, r) => total + v * (unit[j]?.[r] ?? 0), 0),
          );
      const made = factor(gram);
      fc.pre(made.basis.length === 4 && element(made.lower, 3, 3) > 0.05);
      const x = solve(made.lower, [1, 2, 3, 4]);
      for (let i = 0; i < 4; i += 1) {
        const back = [0, 1, 2, 3].reduce((total, j) => total + element(gram, i, j) * (x[j] ?? 0), 0);
        expect(back).toBeCloseTo(i + 1, 8);
      }
    }),
  );
});
