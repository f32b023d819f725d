import { type Expression, parseExpression, sourceText } from '@weir/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatExpression } from '../correction/flat-expression.js';
import { settled } from '../testing/small-study.js';
import { shareRange } from './share-terms.js';

function term(text: string): Expression {
  const flat = flatExpression(settled(parseExpression(sourceText('term', text))));
  if (flat === undefined) throw new Error(`not an expression of one value: ${text}`);
  return flat;
}
const range = (text: string) => shareRange(term(text), () => ({ low: 0, high: 1 }));

describe('shareRange', () => {
  it.each([
    ['a + b', 0, 2],
    ['1 - (a + b)', -1, 1],
    ['(a + b) / 2', 0, 1],
    ['1 - (1 - a) * (1 - b) + 0 * (a + b)', 0, 1],
    ['MIN(1, a + b)', 0, 1],
    ['1 - MIN(1, a + b)', 0, 1],
    ['(1 - a) + a * b', 0, 1],
    ['a + MIN(MAX(x / y, 0), 1)', 0, 2],
  ])('%s lies from %f to %f', (text, low, high) => {
    expect(range(text)).toEqual({ low, high });
  });

  it('says nothing of other terms', () => {
    for (const text of ['a * b', '1 - a', 'a / b + c', 'EXP(a) + b']) expect(range(text)).toBeUndefined();
    expect(
      shareRange(term('a + b'), (key) => (key === 'a' ? { low: 0, high: 1 } : undefined)),
    ).toBeUndefined();
  });

  it('holds every value inside the corners', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          const found = range('a * (1 - b) + b * (a - 2 * b * 0)');
          const value = a * (1 - b) + b * a;
          expect(value).toBeGreaterThanOrEqual((found?.low ?? 1) - 1e-12);
          expect(value).toBeLessThanOrEqual((found?.high ?? 0) + 1e-12);
        },
      ),
    );
  });
});
