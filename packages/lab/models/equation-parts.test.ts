import { describe, expect, it } from 'vitest';
import { equationParts } from './equation-parts.js';

const known = new Set<string>(['people_inside', 'stay', 'a"b']);
const parts = (text: string) => equationParts(text, (key) => known.has(key));

describe('equationParts', () => {
  it('finds variables among functions, numbers and operators', () => {
    expect(parts('MIN(People_inside / Stay, 1e3)')).toEqual([
      { text: 'MIN(' },
      { text: 'People inside', key: 'people_inside' },
      { text: ' / ' },
      { text: 'Stay', key: 'stay' },
      { text: ', 1e3)' },
    ]);
  });

  it('reads quoted names', () => {
    expect(parts('"a\\"b" + 2').map(({ key }) => key)).toEqual(['a"b', undefined]);
  });

  it('gives back every letter of an equation without variables', () => {
    expect(parts('TIME * 2 ^ PI')).toEqual([{ text: 'TIME * 2 ^ PI' }]);
    expect(parts('')).toEqual([]);
  });
});
