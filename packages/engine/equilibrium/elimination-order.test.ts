import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eliminationOrder } from './elimination-order.js';

const place = fc.record({ row: fc.nat(7), column: fc.nat(7) });

it('every pivot comes once, and touches only what is still open, fill-in included', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), (pattern) => {
      const steps = eliminationOrder(8, pattern);
      expect(steps.map(({ pivot }) => pivot).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      const full = new Set(
        pattern.filter(({ row, column }) => row !== column).map(({ row, column }) => 8 * row + column),
      );
      const open = new Set([0, 1, 2, 3, 4, 5, 6, 7]);
      for (const { pivot, below, right } of steps) {
        open.delete(pivot);
        expect([...below].sort()).toEqual([...open].filter((row) => full.has(8 * row + pivot)).sort());
        expect([...right].sort()).toEqual([...open].filter((column) => full.has(8 * pivot + column)).sort());
        for (const row of below) for (const column of right) if (row !== column) full.add(8 * row + column);
      }
    }),
  );
});

it('a star is taken apart from its points', () => {
  const star = [1, 2, 3, 4].flatMap((point) => [
    { row: 0, column: point },
    { row: point, column: 0 },
  ]);
  // The hub last: no fill-in.
  const steps = eliminationOrder(5, star);
  expect(steps.every(({ below, right }) => below.length <= 1 && right.length <= 1)).toBe(true);
});
