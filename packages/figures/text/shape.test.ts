import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeOf } from './shape.js';

const months = (count: number): number[] => Array.from({ length: count }, (_, month) => month);
const path = (count: number, change: (month: number) => number) => ({
  times: months(count),
  changes: months(count).map(change),
});
const nameOf = ({ times, changes }: ReturnType<typeof path>, final?: number): string =>
  shapeOf(times, changes, final).name;

describe('shapeOf', () => {
  it('is a slow start where the change stays in the dead band for 6 months', () => {
    expect(nameOf(path(120, (month) => (month < 8 ? 0.2 : -5)))).toBe('slow start');
    expect(nameOf(path(120, (month) => (month < 3 ? 0.2 : -5)))).toBe('steady');
  });

  it('is opposite at first where the change passes the dead band against its final sign', () => {
    expect(nameOf(path(120, (month) => (month < 8 ? 0.6 : -5)))).toBe('opposite at first');
  });

  it('is an overshoot where the peak is more than a quarter over the final change', () => {
    expect(nameOf(path(120, (month) => (month < 24 ? (4.8 * month) / 24 : 2.2)))).toBe('overshoot');
    expect(nameOf(path(120, (month) => (month < 24 ? (2.7 * month) / 24 : 2.2)))).toBe('steady');
  });

  it('is temporary where the change leaves the dead band and comes back', () => {
    expect(nameOf(path(120, (month) => (month > 10 && month < 40 ? 3 : 0.1)))).toBe('temporary');
    expect(nameOf(path(120, () => 0.3))).toBe('no change');
  });

  it('judges by a final change beyond the path where it is given', () => {
    const rising = path(60, (month) => month / 12);
    expect(nameOf(rising, 2)).toBe('overshoot');
    expect(nameOf(rising, 10)).toBe('slow start');
  });

  it('gives the time from which 90 % has come and stays, and none within the dead band', () => {
    const { times, changes } = path(101, (month) => -month / 10);
    expect(shapeOf(times, changes).ninety).toBe(90);
    expect(shapeOf(times, changes).peak).toEqual({ time: 100, change: -10 });
    expect(
      shapeOf(
        times,
        times.map(() => 0.2),
      ).ninety,
    ).toBe(undefined);
  });

  it('is the same for a path turned upside down', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2 }), (changes) => {
        const times = months(changes.length);
        const turned = changes.map((change) => -change);
        expect(shapeOf(times, turned).name).toBe(shapeOf(times, changes).name);
      }),
      { seed: 3 },
    );
  });
});
