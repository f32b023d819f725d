import { describe, expect, it } from 'vitest';
import { comparisonOf, RUNS, runOf, STUDY } from '../testing/small-study.js';
import { joinResults, outcomeNamed, policyChange, sourceOf } from './comparison.js';
import { agreement, likePrinted, readPrinted } from './printed.js';
import { publishedResults } from './published.js';

describe('joinResults', () => {
  const results = joinResults(STUDY, comparisonOf(RUNS));

  it('joins runs by scenario id, in the order of the study, whatever their own order', () => {
    const ids = results.policies.map((policy) => policy.scenario.id);
    expect(ids).toEqual(['one', 'two', 'again']);
    for (const policy of results.policies) expect(policy.run.scenario).toBe(policy.scenario.id);
  });

  it('draws a second reading in the style of the first, not filled', () => {
    const [, first, second] = results.policies;
    expect(second?.readingOf).toBe('two');
    expect(second?.style).toEqual({ ...first?.style, hollow: true });
  });

  it('works out changes from the runs', () => {
    const outcome = outcomeNamed(results, 'people');
    const [one] = results.policies;
    expect(outcome && one && policyChange(results, one, outcome)?.value).toBeCloseTo(9.978, 3);
  });

  it('leaves out scenarios without a run and refuses a missing baseline', () => {
    expect(joinResults(STUDY, comparisonOf(RUNS.slice(2))).policies.map((p) => p.scenario.id)).toEqual([
      'one',
    ]);
    expect(() => joinResults(STUDY, comparisonOf([runOf('one', {})]))).toThrow(/baseline/);
  });

  it('names all runs as the source', () => {
    expect(sourceOf(results)).toMatchObject({
      weir: '0.0.1',
      runs: { now: 'id-of-now', again: 'id-of-again' },
      limits: 'A test, not a forecast.',
    });
  });
});

describe('printed figures', () => {
  it.each([
    ['20,697', 20697.539, 'cut off'],
    ['9,920', 9919.765, 'rounded'],
    ['80%', 0.80054, 'rounded'],
    ['40%', 0.3985, 'rounded'],
    ['1.5', 1.56, 'cut off'],
    ['9,921', 9919.765, 'different'],
    ['9919.765287548746', 9919.765287548753, 'close'],
  ] as const)('%s beside %d: %s', (text, value, expected) => {
    const printed = readPrinted(text);
    if (printed === undefined) throw new Error('not read');
    expect(agreement(value, printed)).toBe(expected);
  });

  it('reads percent into shares and writes them back', () => {
    const printed = readPrinted('85%');
    expect(printed).toMatchObject({ value: 0.85, factor: 100, decimals: 0 });
    expect(printed && likePrinted(0.80054, printed, 2)).toBe('80.05%');
    expect(readPrinted('1-2 million')).toBeUndefined();
  });

  it('says nothing about rows without a value', () => {
    const results = joinResults(STUDY, comparisonOf(RUNS));
    const table = STUDY.published[0];
    const rows = table === undefined ? [] : publishedResults(results, table);
    expect(rows.map((row) => row.agreement)).toEqual(['rounded', 'rounded', undefined]);
  });
});
