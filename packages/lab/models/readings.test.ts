import { describe, expect, it } from 'vitest';
import { AS_PUBLISHED, correctionsKey } from './corrections-key.js';
import type { LabCorrection } from './lab-study.js';
import { readingsOf, withReading, withSwitch } from './readings.js';

const correction = (
  id: string,
  status: LabCorrection['status'],
  conflicts: string[] = [],
): LabCorrection => ({
  id,
  title: id,
  what: '',
  why: '',
  evidence: '',
  status,
  conflicts,
});
const all = [
  correction('D1', 'proved'),
  correction('D4a', 'inferred', ['D4b']),
  correction('D4b', 'inferred'),
  correction('D9', 'inferred'),
];

describe('readings', () => {
  it('are inferred corrections that exclude one another, whichever says so', () => {
    expect(readingsOf(all).map(({ answers }) => answers.map(({ id }) => id))).toEqual([['D4a', 'D4b']]);
    expect(readingsOf(all.slice(0, 2))).toEqual([]);
  });

  it('have one answer at most', () => {
    const [reading] = readingsOf(all);
    if (reading === undefined) throw new Error('no reading');
    expect(withReading(['D1', 'D4a'], reading, 'D4b')).toEqual(['D1', 'D4b']);
    expect(withReading(['D1', 'D4a'], reading, undefined)).toEqual(['D1']);
  });
});

describe('withSwitch', () => {
  it('puts off what a correction excludes', () => {
    expect(withSwitch(['D1', 'D4a'], all, 'D4b', true)).toEqual(['D1', 'D4b']);
    expect(withSwitch(['D1', 'D4b'], all, 'D4a', true)).toEqual(['D1', 'D4a']);
    expect(withSwitch(['D1', 'D4b'], all, 'D1', false)).toEqual(['D4b']);
  });
});

describe('correctionsKey', () => {
  it('does not depend on the order of choosing', () => {
    expect(correctionsKey(['D9', 'D1'], all)).toBe('D1+D9');
    expect(correctionsKey(['D1', 'D9'], all)).toBe('D1+D9');
    expect(correctionsKey([], all)).toBe(AS_PUBLISHED);
  });
});
