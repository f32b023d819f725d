import { describe, expect, test } from 'vitest';
import { drawRandom, type RandomBuiltin } from './random-table.js';
import { streamOf } from './stream.js';

const COUNT = 40_000;

/** Draws of one call at consecutive steps. */
function draws(name: RandomBuiltin, parameters: readonly number[], count = COUNT): readonly number[] {
  return Array.from({ length: count }, (_, step) => drawRandom(name, 1234, 11, 22, step, parameters));
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
function moments(values: readonly number[]) {
  const average = mean(values);
  const central = (power: number): number => mean(values.map((x) => (x - average) ** power));
  const sd = Math.sqrt(central(2));
  return { average, sd, skew: central(3) / sd ** 3, tail: central(4) / sd ** 4 };
}

/** Standard normal distribution function, by Simpson's rule over its density. */
function normalBelow(x: number): number {
  const steps = 400;
  const h = x / steps;
  let sum = 0;
  for (let k = 0; k <= steps; k += 1) {
    sum += (k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2) * Math.exp(-((k * h) ** 2) / 2);
  }
  return 0.5 + (h / 3) * (sum / Math.sqrt(2 * Math.PI));
}

/** Largest distance between a distribution function and that of the draws (Kolmogorov and Smirnov), times the root of their count. */
function distance(values: readonly number[], below: (x: number) => number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const largest = sorted.reduce((most, x, index) => {
    const expected = below(x);
    const here = Math.max(
      Math.abs(expected - index / sorted.length),
      Math.abs(expected - (index + 1) / sorted.length),
    );
    return Math.max(most, here);
  }, 0);
  return largest * Math.sqrt(sorted.length);
}

/** Exceeded by chance in one of some 700 tests. */
const KOLMOGOROV_LIMIT = 1.9;

describe('continuous distributions have their distribution functions', () => {
  const cases: readonly (readonly [RandomBuiltin, readonly number[], (x: number) => number])[] = [
    ['random', [-2, 6], (x) => (x + 2) / 8],
    ['random_uniform', [-2, 6, 5], (x) => (x + 2) / 8],
    ['exprnd', [3], (x) => 1 - Math.exp(-x / 3)],
    ['random_exponential', [0, 1e9, 2, 3], (x) => 1 - Math.exp(-(x - 2) / 3)],
    // Cut off at 2 and 5, which are quantiles 0 and 1 - 1/e of the whole.
    ['random_exponential', [2, 5, 2, 3], (x) => (1 - Math.exp(-(x - 2) / 3)) / (1 - Math.exp(-1))],
    ['random_triangular', [-9, 9, 0, 1, 4], (x) => (x < 1 ? (x * x) / 4 : 1 - ((4 - x) * (4 - x)) / 12)],
    ['normal', [5, 2], (x) => normalBelow((x - 5) / 2)],
    // Mean 2 and standard deviation 3: variance of the logarithm ln(1 + 9/4), its mean ln 2 - half of that.
    [
      'lognormal',
      [2, 3],
      (x) => normalBelow((Math.log(x) - Math.log(2) + Math.log(3.25) / 2) / Math.sqrt(Math.log(3.25))),
    ],
    ...[
      [-1, 2],
      [-9, 0.2],
      [0.5, 3],
      [3, 9],
      [3, 3.2],
      [-9, -2.5],
      [-0.3, 0.4],
    ].map(([low = 0, high = 0]): readonly [RandomBuiltin, readonly number[], (x: number) => number] => [
      'random_normal',
      [10 + 2 * low, 10 + 2 * high, 10, 2],
      (x) => (normalBelow((x - 10) / 2) - normalBelow(low)) / (normalBelow(high) - normalBelow(low)),
    ]),
  ];
  test.each(cases)('%s %j', (name, parameters, below) => {
    expect(distance(draws(name, parameters), below)).toBeLessThan(KOLMOGOROV_LIMIT);
  });
});

test('the normal distribution has its moments, its tails included', () => {
  const { average, sd, skew, tail } = moments(draws('normal', [0, 1], 200_000));
  // Five standard errors: 1, 1/sqrt 2, sqrt 6, sqrt 24, each over the root of the count.
  expect(Math.abs(average)).toBeLessThan(5 / Math.sqrt(200_000));
  expect(Math.abs(sd - 1)).toBeLessThan(3.6 / Math.sqrt(200_000));
  expect(Math.abs(skew)).toBeLessThan(12.3 / Math.sqrt(200_000));
  expect(Math.abs(tail - 3)).toBeLessThan(24.5 / Math.sqrt(200_000));
});

test('LOGNORMAL has the mean and the standard deviation that it is given', () => {
  const { average, sd } = moments(draws('lognormal', [10, 2], 100_000));
  expect(average).toBeCloseTo(10, 1);
  expect(sd).toBeCloseTo(2, 1);
});

test.each([0.3, 4, 9.9, 10, 37, 5000])('POISSON(%d) has the probabilities of its distribution', (lambda) => {
  const values = draws('poisson', [lambda]);
  expect(values.every((x) => Number.isInteger(x) && x >= 0)).toBe(true);
  const { average, sd, skew } = moments(values);
  const root = Math.sqrt(COUNT);
  expect(Math.abs(average - lambda)).toBeLessThan((5 * Math.sqrt(lambda)) / root);
  // Variance of the variance: (lambda + 2 lambda^2) / n.
  expect(Math.abs(sd * sd - lambda)).toBeLessThan((5 * Math.sqrt(lambda + 2 * lambda * lambda)) / root);
  expect(Math.abs(skew - 1 / Math.sqrt(lambda))).toBeLessThan(0.25);
  // Chi squared over the values that are not rare.
  const probability = (k: number): number => {
    let log = -lambda;
    for (let i = 1; i <= k; i += 1) log += Math.log(lambda / i);
    return Math.exp(log);
  };
  const cells = Array.from({ length: Math.ceil(lambda * 2 + 20) }, (_, k) => k).filter(
    (k) => probability(k) * COUNT > 20,
  );
  const seen = new Map<number, number>();
  for (const x of values) seen.set(x, (seen.get(x) ?? 0) + 1);
  const chi = cells.reduce((sum, k) => {
    const expected = probability(k) * COUNT;
    return sum + ((seen.get(k) ?? 0) - expected) ** 2 / expected;
  }, 0);
  expect(chi).toBeLessThan(cells.length + 5 * Math.sqrt(2 * cells.length));
});

test('RANDOM POISSON is a stretched and cut POISSON', () => {
  const values = draws('random_poisson', [10, 30, 4, 10, 2], 2000);
  expect(values.every((x) => x >= 10 && x <= 30 && x % 2 === 0)).toBe(true);
  expect(Math.abs(mean(values) - 18)).toBeLessThan((5 * 4) / Math.sqrt(2000));
  expect(draws('random_poisson', [1000, 2000, 4, 0, 1], 1)).toEqual([Number.NaN]);
});

test('parameters that make no distribution give no number', () => {
  expect(draws('normal', [0, -1], 1)).toEqual([Number.NaN]);
  expect(draws('lognormal', [-1, 1], 1)).toEqual([Number.NaN]);
  expect(draws('poisson', [-1], 1)).toEqual([Number.NaN]);
  expect(draws('poisson', [Number.POSITIVE_INFINITY], 1)).toEqual([Number.NaN]);
  expect(draws('random_normal', [2, 1, 0, 1], 1)).toEqual([Number.NaN]);
  expect(draws('poisson', [0], 3)).toEqual([0, 0, 0]);
  expect(draws('normal', [3, 0], 2)).toEqual([3, 3]);
});

test('a normal distribution cut off far out in its tail stays within its bounds', () => {
  for (const x of draws('random_normal', [30, 31, 0, 1], 200)) {
    expect(x).toBeGreaterThanOrEqual(30);
    expect(x).toBeLessThanOrEqual(31);
  }
  // Beyond 30 the tail falls off with rate 30: its mean is about 1/30 above the bound.
  expect(mean(draws('random_normal', [30, 31, 0, 1], 2000))).toBeCloseTo(30 + 1 / 30, 2);
});

describe('streams', () => {
  const first = (seed: number, a: number, b: number, own: number, step: number): number =>
    streamOf(seed, a, b, own, step).next();
  const own = Number.NaN;

  test('a number depends on seed, call, own seed and step, and on nothing drawn before', () => {
    const reference = first(1, 2, 3, own, 4);
    expect(first(1, 2, 3, own, 4)).toBe(reference);
    const others = [
      first(2, 2, 3, own, 4),
      first(1, 3, 3, own, 4),
      first(1, 2, 4, own, 4),
      first(1, 2, 3, 0, 4),
      first(1, 2, 3, 1, 4),
      first(1, 2, 3, own, 5),
      first(1, 2, 3, own, 4 + 2 ** 32),
    ];
    expect(new Set([reference, ...others]).size).toBe(8);
  });

  test('the numbers of a step differ, and those of neighbouring steps are not correlated', () => {
    const stream = streamOf(1, 2, 3, own, 0);
    expect(new Set(Array.from({ length: 1000 }, () => stream.next())).size).toBe(1000);
    const values = draws('random', [0, 1]);
    const lagged = mean(values.slice(1).map((x, k) => (x - 0.5) * ((values[k] ?? 0) - 0.5)));
    expect(Math.abs(lagged * 12)).toBeLessThan(5 / Math.sqrt(COUNT));
  });
});
