import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchByEcho } from './match-by-echo.js';

test('finds every row again, in whatever order and with rounding in the last digits', () => {
  const order = fc
    .uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 2, maxLength: 40 })
    .chain((values) =>
      fc.tuple(
        fc.constant(values),
        fc.shuffledSubarray(
          values.map((_, i) => i),
          { minLength: 1 },
        ),
      ),
    );
  fc.assert(
    fc.property(order, ([values, taken]) => {
      const from = Float64Array.from(values, (value) => value / 7);
      const other = Float64Array.from(values, (value) => value % 3);
      const back = Float64Array.from(taken, (place) => (from[place] ?? 0) * (1 + 4e-16));
      const otherBack = Float64Array.from(taken, (place) => other[place] ?? 0);
      const found = matchByEcho(
        [
          { from: other, back: otherBack },
          { from, back },
        ],
        1e-12,
      );
      expect([...found.places]).toEqual(taken);
    }),
  );
});

test('counts rows that fit none and rows that fit several', () => {
  const from = Float64Array.of(1, 2, 2, Number.NaN);
  const back = Float64Array.of(2, 1, 5, Number.NaN);
  const { places, unmatched, ambiguous } = matchByEcho([{ from, back }], 1e-12);
  expect([...places]).toEqual([-2, 0, -1, -1]);
  expect([unmatched, ambiguous]).toEqual([2, 1]);
});
