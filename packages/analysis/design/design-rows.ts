import type { Law } from '../distributions/distribution.js';
import { valueAt } from '../distributions/law.js';
import { column, type Matrix, matrix } from '../numeric/matrix.js';
import { permutation, stream, streamKey } from '../random/stream.js';
import { failure, type Result, success } from '../result.js';
import type { DesignKind } from './design.js';
import { haltonFault, haltonPlace } from './halton.js';
import { type Experiment, lawsOf } from './input.js';
import { placeIn } from './latin-hypercube.js';
import { type ExperimentId, experimentIdOf, type RunId, runIdsOf } from './run-id.js';
import { sobolFault, sobolPlace } from './sobol-points.js';

/** Designs of single points, whose runs can be made by index, without the others. */
export type PointDesign = Extract<DesignKind, 'halton' | 'latin-hypercube' | 'monte-carlo' | 'sobol-points'>;

/** Some runs of a design, one after another. */
export interface DesignBlock {
  /** Shape [count]. */
  readonly runs: readonly RunId[];
  /** Values of the inputs, shape [count x k]; never -0. */
  readonly inputs: Matrix;
}

/** A design whose runs are made when they are asked for: nothing of shape [n x k] is held, strata excepted. */
export interface DesignRows {
  readonly id: ExperimentId;
  /** n. */
  readonly count: number;
  /** Runs first to first + count - 1, bit for bit those of the whole design. */
  block(first: number, count: number): DesignBlock;
}

/** Most strata of a Latin hypercube, n x k: four bytes each, half a gigabyte in all. */
const MOST_STRATA = 2 ** 27;

/**
 * The strata of a Latin hypercube: which of n strata each run takes in each input, shape [n x k], column by column.
 * The one part of a design that cannot be made run by run.
 *
 * @param hold - Memory for them, of n x k numbers, such as one that threads share; new where nothing is given.
 * @errors bad-size above 2^27 numbers: use random, Sobol' or Halton points, which need no memory.
 */
export function latinStrata(
  { seed, inputs }: Experiment,
  runs: number,
  hold: (count: number) => Int32Array = (count) => new Int32Array(count),
): Result<Int32Array> {
  if (!Number.isInteger(runs) || runs < 1) return failure('bad-size', 'The number of runs is not 1 or more.');
  if (runs * inputs.length > MOST_STRATA)
    return failure(
      'bad-size',
      `A Latin hypercube of ${runs} runs and ${inputs.length} inputs does not fit in memory; random, Sobol' and Halton points are made run by run.`,
    );
  const strata = hold(runs * inputs.length);
  const key = streamKey(seed, 'design/permutation');
  for (let j = 0; j < inputs.length; j += 1) strata.set(permutation(runs, stream(key, j)), j * runs);
  return success(strata);
}

/**
 * The runs of `monteCarlo`, `sobolPoints`, `haltonPoints` or `latinHypercube`, by index.
 *
 * @param runs - n.
 * @param strata - Of a Latin hypercube, from {@link latinStrata}; made anew where nothing is given.
 * @errors Those of the design asked for, and of {@link latinStrata}.
 */
export function designRows(
  kind: PointDesign,
  experiment: Experiment,
  runs: number,
  strata?: Int32Array,
): Result<DesignRows> {
  const laws = lawsOf(experiment);
  if (!laws.ok) return laws;
  const units = unitRows(kind, experiment, runs, strata);
  if (!units.ok) return units;
  const id = experimentIdOf(kind, experiment);
  return success({
    id,
    count: runs,
    block: (first, count) => {
      const inputs = valuesOf(laws.value, units.value(first, count));
      return { runs: runIdsOf(id, inputs, first), inputs };
    },
  });
}

/** Places in the unit cube, shape [count x k]. */
type UnitRows = (first: number, count: number) => Matrix;

function unitRows(
  kind: PointDesign,
  experiment: Experiment,
  runs: number,
  given: Int32Array | undefined,
): Result<UnitRows> {
  const { seed, inputs } = experiment;
  const k = inputs.length;
  switch (kind) {
    case 'monte-carlo': {
      if (!Number.isInteger(runs) || runs < 1)
        return failure('bad-size', 'The number of runs is not 1 or more.');
      const key = streamKey(seed, 'design/jitter');
      return success((first, count) => {
        const unit = matrix(count, k);
        for (let i = 0; i < count; i += 1) {
          const draws = stream(key, first + i);
          for (let j = 0; j < k; j += 1) unit.data[j * count + i] = draws.next();
        }
        return unit;
      });
    }
    case 'sobol-points': {
      const fault = sobolFault(runs, k);
      return fault.ok ? success(byPlace(k, sobolPlace(k, seed))) : fault;
    }
    case 'halton': {
      const fault = haltonFault(runs, k);
      return fault.ok ? success(byPlace(k, haltonPlace(k, seed))) : fault;
    }
    case 'latin-hypercube': {
      const made = given === undefined ? latinStrata(experiment, runs) : success(given);
      if (!made.ok) return made;
      const strata = made.value;
      const key = streamKey(seed, 'design/jitter');
      return success((first, count) => {
        const unit = matrix(count, k);
        for (let j = 0; j < k; j += 1) {
          const draws = stream(key, j, first);
          const values = column(unit, j);
          for (let i = 0; i < count; i += 1)
            values[i] = placeIn(strata[j * runs + first + i] ?? 0, runs, draws.next());
        }
        return unit;
      });
    }
  }
}

const byPlace =
  (k: number, place: (dimension: number, point: number) => number): UnitRows =>
  (first, count) => {
    const unit = matrix(count, k);
    for (let j = 0; j < k; j += 1) {
      const values = column(unit, j);
      for (let i = 0; i < count; i += 1) values[i] = place(j, first + i);
    }
    return unit;
  };

function valuesOf(laws: readonly Law[], unit: Matrix): Matrix {
  const inputs = matrix(unit.rows, unit.columns);
  for (const [j, law] of laws.entries()) {
    const from = column(unit, j);
    const to = column(inputs, j);
    for (let i = 0; i < unit.rows; i += 1) to[i] = valueAt(law, from[i] ?? 0);
  }
  return inputs;
}
