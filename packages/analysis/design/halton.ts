import { column, type Matrix, matrix } from '../numeric/matrix.js';
import { permutation, type Seed, stream, streamKey } from '../random/stream.js';
import { failure, type Result, success } from '../result.js';
import { type Design, designFromUnit } from './design.js';
import { type Experiment, lawsOf } from './input.js';

/** Digits that a double holds in base 2. */
const BITS = 53;
const MOST_DIMENSIONS = 1000;

/** Which Halton points. */
export interface HaltonOptions {
  /** `digits`: random permutations of digits, the default. `none`: the sequence itself. */
  readonly scramble?: 'digits' | 'none';
  /** Number of the scrambling; 1 where nothing is said. */
  readonly replicate?: number;
}

/** The first primes. */
export function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  return found;
}

/** The first points of a Halton sequence, shape [points x dimensions]. */
export function haltonUnit(
  points: number,
  dimensions: number,
  seed: Seed,
  options: HaltonOptions = {},
): Matrix {
  const unit = matrix(points, dimensions);
  const place = haltonPlace(dimensions, seed, options);
  for (let j = 0; j < dimensions; j += 1) {
    const values = column(unit, j);
    for (let i = 0; i < points; i += 1) values[i] = place(j, i);
  }
  return unit;
}

/** Coordinate j of point i of a Halton sequence, for any i. */
export function haltonPlace(
  dimensions: number,
  seed: Seed,
  options: HaltonOptions = {},
): (dimension: number, point: number) => number {
  const inverses = primes(dimensions).map((base, j) =>
    options.scramble === 'none' ? plain(base) : scrambled(base, j, seed, options.replicate ?? 1),
  );
  return (dimension, point) => inverses[dimension]?.(point) ?? 0;
}

const plain = (base: number) => (index: number) => {
  let value = 0;
  let share = 1 / base;
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    value += (rest % base) * share;
    share /= base;
  }
  return value;
};

/** A random permutation of the digits at every position, to the end of the double's precision. */
function scrambled(
  base: number,
  dimension: number,
  seed: Seed,
  replicate: number,
): (index: number) => number {
  const key = streamKey(seed, `design/halton/${replicate}`);
  const positions = Math.ceil(BITS / Math.log2(base));
  const digits = Array.from({ length: positions }, (_, d) =>
    permutation(base, stream(key, dimension * 64 + d)),
  );
  return (index) => {
    let value = 0;
    let share = 1 / base;
    let rest = index;
    for (const permuted of digits) {
      value += (permuted[rest % base] ?? 0) * share;
      rest = Math.floor(rest / base);
      share /= base;
    }
    return Math.min(value, 1 - 2 ** -BITS);
  };
}

/**
 * Halton points. Unscrambled, inputs beyond the tenth are strongly correlated for small n.
 *
 * @param runs - n, at least 1.
 * @errors bad-size; too-many-dimensions above 1000; those of the inputs.
 * @source Halton 1960; Owen 2017, A randomized Halton algorithm in R, section 3.
 */
export function haltonPoints(
  experiment: Experiment,
  runs: number,
  options: HaltonOptions = {},
): Result<Design> {
  const laws = lawsOf(experiment);
  if (!laws.ok) return laws;
  const fault = haltonFault(runs, experiment.inputs.length);
  if (!fault.ok) return fault;
  const unit = haltonUnit(runs, experiment.inputs.length, experiment.seed, options);
  const blocks = { kind: 'points', nested: true } as const;
  return success(designFromUnit({ kind: 'halton', experiment, blocks }, laws.value, unit));
}

/** Whether so many points of so many dimensions can be had. */
export function haltonFault(points: number, dimensions: number): Result<true> {
  if (!Number.isInteger(points) || points < 1)
    return failure('bad-size', 'The number of runs is not 1 or more.');
  return dimensions > MOST_DIMENSIONS
    ? failure('too-many-dimensions', `The sequence has ${MOST_DIMENSIONS} dimensions.`)
    : success(true);
}
