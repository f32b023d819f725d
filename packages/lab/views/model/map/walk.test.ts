import type { Scene } from '@weir/figures';
import { canonicalName } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { pipeWidth } from './pipe-width.js';
import { flowBeside, stockTowards } from './walk.js';

function stock(name: string, x: number, y: number): Scene['nodes'][number] {
  return {
    kind: 'stock',
    variable: canonicalName(name),
    name,
    outline: { form: 'box', box: { x: x - 70, y: y - 38, width: 140, height: 76 } },
    side: 'center',
    label: {
      lines: [name],
      x,
      y,
      anchor: 'middle',
      size: 14,
      lineHeight: 17,
      box: { x: x - 50, y: y - 10, width: 100, height: 20 },
    },
    color: '#000000',
  };
}

/** a b / c d: two rows. */
const scene: Scene = {
  bounds: { x: 0, y: 0, width: 800, height: 600 },
  frames: [],
  notes: [],
  links: [],
  flows: [],
  nodes: [stock('a', 100, 100), stock('b', 500, 120), stock('c', 100, 400), stock('d', 500, 400)],
};

describe('stockTowards', () => {
  it.each([
    ['a', 'right', 'b'],
    ['b', 'left', 'a'],
    ['a', 'down', 'c'],
    ['d', 'up', 'b'],
    ['a', 'left', 'a'],
    ['c', 'down', 'c'],
  ] as const)('from %s %s to %s', (from, way, to) => {
    expect(stockTowards(scene, from, way)).toBe(to);
  });
});

describe('flowBeside', () => {
  it('goes round the flows of a stock', () => {
    const round = ['in', 'out', 'aside'];
    expect(flowBeside(round, 'in', 1)).toBe('out');
    expect(flowBeside(round, 'aside', 1)).toBe('in');
    expect(flowBeside(round, 'in', -1)).toBe('aside');
    expect(flowBeside(round, 'stock', 1)).toBe('in');
    expect(flowBeside(round, 'stock', -1)).toBe('aside');
    expect(flowBeside([], 'stock', 1)).toBeUndefined();
  });
});

describe('pipeWidth', () => {
  it('grows with the root of a rate, whatever its sign', () => {
    expect(pipeWidth(0, 100)).toBe(3);
    expect(pipeWidth(100, 100)).toBe(12);
    expect(pipeWidth(-100, 100)).toBe(12);
    expect(pipeWidth(25, 100)).toBe(7.5);
    expect(pipeWidth(Number.NaN, 100)).toBe(3);
    expect(pipeWidth(1, 0)).toBe(3);
  });
});
