import { column, type Matrix, matrix } from '../numeric/matrix.js';
import type { Seed } from '../random/stream.js';
import { failure, type Result, success } from '../result.js';
import { type Design, designFromUnit } from './design.js';
import { type Experiment, lawsOf } from './input.js';
import { owenScramble } from './owen-scramble.js';
import { SOBOL_DIMENSIONS, sobolDirections, sobolInteger } from './sobol-sequence.js';

/** Which Sobol' points. */
export interface SobolOptions {
  /** `owen`: nested uniform scrambling, the default. `none`: the sequence itself, from the origin on. */
  readonly scramble?: 'none' | 'owen';
  /** Number of the scrambling; 1 where nothing is said. */
  readonly replicate?: number;
}

/** The first points of a Sobol' sequence, shape [points x dimensions]; dimensions at most SOBOL_DIMENSIONS. */
export function sobolUnit(
  points: number,
  dimensions: number,
  seed: Seed,
  options: SobolOptions = {},
): Matrix {
  const unit = matrix(points, dimensions);
  const place = sobolPlace(dimensions, seed, options);
  for (let j = 0; j < dimensions; j += 1) {
    const values = column(unit, j);
    for (let i = 0; i < points; i += 1) values[i] = place(j, i);
  }
  return unit;
}

/** Coordinate j of point i of a Sobol' sequence, for any i below 2^32. */
export function sobolPlace(
  dimensions: number,
  seed: Seed,
  options: SobolOptions = {},
): (dimension: number, point: number) => number {
  const directions = sobolDirections(dimensions);
  const scramble =
    options.scramble === 'none'
      ? (_dimension: number, integer: number) => integer / 2 ** 32
      : owenScramble(seed, options.replicate ?? 1);
  return (dimension, point) => scramble(dimension, sobolInteger(directions, dimension, point));
}

/** Whether a number is a power of two from 1 to 2^31. */
export function isPowerOfTwo(count: number): boolean {
  return (
    Number.isInteger(count) && count >= 1 && count <= 2 ** 31 && 2 ** Math.round(Math.log2(count)) === count
  );
}

/**
 * Sobol' points; the first one is kept, as the balance of the whole rests on it.
 *
 * @param runs - n, a power of two.
 * @errors bad-size where n is no power of two; too-many-dimensions above SOBOL_DIMENSIONS; those of the inputs.
 * @source Joe and Kuo 2008; Owen 2020, On dropping the first Sobol' point.
 */
export function sobolPoints(
  experiment: Experiment,
  runs: number,
  options: SobolOptions = {},
): Result<Design> {
  const laws = lawsOf(experiment);
  if (!laws.ok) return laws;
  const fault = sobolFault(runs, experiment.inputs.length);
  if (!fault.ok) return fault;
  const unit = sobolUnit(runs, experiment.inputs.length, experiment.seed, options);
  const blocks = { kind: 'points', nested: true } as const;
  return success(designFromUnit({ kind: 'sobol-points', experiment, blocks }, laws.value, unit));
}

/** Whether so many points of so many dimensions can be had. */
export function sobolFault(points: number, dimensions: number): Result<true> {
  if (!isPowerOfTwo(points))
    return failure('bad-size', `${points} is no power of two: Sobol' points balance only at powers of two.`);
  return dimensions > SOBOL_DIMENSIONS
    ? failure(
        'too-many-dimensions',
        `${dimensions} dimensions asked for; the sequence has ${SOBOL_DIMENSIONS}.`,
      )
    : success(true);
}
