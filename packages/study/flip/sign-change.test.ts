import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOOKS, type SearchPoint, type SearchRange, signChanges } from './sign-change.js';

const along = (functions: readonly ((value: number) => number)[]) => (points: readonly SearchPoint[]) =>
  points.map(({ range, value }) => functions[range]?.(value) ?? Number.NaN);
const wide: SearchRange = { start: 0, low: -1, high: 1 };

describe('signChanges', () => {
  it('finds a root wherever it lies', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.boolean(), (size, below) => {
        const root = below ? -size : size;
        const [found] = signChanges([wide], along([(value) => Math.sign(root) * (value - root)])) ?? [];
        if (found?.kind !== 'changes') throw new Error('no change');
        expect(Math.abs(found.at - root)).toBeLessThan(1e-10);
        expect(found.within).toBeLessThan(1e-10);
      }),
    );
  });

  it('takes the nearer of two roots', () => {
    const [found] = signChanges([wide], along([(value) => (value + 0.3) * (0.5 - value)])) ?? [];
    expect(found).toMatchObject({ kind: 'changes', at: expect.closeTo(-0.3, 9) });
  });

  it('searches ranges apart from one another', () => {
    const ranges = [wide, { start: 0, low: 0, high: 4 }, wide];
    const found = signChanges(ranges, along([(value) => 1 + value * value, (value) => 3 - value, () => 2]));
    expect(found).toMatchObject([
      { kind: 'holds' },
      { kind: 'changes', at: expect.closeTo(3, 8) },
      { kind: 'holds' },
    ]);
  });

  it('says from where there is no value', () => {
    const [found] = signChanges([wide], along([(value) => (value > 0.5 ? Number.NaN : 1)])) ?? [];
    expect(found).toMatchObject({ kind: 'unknown' });
    if (found?.kind === 'unknown') expect(Math.abs(found.from - 0.5)).toBeLessThanOrEqual(1 / LOOKS);
  });

  it('does not take an end of all difference for a reversal', () => {
    expect(signChanges([wide], along([(value) => Math.max(0, 0.5 - value)]))).toEqual([{ kind: 'holds' }]);
  });

  it('has no answer where there is no difference to begin with', () => {
    expect(signChanges([wide], along([(value) => value]))).toBeUndefined();
    expect(signChanges([wide], along([() => Number.NaN]))).toBeUndefined();
    expect(signChanges([], along([]))).toEqual([]);
  });
});
