import { expect, test } from 'vitest';
import { stream, streamKey } from '../random/stream.js';
import { bootstrap } from './bootstrap.js';
import { normalQuantile } from './normal.js';

const meanOf = (values: readonly number[]) => (taken: Int32Array) => [
  taken.reduce((total, i) => total + (values[i] ?? 0), 0) / taken.length,
];

test('has the standard error of a mean and the same interval for the same seed', () => {
  const values = Array.from({ length: 40 }, (_, i) => (i * 37) % 40);
  const [interval] = bootstrap(40, meanOf(values), { seed: 1 });
  // The standard deviation (ddof 0) of 0 .. 39 is 11.543.
  expect(interval?.standardError).toBeCloseTo(11.543 / Math.sqrt(40), 0);
  expect(bootstrap(40, meanOf(values), { seed: 1 })).toEqual([interval]);
  const [narrow] = bootstrap(40, meanOf(values), { seed: 1, confidence: 0.5 });
  expect((narrow?.high ?? 0) - (narrow?.low ?? 0)).toBeLessThan((interval?.high ?? 0) - (interval?.low ?? 0));
});

test('covers the mean of normal numbers in about 95 of 100 cases', () => {
  let covered = 0;
  for (let trial = 0; trial < 200; trial += 1) {
    const draws = stream(streamKey(trial, 'world'), 0);
    const values = Array.from({ length: 30 }, () => normalQuantile(draws.next() + 1e-12));
    const [interval] = bootstrap(30, meanOf(values), { seed: trial, resamples: 400 });
    if (interval !== undefined && interval.low <= 0 && interval.high >= 0) covered += 1;
  }
  expect(covered).toBeGreaterThanOrEqual(178);
  expect(covered).toBeLessThanOrEqual(199);
});

test('a statistic that does not vary has an interval of width 0, one that is no number has none', () => {
  expect(bootstrap(5, () => [3, Number.NaN], { seed: 0, resamples: 20 })).toEqual([
    { low: 3, high: 3, standardError: 0 },
    undefined,
  ]);
});
