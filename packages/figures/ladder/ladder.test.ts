import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSummary, checkWord } from './check-words.js';
import { type DirectionCounts, directionCounts } from './direction-counts.js';
import { rungOf } from './rung.js';
import { agreementText, outOfHundred, rungSentence, rungWord } from './rung-words.js';

/** Counts of draws that are lower, the same and higher by these sizes, and of draws that failed. */
function counts(lower: number[], same: number[], higher: number[], failed = 0): DirectionCounts {
  const values = [
    ...lower.map((size) => 1000 * (1 - size / 100)),
    ...same.map((size) => 1000 * (1 + size / 100)),
    ...higher.map((size) => 1000 * (1 + size / 100)),
    ...Array.from({ length: failed }, () => Number.NaN),
  ];
  return directionCounts(
    values,
    values.map(() => 1000),
    'people',
  );
}

const times = (count: number, size: number): number[] => Array.from({ length: count }, () => size);

describe('directionCounts', () => {
  it('counts failed draws as attempted, and as nothing else', () => {
    const found = counts(times(80, 5), [], times(10, 5), 10);
    expect(found).toMatchObject({ attempted: 100, finished: 90, lower: 80, same: 0, higher: 10 });
  });

  it('has a dead band of half a percent, of half a point for shares, and of 5 people under 10', () => {
    const direction = (value: number, baseline: number, kind: 'people' | 'share') => {
      const { lower, same, higher } = directionCounts([value], [baseline], kind);
      return [lower, same, higher].join('');
    };
    expect(direction(1004.9, 1000, 'people')).toBe('010');
    expect(direction(1005.1, 1000, 'people')).toBe('001');
    expect(direction(0.404, 0.4, 'share')).toBe('010');
    expect(direction(0.394, 0.4, 'share')).toBe('100');
    expect(direction(4.9, 9.9, 'people')).toBe('010');
    expect(direction(15.1, 9.9, 'people')).toBe('001');
    expect(direction(0, 0, 'people')).toBe('010');
  });

  it('does not depend on the order of the draws', () => {
    const pair = fc.tuple(fc.double({ min: 1, max: 1e5 }), fc.double({ min: 1, max: 1e5 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), (pairs) => {
        const of = (list: typeof pairs) =>
          directionCounts(
            list.map(([value]) => value),
            list.map(([, baseline]) => baseline),
            'people',
          );
        expect(of([...pairs].reverse())).toEqual(of(pairs));
      }),
      { seed: 7 },
    );
  });
});

describe('rungOf', () => {
  it('has no word under 100 draws', () => {
    const rung = rungOf(counts(times(99, 5), [], []));
    expect(rung.kind).toBe('counting');
    expect(rungWord(rung, 200)).toBe('Counting, 99 of 200');
  });

  it('has a word from 80 of 100 attempted on, and is mixed below', () => {
    expect(rungOf(counts(times(80, 5), [], times(20, 5)))).toMatchObject({
      kind: 'word',
      direction: 'lower',
      agreement: 'most',
      size: 'moderate',
      isBorderline: true,
    });
    expect(rungOf(counts(times(80, 5), [], [], 21)).kind).toBe('mixed');
    expect(rungOf(counts(times(79, 5), [], times(21, 5)))).toMatchObject({
      kind: 'mixed',
      isBorderline: true,
    });
  });

  it('says nearly all from 95 on, and borderline within 3 points of a threshold', () => {
    const lower = (count: number) => rungOf(counts(times(count, 5), [], times(100 - count, 5)));
    expect(lower(95)).toMatchObject({ agreement: 'nearly all', isBorderline: true });
    expect(lower(94)).toMatchObject({ agreement: 'most', isBorderline: true });
    expect(lower(92)).toMatchObject({ agreement: 'most', isBorderline: false });
    expect(lower(98)).toMatchObject({ agreement: 'nearly all', isBorderline: false });
  });

  it('takes the size from the agreeing draws: slight, moderate, large, unclear', () => {
    const size = (sizes: number[]) => {
      const rung = rungOf(counts(sizes, [], []));
      return rung.kind === 'word' ? rung.size : undefined;
    };
    expect(size(times(100, 1.9))).toBe('slight');
    expect(size(times(100, 2))).toBe('moderate');
    expect(size(times(100, 9.9))).toBe('moderate');
    expect(size(times(100, 10.001))).toBe('large');
    expect(size([...times(20, 1), ...times(60, 5), ...times(20, 12)])).toBe('unclear');
    expect(rungOf(counts([], times(100, 0.1), []))).not.toHaveProperty('size');
  });
});

describe('checkWord', () => {
  const lower = rungOf(counts(times(100, 5), [], []));

  it('holds with the same word, reverses with more than half the other way, weakens else', () => {
    expect(checkWord(lower, counts(times(90, 5), [], times(10, 5)))).toBe('holds');
    expect(checkWord(lower, counts(times(49, 5), [], times(51, 5)))).toBe('reverses');
    expect(checkWord(lower, counts(times(50, 5), [], times(50, 5)))).toBe('weakens');
    expect(checkWord(lower, counts([], times(100, 0), []))).toBe('weakens');
  });

  it('counts failed draws against a reversal', () => {
    expect(checkWord(lower, counts([], [], times(60, 5), 60))).toBe('weakens');
  });

  it('has no word where the cell has none, or the check has too few draws', () => {
    expect(checkWord(rungOf(counts(times(50, 5), [], times(50, 5))), counts(times(100, 5), [], []))).toBe(
      undefined,
    );
    expect(checkWord(lower, counts(times(50, 5), [], []))).toBe(undefined);
  });

  it('shows the worst, and how often', () => {
    expect(checkSummary(['holds', 'weakens', 'reverses'])).toEqual({ word: 'reverses', count: 1, total: 3 });
    expect(checkSummary(['holds', 'weakens', 'weakens'])).toEqual({ word: 'weakens', count: 2, total: 3 });
    expect(checkSummary(['holds', 'holds'])).toEqual({ word: 'holds', count: 2, total: 2 });
    expect(checkSummary([])).toBe(undefined);
  });
});

describe('words', () => {
  it('gives 0 and 100 of 100 only where exact', () => {
    expect([
      outOfHundred(299, 300),
      outOfHundred(1, 300),
      outOfHundred(300, 300),
      outOfHundred(0, 300),
    ]).toEqual([99, 1, 100, 0]);
  });

  it('names a cell as the design does', () => {
    const rung = rungOf(counts([], [], times(100, 5)));
    expect(rungSentence(rung, { word: 'reverses', count: 1, total: 3 })).toBe(
      'higher in 100 of 100 runs, moderate; reverses in 1 of 3 checks',
    );
    expect(agreementText(rungOf(counts(times(20, 1), times(12, 0), times(68, 3))))).toBe(
      '20 lower, 12 about the same, 68 higher of 100',
    );
  });
});
