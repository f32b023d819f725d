import { column, element, type Matrix, matrix, setElement } from '../numeric/matrix.js';
import { permutation, type Seed, stream, streamKey } from '../random/stream.js';
import { failure, type Result, success } from '../result.js';
import { factor, invertLower } from '../statistics/cholesky.js';
import { correlationMatrix, standardized } from '../statistics/correlation-matrix.js';
import { normalQuantile } from '../statistics/normal.js';
import { rank, sortOrder } from '../statistics/ranks.js';

/** A wanted rank correlation of two inputs. */
export interface SpearmanTarget {
  readonly between: readonly [string, string];
  /** Above -1 and below 1. */
  readonly spearman: number;
}

/**
 * Rearranges the values of each column so that ranks correlate as wanted; the set of values of a column stays.
 * Pairs that are not named get rank correlation 0.
 *
 * @param unit - Shape [n x k], n > k.
 * @errors bad-target, no-such-column, too-few-runs
 * @source Iman and Conover 1982, A distribution-free approach to inducing rank correlation; Spearman targets are
 * turned into those of normal scores by 2 sin(pi r / 6) (Pearson 1907).
 */
export function imposeCorrelation(
  unit: Matrix,
  names: readonly string[],
  targets: readonly SpearmanTarget[],
  seed: Seed,
): Result<Matrix> {
  const k = unit.columns;
  if (unit.rows <= k + 1) return failure('too-few-runs', 'Correlations need more runs than inputs.');
  const wanted = matrix(k, k);
  for (let j = 0; j < k; j += 1) setElement(wanted, j, j, 1);
  for (const { between, spearman } of targets) {
    const [a, b] = between.map((name) => names.indexOf(name));
    if (a === undefined || b === undefined || a < 0 || b < 0)
      return failure('no-such-column', `No pair of inputs is named ${between.join(', ')}.`, between);
    if (a === b || !(Math.abs(spearman) < 1))
      return failure('bad-target', `${spearman} is no rank correlation of two inputs.`, between);
    const score = 2 * Math.sin((Math.PI * spearman) / 6);
    setElement(wanted, a, b, score);
    setElement(wanted, b, a, score);
  }
  const target = factor(wanted);
  if (target.basis.length < k)
    return failure(
      'bad-target',
      'The wanted correlations contradict each other.',
      targets.flatMap((t) => t.between),
    );
  const scores = normalScores(unit.rows, k, seed);
  const drawn = factor(correlationMatrix(scores));
  if (drawn.basis.length < k) return failure('too-few-runs', 'Correlations need more runs than inputs.');
  const inverse = invertLower(drawn.lower);
  const map = matrix(k, k);
  for (let i = 0; i < k; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let value = 0;
      for (let s = j; s <= i; s += 1) value += element(target.lower, i, s) * element(inverse, s, j);
      setElement(map, i, j, value);
    }
  const arranged = matrix(unit.rows, k);
  const mixed = new Float64Array(unit.rows);
  for (let j = 0; j < k; j += 1) {
    mixed.fill(0);
    for (let s = 0; s <= j; s += 1) {
      const weight = element(map, j, s);
      const from = column(scores, s);
      for (let i = 0; i < unit.rows; i += 1) mixed[i] = (mixed[i] ?? 0) + weight * (from[i] ?? 0);
    }
    const sorted = column(unit, j).slice().sort();
    const to = column(arranged, j);
    for (const [place, row] of sortOrder(mixed).entries()) to[row] = sorted[place] ?? 0;
  }
  return success(arranged);
}

/** Normal scores in a random order for each column, centered and of norm 1. */
function normalScores(runs: number, columns: number, seed: Seed): Matrix {
  const made = matrix(runs, columns);
  const key = streamKey(seed, 'design/scores');
  for (let j = 0; j < columns; j += 1) {
    const order = permutation(runs, stream(key, j));
    const values = Float64Array.from(order, (place) => normalQuantile((place + 1) / (runs + 1)));
    column(made, j).set(standardized(values));
  }
  return made;
}

/** Spearman correlations of all pairs of columns, shape [k x k]; columns must vary. */
export function spearmanMatrix(of: Matrix): Matrix {
  const ranked = matrix(of.rows, of.columns);
  for (let j = 0; j < of.columns; j += 1) column(ranked, j).set(standardized(rank(column(of, j)).ranks));
  return correlationMatrix(ranked);
}
