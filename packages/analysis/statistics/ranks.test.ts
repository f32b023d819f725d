import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank, sortOrder } from './ranks.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

test('ties share the mean of their ranks, and -0 ties with 0', () => {
  expect([...rank([3, 1, 3, 2]).ranks]).toEqual([3.5, 1, 3.5, 2]);
  expect([...rank([0, -0]).ranks]).toEqual([1.5, 1.5]);
  expect(rank([5, 5, 5, 1])).toMatchObject({ tied: 3, largestTie: 3, distinct: 2 });
  expect(rank([]).ranks.length).toBe(0);
});

test('are ranks, not the places of the sorted values', () => {
  expect([...rank([30, 10, 20]).ranks]).toEqual([3, 1, 2]);
  expect([...sortOrder([30, 10, 20])]).toEqual([1, 2, 0]);
});

test('the order equals that of a stable comparison sort', () => {
  const mixed = fc.array(fc.oneof(finite, fc.constantFrom(0, -0, 1, -1, 5e-324, -5e-324, 1e308)), {
    maxLength: 300,
  });
  const even = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 65, maxLength: 300 });
  const few = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 65, maxLength: 300 });
  fc.assert(
    fc.property(fc.oneof(mixed, even, few), (values) => {
      const expected = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
      expect([...sortOrder(values)]).toEqual(expected);
    }),
  );
});

test('one far value among many close ones does not disturb the order', () => {
  const values = Array.from({ length: 5000 }, (_, i) => Math.sin(i) * 1e-9);
  values[77] = 1e300;
  const expected = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  expect([...sortOrder(values)]).toEqual(expected);
});

test('ranks sum to n (n + 1) / 2 and survive any ascending function', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 100 }), (values) => {
      const { ranks } = rank(values);
      expect(ranks.reduce((a, b) => a + b, 0)).toBe((values.length * (values.length + 1)) / 2);
      expect([...rank(values.map((v) => Math.exp(v / 10))).ranks]).toEqual([...ranks]);
    }),
  );
});
