import { expect, it } from 'vitest';
import { fromColumns } from '../numeric/matrix.js';
import { codeOf, sound } from '../testing/experiments.js';
import { givenDesign } from './given-design.js';

const runs = {
  names: ['a', 'b'],
  keys: ['x', 'y'],
  inputs: fromColumns(2, [
    [1, -0],
    [3, 4],
  ]),
};

it('keys are run ids, and context is part of the identity', () => {
  const design = sound(givenDesign(runs));
  expect(design.runs).toEqual(['x', 'y']);
  expect(Object.is(design.inputs.data[1], 0)).toBe(true);
  expect(sound(givenDesign({ ...runs, context: 'other' })).id).not.toBe(design.id);
});

it('refuses what cannot be joined', () => {
  expect(codeOf(givenDesign({ ...runs, keys: ['x', 'x'] }))).toBe('duplicate-run');
  expect(codeOf(givenDesign({ ...runs, names: ['a', 'a'] }))).toBe('duplicate-name');
  expect(codeOf(givenDesign({ ...runs, keys: ['x'] }))).toBe('shape-mismatch');
  const broken = fromColumns(2, [
    [1, Number.NaN],
    [3, 4],
  ]);
  expect(codeOf(givenDesign({ ...runs, inputs: broken }))).toBe('bad-value');
});
