import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PathMeasure, pathMeasure } from './path-measure.js';

const times = [0, 1, 2, 3, 4, 5, 6];
const values = [10, 8, 4, 7, 12, 9, 10];
const measure = (own: PathMeasure) => pathMeasure(times, values, own);

describe('pathMeasure', () => {
  it.each([
    [{ take: 'end' }, 10],
    [{ take: 'end', to: 4 }, 12],
    [{ take: 'increase', from: 2 }, 6],
    [{ take: 'total' }, 50],
    [{ take: 'mean', from: 1, to: 3 }, (6 + 5.5) / 2],
    [{ take: 'mean', from: 3, to: 3 }, 7],
    [{ take: 'peak' }, 12],
    [{ take: 'peak-time' }, 4],
    [{ take: 'peak-time', to: 3 }, 0],
    [{ take: 'trough' }, 4],
    [{ take: 'trough-time' }, 2],
    [{ take: 'swing' }, 8],
    [{ take: 'swing', from: 4 }, 1],
    [{ take: 'swing', from: 0, to: 2 }, 0],
    [{ take: 'recovery' }, 4],
    [{ take: 'recovery', share: 0.4 }, 0],
    [{ take: 'recovery', share: 0.7 }, 3],
    [{ take: 'recovery', from: 4, share: 0.9 }, Number.POSITIVE_INFINITY],
    [{ take: 'settling', within: 0.1 }, 5],
    [{ take: 'settling', within: 0.2 }, 4],
    [{ take: 'settling', from: 2, within: 0.6 }, 0],
  ] as const)('%j is %d', (own, wanted) => expect(measure(own)).toBe(wanted));

  it('is not a number where the window is empty or a value is missing', () => {
    expect(measure({ take: 'end', from: 7 })).toBeNaN();
    expect(pathMeasure([0, 1], [1, Number.NaN], { take: 'peak' })).toBeNaN();
  });

  it('measures the rise of a wave as its height', () => {
    const hours = Array.from({ length: 201 }, (_, index) => index / 10);
    const wave = hours.map((hour) => 5 - 3 * Math.cos((2 * Math.PI * hour) / 10));
    expect(pathMeasure(hours, wave, { take: 'swing' })).toBeCloseTo(6, 9);
    expect(pathMeasure(hours, wave, { take: 'peak-time' })).toBe(5);
    expect(pathMeasure(hours, wave, { take: 'mean', to: 20 })).toBeCloseTo(5, 9);
  });

  it('keeps trough, mean and peak in order, and a swing within them', () => {
    const path = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(path, (own) => {
        const at = own.map((_, index) => index);
        const of = (take: PathMeasure['take']) => pathMeasure(at, own, { take });
        expect(of('trough')).toBeLessThanOrEqual(of('peak'));
        expect(of('swing')).toBeLessThanOrEqual(of('peak') - of('trough') + 1e-6);
        expect(of('swing')).toBeGreaterThanOrEqual(Math.max(0, of('increase')) - 1e-6);
        expect(of('mean')).toBeGreaterThanOrEqual(of('trough') - 1e-3);
        expect(of('mean')).toBeLessThanOrEqual(of('peak') + 1e-3);
      }),
    );
  });
});
