import { expect, test } from 'vitest';
import { column, element, fromColumns, take, takeRows } from './matrix.js';

const small = fromColumns(3, [
  [1, 2, 3],
  [4, 5, 6],
]);

test('is stored column by column', () => {
  expect([...small.data]).toEqual([1, 2, 3, 4, 5, 6]);
  expect([...column(small, 1)]).toEqual([4, 5, 6]);
  expect(element(small, 2, 1)).toBe(6);
});

test('a place outside is a broken invariant', () => {
  expect(() => element(small, 3, 0)).toThrow(RangeError);
  expect(() => element(small, 0, 2)).toThrow(RangeError);
});

test('takes rows and values in the order asked for', () => {
  expect([...takeRows(small, [2, 0]).data]).toEqual([3, 1, 6, 4]);
  expect([...take([7, 8, 9], [1, 1, 0])]).toEqual([8, 8, 7]);
});
