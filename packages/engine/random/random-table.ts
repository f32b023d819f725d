import {
  exponential,
  lognormal,
  normal,
  poisson,
  triangular,
  truncatedNormal,
  uniform,
} from './distributions.js';
import { type Stream, streamOf } from './stream.js';
import { withinBounds } from './within-bounds.js';

/** Built-ins that draw. */
export type RandomBuiltin =
  | 'exprnd'
  | 'lognormal'
  | 'normal'
  | 'poisson'
  | 'random'
  | 'random_exponential'
  | 'random_normal'
  | 'random_poisson'
  | 'random_triangular'
  | 'random_uniform';

/** How a random built-in draws: its parameters, and after them its own seed, which it may leave out. */
export interface RandomRow {
  /** Number of parameters before the seed. */
  readonly parameters: number;
  draw(stream: Stream, parameters: readonly number[]): number;
}

const row = (
  parameters: number,
  draw: (stream: Stream, a: number, b: number, c: number, d: number, e: number) => number,
): RandomRow => ({
  parameters,
  draw: (stream, [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN, e = Number.NaN]) =>
    draw(stream, a, b, c, d, e),
});

/**
 * Every built-in that draws random numbers.
 *
 * @source OASIS XMILE 1.0, 3.5.2; Vensim, RANDOM functions.
 */
export const RANDOM_ROWS: Readonly<Record<RandomBuiltin, RandomRow>> = {
  exprnd: row(1, exponential),
  lognormal: row(2, lognormal),
  normal: row(2, normal),
  poisson: row(1, poisson),
  random: row(2, uniform),
  random_exponential: row(4, (stream, min, max, shift, stretch) =>
    withinBounds(min, max, () => shift + stretch * exponential(stream, 1)),
  ),
  random_normal: row(4, truncatedNormal),
  random_poisson: row(5, (stream, min, max, mean, shift, stretch) =>
    withinBounds(min, max, () => shift + stretch * poisson(stream, mean)),
  ),
  random_triangular: row(5, (stream, min, max, start, peak, stop) =>
    withinBounds(min, max, () => triangular(stream, start, peak, stop)),
  ),
  random_uniform: row(2, uniform),
};

/** Functions that draw, as generated code calls them: the same for every backend. */
export function drawRandom(
  name: RandomBuiltin,
  seed: number,
  first: number,
  second: number,
  step: number,
  operands: readonly number[],
): number {
  const { parameters, draw } = RANDOM_ROWS[name];
  return draw(streamOf(seed, first, second, operands[parameters] ?? Number.NaN, step), operands);
}
