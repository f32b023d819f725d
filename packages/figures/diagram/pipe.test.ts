import { describe, expect, it } from 'vitest';
import { boxAround } from './geometry.js';
import { pipe, upright } from './pipe.js';

const stock = { form: 'box', box: boxAround({ x: 0, y: 0 }, 100, 60) } as const;

describe('pipe', () => {
  it('begins at the edge of the stock it drains, wherever in it the file begins', () => {
    const drawn = pipe(
      [
        { x: 0, y: 0 },
        { x: 200, y: 0 },
      ],
      stock,
      undefined,
    );
    expect(drawn?.points[0]?.x).toBeCloseTo(50, 3);
    expect(drawn?.points.at(-1)).toEqual({ x: 200, y: 0 });
  });

  it('ends at the edge of the stock it fills, heading into it', () => {
    const points = [
      { x: -200, y: 100 },
      { x: 0, y: 100 },
      { x: 0, y: 0 },
    ];
    const drawn = pipe(points, undefined, stock);
    expect(drawn?.points.at(-1)?.y).toBeCloseTo(30, 3);
    expect(drawn?.heading).toBeCloseTo(-Math.PI / 2);
    expect(drawn?.lineEnd.y).toBeGreaterThan(30);
  });

  it('stays as it is where it touches no stock', () => {
    const points = [
      { x: 100, y: 100 },
      { x: 100, y: 300 },
    ];
    expect(pipe(points, stock, stock)?.points).toEqual(points);
    expect(pipe([{ x: 1, y: 1 }], undefined, undefined)).toBeUndefined();
  });
});

describe('upright', () => {
  it('follows the stretch that the valve stands on', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 100 },
    ];
    expect(upright(points, { x: 50, y: 0 })).toBe(false);
    expect(upright(points, { x: 100, y: 60 })).toBe(true);
  });
});
