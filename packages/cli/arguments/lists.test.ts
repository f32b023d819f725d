import { expect, it } from 'vitest';
import { idList, numberList, wholeAbove } from './lists.js';

it('lists are read with blanks around their parts', () => {
  expect(idList('a, b')).toEqual(['a', 'b']);
  expect(numberList('0, 12,6e1')).toEqual([0, 12, 60]);
  expect(wholeAbove('1e6')).toBe(1_000_000);
});

it.each([
  () => idList('a,,b'),
  () => idList('a,a'),
  () => numberList('12,x'),
  () => numberList('-1'),
  () => wholeAbove('0'),
  () => wholeAbove('1.5'),
  () => wholeAbove('many'),
])('anything else is refused', (read) => {
  expect(read).toThrow(/Give|named twice/);
});
