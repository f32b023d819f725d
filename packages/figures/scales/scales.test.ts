import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundZero, covering, fromZero } from './linear.js';
import { spread } from './spread.js';

describe('scales', () => {
  it('puts zero in the middle of differences and at the edge of levels', () => {
    const difference = aroundZero([-8, 16], [0, 100]);
    expect(difference(0)).toBe(50);
    expect(difference.domain).toEqual([-20, 20]);
    expect(difference.ticks).toContain(0);
    const levels = fromZero([9900, 8500], [0, 100]);
    expect(levels(0)).toBe(0);
    expect(levels.domain[1]).toBeGreaterThanOrEqual(9900);
  });

  it('survives a single value and no value', () => {
    expect(covering([3], [0, 10]).domain[0]).toBeLessThan(3);
    expect(fromZero([], [0, 10])(0)).toBe(0);
    expect(aroundZero([0], [0, 10])(0)).toBe(5);
  });
});

describe('spread', () => {
  it('keeps labels apart and inside wherever there is room', () => {
    const wishes = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(wishes, (places) => {
        const sizes = places.map(() => 20);
        const centers = [...spread(places, sizes, 0, 200)].sort((a, b) => a - b);
        for (const [index, center] of centers.entries()) {
          expect(center).toBeGreaterThanOrEqual(10 - 1e-9);
          expect(center).toBeLessThanOrEqual(190 + 1e-9);
          const before = centers[index - 1];
          if (before !== undefined) expect(center - before).toBeGreaterThanOrEqual(20 - 1e-9);
        }
      }),
    );
  });

  it('leaves labels where they are when none touch', () => {
    expect(spread([100, 20], [20, 20], 0, 200)).toEqual([100, 20]);
  });
});
