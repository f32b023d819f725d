import { describe, expect, it, test } from 'vitest';
import { monteCarlo } from '../design/monte-carlo.js';
import { shapleyWalks } from '../design/shapley-walks.js';
import { codeOf, ishigami, sound, unitExperiment } from '../testing/experiments.js';
import { largestDifference } from '../testing/golden.js';
import { tableOf } from '../testing/simulate.js';
import { shapleyEffects, shapleyOfClosed } from './shapley-effects.js';

// Analytic: an interaction is shared equally by its inputs (Owen 2014); golden/sobol_golden.json holds the same.
const ISHIGAMI = [0.4357470231788853, 0.4424111447900409, 0.12184183203107386];
const G = [0, 1, 4.5, 9, 99, 99, 99, 99];
const G_SHAPLEY = [
  0.7515188630643721, 0.21047729370411447, 0.02888045942274197, 0.008771892881969171, 8.787273170045687e-5,
  8.787273170045687e-5, 8.787273170045687e-5, 8.787273170045687e-5,
];

describe('from closed indices', () => {
  it('Ishigami', () => {
    const [first, second, both] = [0.31390519114781146, 0.4424111447900409, 0.24368366406214773];
    const closed = (set: number) =>
      (set & 1 ? first : 0) + (set & 2 ? second : 0) + ((set & 5) === 5 ? both : 0);
    expect(largestDifference(shapleyOfClosed(3, closed), ISHIGAMI)).toBeLessThan(1e-12);
  });

  it('the g-function', () => {
    const parts = G.map((a) => 1 / (3 * (1 + a) ** 2));
    const product = (set: number) =>
      parts.reduce((all, v, j) => ((set >>> j) & 1 ? all * (1 + v) : all), 1) - 1;
    const found = shapleyOfClosed(8, (set) => product(set) / product(255));
    expect(largestDifference(found, G_SHAPLEY)).toBeLessThan(1e-12);
  });
});

test('estimates come near, hold the truth in their intervals, and sum to 1', () => {
  const [found] = sound(shapleyEffects(tableOf(sound(shapleyWalks(unitExperiment(3), 4096)), [ishigami])));
  const cells = (found?.cells ?? []).flatMap((cell) => (cell.kind === 'value' ? [cell] : []));
  expect(
    largestDifference(
      cells.map((cell) => cell.share),
      ISHIGAMI,
    ),
  ).toBeLessThan(0.03);
  expect(cells.reduce((all, { share }) => all + share, 0)).toBeCloseTo(1, 12);
});

test('95 % intervals hold the truth in at least 89 % of 150 repetitions', () => {
  const covered = [0, 0, 0];
  for (let trial = 0; trial < 150; trial += 1) {
    const table = tableOf(sound(shapleyWalks(unitExperiment(3, trial), 256)), [ishigami]);
    for (const [j, cell] of (sound(shapleyEffects(table))[0]?.cells ?? []).entries())
      if (
        cell.kind === 'value' &&
        cell.interval.low <= (ISHIGAMI[j] ?? 0) &&
        (ISHIGAMI[j] ?? 0) <= cell.interval.high
      )
        covered[j] = (covered[j] ?? 0) + 1;
  }
  for (const count of covered) expect(count).toBeGreaterThanOrEqual(134);
});

test('lost walks are counted, and what has no value says why', () => {
  const design = sound(shapleyWalks(unitExperiment(2), 40));
  const after = (failed: number) =>
    shapleyEffects(tableOf(design, [([a = 0]) => a], (run) => (run < failed ? 'crashed' : 'ok')));
  expect(sound(after(1))[0]).toMatchObject({ walks: 39, planned: 40 });
  expect(codeOf(after(30))).toBe('too-many-failures');
  const reason = (walks: number) =>
    sound(shapleyEffects(tableOf(sound(shapleyWalks(unitExperiment(2), walks)), [() => 1])))[0]?.cells[0];
  expect(reason(30)).toMatchObject({ reason: 'constant-output' });
  expect(reason(5)).toMatchObject({ reason: 'too-few-runs' });
  expect(codeOf(shapleyEffects(tableOf(sound(monteCarlo(unitExperiment(1), 5)), [() => 1])))).toBe(
    'wrong-design',
  );
});
