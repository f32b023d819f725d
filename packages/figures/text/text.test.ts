import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, changeSize, exactChange, signedSize, sizeWord } from './change.js';
import { directionOf, directionWord } from './direction.js';
import { directionCount, directionSummary } from './direction-summary.js';
import { uncapitalized } from './list.js';
import { exact, fixed, level, people, share } from './number.js';

describe('numbers', () => {
  it.each([
    [9919.765, 'about 9,900'],
    [1412.5, 'about 1,400'],
    [20697.5, 'about 21,000'],
    [99.6, 'about 100'],
    [12.3, 'about 12'],
    [9.99, 'fewer than 10'],
    [0, 'fewer than 10'],
  ])('rounds %d people to %s', (value, text) => {
    expect(people(value)).toBe(text);
  });

  it.each([
    [9919.765287548746, '9,919.765'],
    [0.39851735, '0.398517'],
    [250, '250'],
    [-1234567.5, '\u22121,234,567.500'],
  ])('writes %d in tables as %s', (value, text) => {
    expect(exact(value)).toBe(text);
  });

  it('has a true minus, and none for zero', () => {
    expect(fixed(-5.69, 1)).toBe('\u22125.7');
    expect(fixed(-0.001, 1)).toBe('0.0');
  });

  it('shows shares in whole percent and money with its sign', () => {
    expect(share(0.39852)).toBe('40\u00a0%');
    expect(level(202.65, 'money')).toBe('about $200');
    expect(level(2.346, 'rate')).toBe('about 2.3');
  });
});

describe('changes', () => {
  it.each([
    [100, 94.31, 'people', 'lower', '\u22126\u00a0%', 'moderate'],
    [100, 102.19, 'people', 'higher', '+2\u00a0%', 'moderate'],
    [100, 100.7, 'people', 'higher', 'under 1\u00a0%', 'slight'],
    [100, 100.5, 'rate', 'same', 'under 1\u00a0%', 'slight'],
    [100, 250, 'people', 'higher', 'more than double', 'large'],
    [0.3985, 0.2571, 'share', 'lower', '\u221214 points', 'large'],
    [0.4, 0.411, 'share', 'higher', '+1 point', 'slight'],
  ] as const)('from %d to %d (%s): %s, %s', (before, after, kind, direction, size, word) => {
    const change = changeOf(after, before, kind);
    expect(change?.direction).toBe(direction);
    expect(change && signedSize(change)).toBe(size);
    expect(change && sizeWord(change)).toBe(word);
  });

  it('shows no size for fewer than 10 people, and counts 5 people as about the same', () => {
    const change = changeOf(9, 4, 'people');
    expect(change).toMatchObject({ unit: 'none', direction: 'same' });
    expect(change && changeSize(change)).toBe('size not shown');
    expect(changeOf(9.1, 4, 'people')?.direction).toBe('higher');
  });

  it('has no change from zero', () => {
    expect(changeOf(3, 0, 'rate')).toBeUndefined();
  });

  it('says the direction of the sign, whatever the number', () => {
    const value = fc.double({ min: 10, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, value, (before, after) => {
        const change = changeOf(after, before, 'people');
        if (change === undefined) throw new Error('no change');
        if (change.direction === 'lower') expect(after).toBeLessThan(before);
        if (change.direction === 'higher') expect(after).toBeGreaterThan(before);
        expect(directionOf(change.value)).toBe(change.direction);
        expect(exactChange(change).startsWith('+')).toBe(change.value > 0 && change.value >= 0.0005);
      }),
    );
  });
});

describe('words', () => {
  it('never judges', () => {
    expect((['lower', 'same', 'higher'] as const).map(directionWord)).toEqual([
      'lower',
      'about the same',
      'higher',
    ]);
  });

  it('sums up directions by name and by count', () => {
    const mixed = [
      { name: 'a', direction: 'lower' },
      { name: 'b', direction: 'higher' },
      { name: 'c', direction: 'lower' },
    ] as const;
    expect(directionSummary(mixed)).toBe('lower under a and c, and higher under b');
    expect(directionCount(mixed)).toBe('lower under two, and higher under one');
    expect(directionSummary(mixed.map((one) => ({ ...one, direction: 'higher' })))).toBe(
      'higher under every policy',
    );
  });

  it('keeps names of several words and abbreviations as they are', () => {
    expect(['Full decriminalization', 'Equality Model', 'TSS'].map(uncapitalized)).toEqual([
      'full decriminalization',
      'Equality Model',
      'TSS',
    ]);
  });
});
