import { column, element, type Matrix, matrix } from '../numeric/matrix.js';
import { permutation, stream, streamKey } from '../random/stream.js';
import { failure, type Result, success } from '../result.js';
import { type Annealing, annealColumns } from './anneal.js';
import { type Design, designFromUnit } from './design.js';
import { imposeCorrelation, type SpearmanTarget } from './iman-conover.js';
import { type Experiment, lawsOf } from './input.js';

/** Beyond plain random pairing of the strata. */
export interface LatinHypercubeOptions {
  /** Points in the middle of their strata instead of at a random place in them. */
  readonly centered?: boolean;
  /** Rank correlations to impose; an empty list removes those that arose by chance. */
  readonly correlate?: readonly SpearmanTarget[];
  /** Exchanges that improve a criterion; after `correlate`, which it would undo, it is refused. */
  readonly anneal?: Annealing;
}

/**
 * Latin hypercube: in every input, each of n strata of equal probability holds exactly one run.
 *
 * @param runs - n, at least 1.
 * @errors bad-size; bad-target where the wanted correlations make no correlation matrix; those of the inputs.
 * @source McKay, Beckman and Conover 1979, A comparison of three methods for selecting values of input variables.
 */
export function latinHypercube(
  experiment: Experiment,
  runs: number,
  options: LatinHypercubeOptions = {},
): Result<Design> {
  const laws = lawsOf(experiment);
  if (!laws.ok) return laws;
  if (!Number.isInteger(runs) || runs < 1) return failure('bad-size', 'The number of runs is not 1 or more.');
  if (options.anneal !== undefined && options.correlate !== undefined)
    return failure('bad-target', 'Annealing would undo imposed correlations: ask for one of them.');
  const { seed, inputs } = experiment;
  let unit = plainHypercube(runs, inputs.length, experiment, options.centered ?? false);
  if (options.correlate !== undefined) {
    const names = inputs.map(({ name }) => name);
    const arranged = imposeCorrelation(unit, names, options.correlate, seed);
    if (!arranged.ok) return arranged;
    unit = arranged.value;
  }
  if (options.anneal !== undefined) {
    const moves = options.anneal.moves ?? 0;
    if (!Number.isInteger(moves) || moves < 0)
      return failure('bad-size', 'The number of moves is not 0 or more.');
    annealColumns(unit, options.anneal, seed);
  }
  const correlated = (options.correlate ?? []).some(({ spearman }) => spearman !== 0);
  const blocks = { kind: 'points', nested: false } as const;
  return success(
    designFromUnit({ kind: 'latin-hypercube', experiment, blocks, correlated }, laws.value, unit),
  );
}

function plainHypercube(runs: number, inputs: number, { seed }: Experiment, centered: boolean): Matrix {
  const unit = matrix(runs, inputs);
  const strata = streamKey(seed, 'design/permutation');
  const jitter = streamKey(seed, 'design/jitter');
  for (let j = 0; j < inputs; j += 1) {
    const order = permutation(runs, stream(strata, j));
    const draws = stream(jitter, j);
    const values = column(unit, j);
    for (let i = 0; i < runs; i += 1) values[i] = placeIn(order[i] ?? 0, runs, centered ? 0.5 : draws.next());
  }
  return unit;
}

/** The place r of stratum s of n, moved inside where rounding leaves it. */
export function placeIn(stratum: number, strata: number, r: number): number {
  const u = (stratum + r) / strata;
  const found = Math.floor(u * strata);
  if (found === stratum) return u;
  const step = 2 ** -53;
  let inside = u;
  for (let tried = 1; Math.floor(inside * strata) !== stratum; tried += 1)
    inside = found > stratum ? u - tried * step : u + tried * step;
  return inside;
}

/**
 * Adds runs to a Latin hypercube so that the whole is one again; the earlier runs keep places, ids and bits.
 *
 * @param design - A Latin hypercube of n runs, without imposed correlations.
 * @param factor - c, a whole number from 2: the result has c n runs, and its first n are those of `design`.
 * @errors wrong-design, bad-size
 * @source Sheikholeslami and Razavi 2017, Progressive Latin Hypercube Sampling, section 2 (nesting by strata).
 */
export function extendLatinHypercube(design: Design, factor: number): Result<Design> {
  const { experiment, unit } = design;
  if (
    design.kind !== 'latin-hypercube' ||
    experiment === undefined ||
    unit === undefined ||
    design.correlated
  )
    return failure(
      'wrong-design',
      'Only a Latin hypercube without imposed correlations can be extended as one.',
    );
  if (!Number.isInteger(factor) || factor < 2) return failure('bad-size', 'The factor is not 2 or more.');
  const laws = lawsOf(experiment);
  if (!laws.ok) return laws;
  const runs = unit.rows * factor;
  const extended = matrix(runs, unit.columns);
  const strata = streamKey(experiment.seed, 'design/permutation');
  const jitter = streamKey(experiment.seed, 'design/jitter');
  for (let j = 0; j < unit.columns; j += 1) {
    const taken = new Set<number>();
    for (let i = 0; i < unit.rows; i += 1) taken.add(Math.floor(element(unit, i, j) * runs));
    const free = Array.from({ length: runs }, (_, s) => s).filter((s) => !taken.has(s));
    if (taken.size !== unit.rows)
      return failure('wrong-design', 'Two runs share a stratum.', [design.names[j] ?? '']);
    // A stream of its own for every size and column.
    const place = runs * unit.columns + j;
    const order = permutation(free.length, stream(strata, place));
    const draws = stream(jitter, place);
    const values = column(extended, j);
    values.set(column(unit, j));
    for (let i = 0; i < free.length; i += 1)
      values[unit.rows + i] = placeIn(free[order[i] ?? 0] ?? 0, runs, draws.next());
  }
  const blocks = { kind: 'points', nested: true } as const;
  return success(designFromUnit({ kind: 'latin-hypercube', experiment, blocks }, laws.value, extended));
}
