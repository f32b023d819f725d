import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openUnit, permutation, type Seed, stream, streamKey } from './stream.js';

const first = (seed: Seed, run: number | string = 0) => {
  const draws = stream(streamKey(seed, 'world'), run);
  return [draws.next(), draws.next(), draws.next()];
};

test('seeds 0, 1, -1 and "0" are four seeds', () => {
  const heads = [0, 1, -1, '0'].map((seed) => first(seed).join());
  expect(new Set(heads).size).toBe(4);
});

test('purposes and runs have streams of their own', () => {
  const heads = [
    stream(streamKey(1, 'world'), 0).next(),
    stream(streamKey(1, 'noise'), 0).next(),
    stream(streamKey(1, 'world'), 1).next(),
    stream(streamKey(1, 'world'), 2 ** 32).next(),
    stream(streamKey(1, 'world'), '00f0000000000000').next(),
  ];
  expect(new Set(heads).size).toBe(heads.length);
});

test('a stream does not depend on what others drew', () => {
  const key = streamKey('x', 'bootstrap');
  const alone = stream(key, 7);
  const left = stream(key, 7);
  const right = stream(key, 8);
  const mixed = [left.next(), right.next(), left.next(), right.next(), left.next()];
  expect([mixed[0], mixed[2], mixed[4]]).toEqual([alone.next(), alone.next(), alone.next()]);
});

test('numbers lie in [0, 1) and are spread evenly', () => {
  const draws = stream(streamKey(1234, 'world'), 3);
  const counts = new Array(10).fill(0);
  for (let i = 0; i < 20_000; i += 1) counts[Math.floor(draws.next() * 10)] += 1;
  // Chi-squared with 9 degrees of freedom: 27.88 at 0.1 %.
  const chi2 = counts.reduce((total, count) => total + (count - 2000) ** 2 / 2000, 0);
  expect(chi2).toBeLessThan(27.88);
});

test('an open number is never 0 or 1', () => {
  expect(openUnit(0)).toBe(2 ** -53);
  expect(openUnit(1 - 2 ** -53)).toBeLessThan(1);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (u) => {
      const open = openUnit(u);
      return open > 0 && open < 1 && Math.abs(open - u) <= 2 ** -52;
    }),
  );
});

test('a permutation holds every number once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer(), (count, seed) => {
      const order = permutation(count, stream(streamKey(seed, 'design/permutation'), 0));
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
    }),
    { numRuns: 30 },
  );
});
