import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from './nearest.js';

describe('editDistance', () => {
  it.each([
    ['person', 'persom', 1],
    ['population', 'popluation', 1],
    ['abc', 'abcd', 1],
    ['abc', 'ab', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['same', 'same', 0],
  ])('%s and %s are %i apart', (left, right, distance) => {
    expect(editDistance(left, right, 5)).toBe(distance);
  });

  it('stops above its bound, and is symmetric', () => {
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
    const name = fc.stringMatching(/^[abc]{0,7}$/);
    fc.assert(
      fc.property(name, name, (left, right) => {
        const distance = editDistance(left, right, 20);
        expect(editDistance(right, left, 20)).toBe(distance);
        expect(editDistance(left, right, 2)).toBe(Math.min(distance, 3));
      }),
    );
  });
});

describe('nearest', () => {
  it('suggests only what is close', () => {
    expect(nearest('persom', ['month', 'person', 'USD'])).toBe('person');
    expect(nearest('births', ['deaths', 'infection'])).toBeUndefined();
    expect(nearest('x', ['y', 'z'])).toBeUndefined();
    expect(nearest('birth rate', ['death rate', 'birth_rate', 'birth rates'])).toBe('birth_rate');
  });
});
