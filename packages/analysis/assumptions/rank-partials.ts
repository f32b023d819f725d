import { column, type Matrix, matrix, takeRows } from '../numeric/matrix.js';
import { type Seed, stream, streamKey } from '../random/stream.js';
import { prepareRegressors, type Regressors, regress, type Scale } from '../sensitivity/regression.js';
import { standardized } from '../statistics/correlation-matrix.js';
import { rank } from '../statistics/ranks.js';

/** Extra columns that a model never sees. */
export const DUMMIES = 3;

/** Partial correlations of one output, shape [k]; undefined where they have no value. */
export function partialsOf(
  regressors: Regressors,
  y: Float64Array,
  scale: Scale,
): readonly (number | undefined)[] {
  if (regressors.runs < regressors.varied.size + 2) return regressors.places.map(() => undefined);
  const fit = regress(regressors, standardized(scale === 'rank' ? rank(y).ranks : y));
  return regressors.places.map((place) => {
    const value = typeof place === 'number' ? fit.partial[place] : undefined;
    return fit.exact && value === 0 ? undefined : value;
  });
}

/** The inputs of a sample and three columns that the model never saw, prepared for any output. */
export function withDummies(
  inputs: Matrix,
  categorical: readonly boolean[],
  scale: Scale,
  seed: Seed,
): Regressors {
  const wider = matrix(inputs.rows, inputs.columns + DUMMIES);
  wider.data.set(inputs.data);
  const key = streamKey(seed, 'dummy');
  for (let d = 0; d < DUMMIES; d += 1) {
    const draws = stream(key, d);
    const values = column(wider, inputs.columns + d);
    for (let i = 0; i < inputs.rows; i += 1) values[i] = draws.next();
  }
  return prepareRegressors(wider, categorical, scale);
}

/**
 * Largest absolute partial correlation of columns that the model never saw: the floor of noise.
 *
 * @param dummies - As made by {@link withDummies}.
 */
export function dummyFloor(dummies: Regressors, y: Float64Array, scale: Scale): number | undefined {
  const found = partialsOf(dummies, y, scale).slice(-DUMMIES);
  const sizes = found.flatMap((value) => (value === undefined ? [] : [Math.abs(value)]));
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}

/** The first `size` of the given rows, prepared for any output. */
export function firstRows(
  inputs: Matrix,
  categorical: readonly boolean[],
  size: number,
  scale: Scale,
): Regressors {
  const rows = Int32Array.from({ length: size }, (_, i) => i);
  return prepareRegressors(takeRows(inputs, rows), categorical, scale);
}
