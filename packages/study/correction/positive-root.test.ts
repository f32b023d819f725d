import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positiveRoot } from './positive-root.js';

describe('positiveRoot', () => {
  it('finds roots of monotone functions, near and far', () => {
    const root = fc.double({ min: 1e-4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(root, root, fc.boolean(), (at, start, falls) => {
        const sign = falls ? -1 : 1;
        const found = positiveRoot((value) => sign * (Math.log(value / at) + (value - at) / at), start);
        expect(Math.abs((found ?? 0) / at - 1)).toBeLessThan(1e-13);
      }),
    );
  });

  it('gives up where nothing changes sign or is a number', () => {
    expect(positiveRoot((value) => 1 + value, 3)).toBeUndefined();
    expect(positiveRoot(() => Number.NaN, 3)).toBeUndefined();
    expect(positiveRoot((value) => (value > 2 ? 1 : Number.NaN), 3)).toBeUndefined();
  });
});
