import { expect, test } from 'vitest';
import { column } from '../numeric/matrix.js';
import { codeOf, unitExperiment } from '../testing/experiments.js';
import { csvColumns, largestDifference, need, sharedFile } from '../testing/golden.js';
import { haltonPoints, haltonUnit, primes } from './halton.js';

test('the first points', () => {
  expect([...haltonUnit(4, 2, 0, { scramble: 'none' }).data]).toEqual([
    0,
    0.5,
    0.25,
    0.75,
    0,
    1 / 3,
    2 / 3,
    1 / 9,
  ]);
  expect(primes(6)).toEqual([2, 3, 5, 7, 11, 13]);
});

test('256 points in 20 dimensions equal the proof data', (context) => {
  const golden = csvColumns(sharedFile(context, 'golden/halton_unscrambled_256x20.csv'));
  const unit = haltonUnit(256, 20, 0, { scramble: 'none' });
  for (let j = 0; j < 20; j += 1)
    expect(largestDifference(column(unit, j), need(golden, `d${j + 1}`))).toBeLessThanOrEqual(2.3e-16);
});

test('scrambled points keep one point in every interval of b^-m', () => {
  const unit = haltonUnit(243, 2, 5);
  expect(new Set(Array.from(column(unit, 1), (u) => Math.floor(u * 243))).size).toBe(243);
  expect(column(unit, 0).every((u) => u >= 0 && u < 1)).toBe(true);
  expect([...haltonUnit(9, 2, 5, { replicate: 2 }).data]).not.toEqual([...haltonUnit(9, 2, 5).data]);
});

test('refuses what it cannot make', () => {
  expect(codeOf(haltonPoints(unitExperiment(2), 0))).toBe('bad-size');
  expect(codeOf(haltonPoints(unitExperiment(1001), 1))).toBe('too-many-dimensions');
  expect(codeOf(haltonPoints(unitExperiment(2), 5))).toBe('ok');
});
