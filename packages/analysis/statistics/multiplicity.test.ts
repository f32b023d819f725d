import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Correction, correct } from './multiplicity.js';

const P = [0.01, 0.04, 0.03, 0.5];

// R 4, p.adjust.
test.each<readonly [Correction, readonly number[]]>([
  ['bonferroni', [0.04, 0.16, 0.12, 1]],
  ['holm', [0.04, 0.09, 0.09, 0.5]],
  ['benjamini-hochberg', [0.04, (4 * 0.04) / 3, (4 * 0.04) / 3, 0.5]],
  ['benjamini-yekutieli', [(0.04 * 25) / 12, (((4 * 0.04) / 3) * 25) / 12, (((4 * 0.04) / 3) * 25) / 12, 1]],
])('%s', (correction, expected) => {
  expect([...correct(P, correction)]).toEqual(expected.map((p) => expect.closeTo(p, 12)));
});

test('never below p, never above 1, and in the order of p', () => {
  const corrections: readonly Correction[] = [
    'bonferroni',
    'holm',
    'benjamini-hochberg',
    'benjamini-yekutieli',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }),
      fc.constantFrom(...corrections),
      (p, correction) => {
        const q = correct(p, correction);
        for (const [i, value] of p.entries()) {
          expect(q[i]).toBeGreaterThanOrEqual(value * (1 - 1e-12));
          expect(q[i]).toBeLessThanOrEqual(1);
          for (const [j, other] of p.entries())
            if (value < other) expect(q[i]).toBeLessThanOrEqual(q[j] ?? 1);
        }
      },
    ),
  );
});
