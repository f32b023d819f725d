import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, boxAround, centreOf, enclose, grow, holds, within } from './geometry.js';

const rectangle = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  width: fc.integer({ min: 0, max: 300 }),
  height: fc.integer({ min: 0, max: 300 }),
});

describe('enclose', () => {
  it('holds every corner of what it encloses', () => {
    fc.assert(
      fc.property(fc.array(rectangle, { minLength: 1 }), (rectangles) => {
        const all = enclose(rectangles);
        expect(all).toBeDefined();
        for (const { x, y, width, height } of rectangles) {
          expect(all !== undefined && holds(all, { x, y })).toBe(true);
          expect(all !== undefined && holds(all, { x: x + width, y: y + height })).toBe(true);
        }
      }),
    );
  });

  it('has nothing to say about nothing', () => {
    expect(enclose([])).toBeUndefined();
  });
});

describe('outlines', () => {
  it('stand around their center', () => {
    const centre = { x: 10, y: 20 };
    expect(centreOf({ form: 'box', box: boxAround(centre, 8, 6) })).toEqual(centre);
    expect(centreOf({ form: 'disc', centre, radius: 3 })).toEqual(centre);
    expect(boundsOf({ form: 'disc', centre, radius: 3 })).toEqual({ x: 7, y: 17, width: 6, height: 6 });
  });

  it('count a margin as inside where asked to', () => {
    const disc = { form: 'disc', centre: { x: 0, y: 0 }, radius: 5 } as const;
    expect(within(disc, { x: 6, y: 0 })).toBe(false);
    expect(within(disc, { x: 6, y: 0 }, 1)).toBe(true);
    expect(grow(boxAround({ x: 0, y: 0 }, 2, 2), 1)).toEqual(boxAround({ x: 0, y: 0 }, 4, 4));
  });
});
