import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalQuantile } from './normal.js';
import { wilsonInterval } from './wilson.js';

test('its limits are the shares from which the count is z standard errors away', () => {
  const z = normalQuantile(0.975);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
      const count = Math.round(part * n);
      const { low, high } = wilsonInterval(count, n);
      expect(low).toBeLessThanOrEqual(count / n);
      expect(high).toBeGreaterThanOrEqual(count / n);
      for (const limit of [low, high])
        if (limit > 0 && limit < 1)
          expect(Math.abs(count / n - limit)).toBeCloseTo(z * Math.sqrt((limit * (1 - limit)) / n), 9);
    }),
  );
});

test('none or all leave an interval on one side', () => {
  expect(wilsonInterval(0, 10).low).toBe(0);
  expect(wilsonInterval(10, 10).high).toBe(1);
  expect(wilsonInterval(10, 10).low).toBeCloseTo(10 / (10 + 1.959963984540054 ** 2), 12);
});
