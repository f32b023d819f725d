import { column, fromColumns, take } from '../numeric/matrix.js';
import { type Result, success } from '../result.js';
import { factor, solve } from '../statistics/cholesky.js';
import { correlationMatrix, dot, products, standardized } from '../statistics/correlation-matrix.js';
import { rank } from '../statistics/ranks.js';
import type { Table } from '../table/table.js';
import { isConstantOutput } from '../table/usable-runs.js';
import { correlationSamples, type SampleOptions } from './correlation-samples.js';
import { type Undefined, undefinedIndex } from './index-cell.js';

/** Below this share of its variance the others explain the outcome completely. */
const NOTHING_LEFT = 1e-12;

/** What the other inputs leave of the ranks of an input and of an outcome: their correlation is the PRCC. */
export interface RankResiduals {
  readonly kind: 'value';
  /** Rows of the table, shape [n]. */
  readonly rows: Int32Array;
  /** Residual ranks of the input, shape [n], standardized. */
  readonly input: Float64Array;
  /** Residual ranks of the outcome, shape [n], standardized. */
  readonly outcome: Float64Array;
}

/**
 * The residuals behind one partial rank correlation.
 *
 * @param outcome - Number of the outcome.
 * @param input - Number of the input.
 * @errors As `correlations`.
 */
export function rankResiduals(
  table: Table,
  outcome: number,
  input: number,
  options: SampleOptions = {},
): Result<RankResiduals | Undefined> {
  const runs = correlationSamples(table, 'rank', options);
  if (!runs.ok) return runs;
  const own = runs.value[outcome];
  if (own === undefined) throw new RangeError(`no outcome ${outcome}`);
  const { regressors, rows } = own.sample;
  const place = regressors.places[input];
  if (place === undefined) throw new RangeError(`no input ${input}`);
  if (regressors.runs < regressors.varied.size + 2) return success(undefinedIndex('too-few-runs'));
  if (typeof place !== 'number')
    return success(
      undefinedIndex(
        place.reason,
        place.with.map((other) => table.design.names[other] ?? ''),
      ),
    );
  const values = take(column(table.outputs, outcome), rows);
  const { columns } = regressors;
  if (isConstantOutput(values)) return success(undefinedIndex('constant-output'));
  const others = fromColumns(
    columns.rows,
    Array.from({ length: columns.columns }, (_, j) => j)
      .filter((j) => j !== place)
      .map((j) => column(columns, j)),
  );
  const { lower } = factor(correlationMatrix(others));
  const left = (of: Float64Array): Float64Array => {
    const weights = solve(lower, products(others, of));
    const rest = of.slice();
    for (const [j, weight] of weights.entries()) {
      const from = column(others, j);
      for (let i = 0; i < rest.length; i += 1) rest[i] = (rest[i] ?? 0) - weight * (from[i] ?? 0);
    }
    return rest;
  };
  const ofInput = left(column(columns, place));
  const ofOutcome = left(standardized(rank(values).ranks));
  if (dot(ofOutcome, ofOutcome) < NOTHING_LEFT) return success(undefinedIndex('zero-residual'));
  return success({ kind: 'value', rows, input: standardized(ofInput), outcome: standardized(ofOutcome) });
}
