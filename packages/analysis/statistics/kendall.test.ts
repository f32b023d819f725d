import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kendallTau } from './kendall.js';

test('known cases', () => {
  expect(kendallTau([1, 2, 3], [1, 2, 3])).toBe(1);
  expect(kendallTau([1, 2, 3], [3, 2, 1])).toBe(-1);
  expect(kendallTau([1, 1, 1], [3, 2, 1])).toBeUndefined();
  // R 4, cor(method = "kendall").
  expect(kendallTau([1, 2, 2, 3], [1, 2, 3, 3])).toBeCloseTo(0.8, 14);
});

test('equals the count of all pairs', () => {
  const list = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
    minLength: 2,
    maxLength: 40,
  });
  fc.assert(
    fc.property(list, (pairs) => {
      let [score, inX, inY] = [0, 0, 0];
      for (const [i, [x, y]] of pairs.entries())
        for (const [x2, y2] of pairs.slice(0, i)) {
          score += Math.sign(x - x2) * Math.sign(y - y2);
          if (x !== x2) inX += 1;
          if (y !== y2) inY += 1;
        }
      const expected = inX === 0 || inY === 0 ? undefined : score / Math.sqrt(inX * inY);
      const tau = kendallTau(
        pairs.map(([x]) => x),
        pairs.map(([, y]) => y),
      );
      if (expected === undefined) expect(tau).toBeUndefined();
      else expect(tau).toBeCloseTo(expected, 12);
    }),
  );
});
