import { describe, expect, it } from 'vitest';
import { bridges } from './bridges.js';

const across = [
  { x: 0, y: 50 },
  { x: 100, y: 50 },
];
const down = [
  { x: 40, y: 0 },
  { x: 40, y: 100 },
];

describe('bridges', () => {
  it('finds a crossing once, however many pipes share the lower run', () => {
    const found = bridges(down, [across, across]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ x: 40, y: 50 });
    expect(found[0]?.heading).toBeCloseTo(Math.PI / 2);
  });

  it('leaves junctions and shared runs alone', () => {
    const branch = [
      { x: 40, y: 0 },
      { x: 40, y: 50 },
      { x: 100, y: 50 },
    ];
    expect(bridges(branch, [across])).toEqual([]);
    expect(bridges(across, [across])).toEqual([]);
  });
});
