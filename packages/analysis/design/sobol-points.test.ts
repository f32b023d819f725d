import { describe, expect, it, test } from 'vitest';
import { column, element, type Matrix } from '../numeric/matrix.js';
import { codeOf, sound, unitExperiment } from '../testing/experiments.js';
import { csvColumns, need, sharedFile } from '../testing/golden.js';
import { sobolPoints, sobolUnit } from './sobol-points.js';
import { SOBOL_DIMENSIONS } from './sobol-sequence.js';

const M = 8;
const POINTS = 2 ** M;

/** Points in the boxes of 2^-a by 2^-b. */
function boxCounts(
  unit: Matrix,
  [p, q]: readonly [number, number],
  [a, b]: readonly [number, number],
): Set<number> {
  const counts = new Int32Array(2 ** (a + b));
  for (let i = 0; i < unit.rows; i += 1) {
    const box = Math.floor(element(unit, i, p) * 2 ** a) * 2 ** b + Math.floor(element(unit, i, q) * 2 ** b);
    counts[box] = (counts[box] ?? 0) + 1;
  }
  return new Set(counts);
}

test('the first points as printed by Joe and Kuo', () => {
  const unit = sobolUnit(4, 3, 0, { scramble: 'none' });
  expect([...unit.data]).toEqual([0, 0.5, 0.75, 0.25, 0, 0.5, 0.25, 0.75, 0, 0.5, 0.25, 0.75]);
});

test('256 points in 50 dimensions equal the proof data', (context) => {
  const golden = csvColumns(sharedFile(context, 'golden/sobol_joekuo_unscrambled_256x50.csv'));
  const unit = sobolUnit(POINTS, 50, 0, { scramble: 'none' });
  for (let j = 0; j < 50; j += 1) expect([...column(unit, j)]).toEqual([...need(golden, `d${j + 1}`)]);
});

describe('scrambled points', () => {
  const plain = sobolUnit(POINTS, 10, 0, { scramble: 'none' });
  const unit = sobolUnit(POINTS, 10, 42);

  it('have one point in every interval of 2^-m', () => {
    for (let j = 0; j < 10; j += 1)
      expect(new Set(Array.from(column(unit, j), (u) => Math.floor(u * POINTS))).size).toBe(POINTS);
  });

  it('keep the balance of every elementary box of two dimensions', () => {
    for (let p = 0; p < 10; p += 1)
      for (let q = 0; q < p; q += 1)
        for (let a = 0; a <= M; a += 1)
          for (const b of [M - a, Math.max(0, M - a - 2)])
            expect(boxCounts(unit, [p, q], [a, b])).toEqual(boxCounts(plain, [p, q], [a, b]));
  });

  it('stay when their number is doubled, and differ between replicates', () => {
    const doubled = sobolUnit(2 * POINTS, 10, 42);
    expect([...column(doubled, 3).subarray(0, POINTS)]).toEqual([...column(unit, 3)]);
    const other = new Set(column(sobolUnit(POINTS, 10, 42, { replicate: 2 }), 3));
    expect(column(unit, 3).some((u) => other.has(u))).toBe(false);
  });

  it('integrate the g-function without bias', () => {
    const weights = [0, 1, 4.5, 9, 99, 99, 99, 99];
    const means = Array.from({ length: 32 }, (_, replicate) => {
      const points = sobolUnit(POINTS, 8, 7, { replicate: replicate + 1 });
      let total = 0;
      for (let i = 0; i < POINTS; i += 1)
        total += weights.reduce(
          (g, a, j) => (g * (Math.abs(4 * element(points, i, j) - 2) + a)) / (1 + a),
          1,
        );
      return total / POINTS;
    });
    const mean = means.reduce((a, b) => a + b, 0) / 32;
    const sd = Math.sqrt(means.reduce((a, b) => a + (b - mean) ** 2, 0) / 31);
    expect(Math.abs(mean - 1)).toBeLessThan((4 * sd) / Math.sqrt(32));
    expect(sd).toBeLessThan(0.02);
  });
});

test('refuses numbers that do not balance and dimensions it does not have', () => {
  expect(codeOf(sobolPoints(unitExperiment(2), 1000))).toBe('bad-size');
  expect(codeOf(sobolPoints(unitExperiment(SOBOL_DIMENSIONS + 1), 8))).toBe('too-many-dimensions');
  expect(sound(sobolPoints(unitExperiment(88), 16)).runs).toHaveLength(16);
});
