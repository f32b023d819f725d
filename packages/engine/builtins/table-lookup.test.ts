import type { GraphicalFunction } from '@weir/model';
import { expect, test } from 'vitest';
import { lookUp, lookupTable } from './table-lookup.js';

const points = { x: [0, 1, 3], y: [10, 20, 0] };
const at = (type: GraphicalFunction['type'], x: number): number =>
  lookUp(lookupTable({ type, ...points }), x);

test.each([
  ['continuous', -1, 10],
  ['continuous', 0, 10],
  ['continuous', 0.5, 15],
  ['continuous', 1, 20],
  ['continuous', 2, 10],
  ['continuous', 3, 0],
  ['continuous', 9, 0],
  ['extrapolate', -1, 0],
  ['extrapolate', 3, 0],
  ['extrapolate', 4, -10],
  ['discrete', -1, 10],
  ['discrete', 0.99, 10],
  ['discrete', 1, 20],
  ['discrete', 2.99, 20],
  ['discrete', 3, 0],
] as const)('%s at %d is %d', (type, x, expected) => {
  expect(at(type, x)).toBe(expected);
});

test('one point, no points and NaN', () => {
  expect(lookUp(lookupTable({ type: 'extrapolate', x: [1], y: [5] }), 7)).toBe(5);
  expect(lookUp(lookupTable({ type: 'continuous', x: [], y: [] }), 7)).toBeNaN();
  expect(at('continuous', Number.NaN)).toBeNaN();
});
