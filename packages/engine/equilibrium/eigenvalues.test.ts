import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Eigenvalue, eigenvalues } from './eigenvalues.js';

function of(...rows: readonly (readonly number[])[]): readonly Eigenvalue[] {
  const found = eigenvalues(Float64Array.from(rows.flat()), rows.length);
  if (found === undefined) throw new Error('no eigenvalues');
  return found;
}

function near(found: readonly Eigenvalue[], expected: readonly (readonly [number, number])[], digits = 12) {
  expect(found).toHaveLength(expected.length);
  for (const [index, [real, imaginary]] of expected.entries()) {
    expect(found[index]?.real).toBeCloseTo(real, digits);
    expect(found[index]?.imaginary).toBeCloseTo(imaginary, digits);
  }
}

describe('matrices whose eigenvalues are known', () => {
  test('small ones', () => {
    near(of([3]), [[3, 0]]);
    near(of([2, 1], [1, 2]), [
      [3, 0],
      [1, 0],
    ]);
    near(of([0, -1], [1, 0]), [
      [0, 1],
      [0, -1],
    ]);
    near(of([0, 0], [0, 0]), [
      [0, 0],
      [0, 0],
    ]);
  });

  test('companion of (x - 1)(x - 2)(x - 3)(x - 4)', () => {
    near(
      of([10, -35, 50, -24], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]),
      [
        [4, 0],
        [3, 0],
        [2, 0],
        [1, 0],
      ],
      9,
    );
  });

  test('a circulant: 1 + 2 w + 3 w^2 over the cube roots of one', () => {
    near(of([1, 2, 3], [3, 1, 2], [2, 3, 1]), [
      [6, 0],
      [-1.5, Math.sqrt(3) / 2],
      [-1.5, -Math.sqrt(3) / 2],
    ]);
  });

  test('a cyclic permutation, on which unshifted QR never settles', () => {
    const size = 8;
    const rows = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => ((i + 1) % size === j ? 1 : 0)),
    );
    const found = of(...rows);
    expect(found).toHaveLength(size);
    for (const { real, imaginary } of found) expect(Math.hypot(real, imaginary)).toBeCloseTo(1, 12);
    expect(found.reduce((sum, { real }) => sum + real, 0)).toBeCloseTo(0, 12);
  });

  test('second differences: -2 + 2 cos(k pi / (n + 1))', () => {
    const size = 22;
    const rows = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => (i === j ? -2 : Math.abs(i - j) === 1 ? 1 : 0)),
    );
    near(
      of(...rows),
      Array.from({ length: size }, (_, k) => [-2 + 2 * Math.cos(((k + 1) * Math.PI) / (size + 1)), 0]),
    );
  });

  test('stocks in very different units', () => {
    // Similar to [[2, 1], [1, 2]] by a factor of 1e12 between the two.
    near(of([2, 1e12], [1e-12, 2]), [
      [3, 0],
      [1, 0],
    ]);
  });
});

test('random matrices: triangular ones made full by a similarity keep their diagonal', () => {
  const unit = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc
        .integer({ min: 2, max: 9 })
        .chain((size) =>
          fc.tuple(
            fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: size, maxLength: size }),
            fc.array(unit, { minLength: size * size, maxLength: size * size }),
            fc.array(unit, { minLength: size, maxLength: size }),
          ),
        ),
      ([diagonal, upper, direction]) => {
        const size = diagonal.length;
        const at = (values: readonly number[], index: number): number => values[index] ?? 0;
        // Householder reflection P = I - 2 v v' / v'v: P T P has the eigenvalues of T.
        const v = direction.map((value, index) => (index === 0 ? value + 2 : value));
        const length = v.reduce((sum, value) => sum + value * value, 0);
        const p = (i: number, j: number): number => (i === j ? 1 : 0) - (2 * at(v, i) * at(v, j)) / length;
        const t = (i: number, j: number): number =>
          i === j ? at(diagonal, i) : j > i ? at(upper, i * size + j) : 0;
        const indexes = diagonal.map((_, index) => index);
        const sum = (term: (k: number) => number): number => indexes.reduce((total, k) => total + term(k), 0);
        const full = indexes.flatMap((i) =>
          indexes.map((j) => sum((k) => p(i, k) * sum((l) => t(k, l) * p(l, j)))),
        );
        const found = eigenvalues(Float64Array.from(full), size) ?? [];
        const expected = [...diagonal].sort((a, b) => b - a);
        expect(found).toHaveLength(size);
        for (const [index, { real, imaginary }] of found.entries()) {
          expect(Math.abs(real - at(expected, index))).toBeLessThan(1e-7);
          expect(Math.abs(imaginary)).toBeLessThan(1e-7);
        }
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});

test('what is not finite has none', () => {
  expect(eigenvalues(Float64Array.of(1, Number.NaN, 0, 1), 2)).toBeUndefined();
});
