import { describe, expect, it } from 'vitest';
import { didYouMean, nearestNames } from './nearest-names.js';

describe('nearestNames', () => {
  it('finds slips of the pen, whatever the case and separators', () => {
    expect(nearestNames('prosecution_cultur', ['prosecution_culture', 'demand'])).toEqual([
      'prosecution_culture',
    ]);
    expect(nearestNames('Crim Record Obstacl', ['crim_record_obstacle'])).toEqual(['crim_record_obstacle']);
  });

  it('puts the nearest first and keeps to the number asked for', () => {
    const known = ['rates', 'rate', 'crate', 'prate', 'grate'];
    expect(nearestNames('rate', known)[0]).toBe('rate');
    expect(nearestNames('rate', known, 2)).toHaveLength(2);
  });

  it('offers names that hold what was typed', () => {
    expect(nearestNames('expungement', ['pctExpungement', 'demand'])).toEqual(['pctExpungement']);
  });

  it('offers nothing where nothing is near', () => {
    expect(nearestNames('zebra', ['demand', 'price'])).toEqual([]);
    expect(didYouMean('zebra', ['demand'])).toBeUndefined();
  });

  it('makes a question', () => {
    expect(didYouMean('demnd', ['demand'])).toBe('Did you mean `demand`?');
    expect(didYouMean('ab', ['ac', 'ad', 'ae'])).toBe('Did you mean `ac`, `ad` or `ae`?');
  });
});
