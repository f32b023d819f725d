import { column } from '../numeric/matrix.js';
import type { Seed } from '../random/stream.js';
import type { CorrelationSample } from '../sensitivity/correlation-samples.js';
import type { Regressors, Scale } from '../sensitivity/regression.js';
import { sortOrder } from '../statistics/ranks.js';
import { SHARES } from './concern.js';
import { firstRows, withDummies } from './rank-partials.js';

/** All that a report needs of a sample's inputs, made once for all outcomes. */
export interface PreparedSample {
  readonly sample: CorrelationSample;
  /** Places of each input's values in ascending order, shape [k][n]. */
  readonly orders: readonly Int32Array[];
  /** The first runs, by growing shares; the last are all. */
  readonly parts: readonly Regressors[];
  readonly dummies: Regressors;
}

/** Prepares a sample for reports. */
export function prepareSample(
  sample: CorrelationSample,
  categorical: readonly boolean[],
  scale: Scale,
  seed: Seed,
): PreparedSample {
  const { inputs, rows, regressors } = sample;
  return {
    sample,
    orders: Array.from({ length: inputs.columns }, (_, j) => sortOrder(column(inputs, j))),
    parts: SHARES.map((share) =>
      share === 1 ? regressors : firstRows(inputs, categorical, Math.floor(rows.length * share), scale),
    ),
    dummies: withDummies(inputs, categorical, scale, seed),
  };
}
