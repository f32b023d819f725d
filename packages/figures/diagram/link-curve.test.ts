import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, type Outline } from './geometry.js';
import { linkCurve } from './link-curve.js';

const disc = (x: number, y: number, radius = 8): Outline => ({ form: 'disc', centre: { x, y }, radius });

describe('linkCurve', () => {
  it('is straight without an angle, and from edge to edge', () => {
    const curve = linkCurve(disc(0, 0), disc(100, 0));
    expect(curve?.arc).toBeUndefined();
    expect(curve?.heading).toBeCloseTo(0);
    expect(curve?.from.x).toBeGreaterThan(8);
    expect(curve?.from.x).toBeLessThan(12);
    expect(curve?.to.x).toBeLessThan(92);
    expect(curve?.to.x).toBeGreaterThan(88);
  });

  it('is straight where the angle is that of the straight line', () => {
    expect(linkCurve(disc(0, 0), disc(0, -100), 90)?.arc).toBeUndefined();
  });

  it('leaves at the angle of the file, counter-clockwise, and bends back', () => {
    // 45 degrees up on the screen, towards a point to the right: the arc passes above the chord, clockwise.
    const curve = linkCurve(disc(0, 0), disc(200, 0), 45);
    expect(curve?.arc?.clockwise).toBe(true);
    expect(curve?.heading).toBeGreaterThan(0);
    const top = Math.min(...(curve?.samples ?? []).map((point) => point.y));
    expect(top).toBeCloseTo(-100 * Math.tan(Math.PI / 8), 0);
    const below = linkCurve(disc(0, 0), disc(200, 0), 315);
    expect(below?.arc?.clockwise).toBe(false);
  });

  it('keeps every point on one circle and out of both ends', () => {
    const place = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(place, place, fc.integer({ min: 0, max: 359 }), (x, y, angle) => {
        fc.pre(Math.hypot(x, y) > 60);
        const curve = linkCurve(disc(0, 0), disc(x, y), angle);
        if (curve === undefined) return;
        const { from, to, arc, samples } = curve;
        expect(distance(from, { x: 0, y: 0 })).toBeGreaterThan(8);
        expect(distance(to, { x, y })).toBeGreaterThan(8);
        expect(distance(from, to)).toBeLessThanOrEqual(2 * (arc?.radius ?? Number.POSITIVE_INFINITY) + 1e-6);
        for (const point of samples) {
          expect(Number.isFinite(point.x) && Number.isFinite(point.y)).toBe(true);
        }
      }),
    );
  });

  it('draws nothing between shapes that touch', () => {
    expect(linkCurve(disc(0, 0, 20), disc(10, 0, 20))).toBeUndefined();
  });
});
