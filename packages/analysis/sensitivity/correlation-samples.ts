import { type Matrix, takeRows } from '../numeric/matrix.js';
import { failure, type Result, success } from '../result.js';
import type { Table } from '../table/table.js';
import { type Admission, type UsableRuns, usableRuns } from '../table/usable-runs.js';
import { prepareRegressors, type Regressors, type Scale } from './regression.js';

/** Runs that gave a number, and their inputs, ranked and factored once for all outcomes that have the same runs. */
export interface CorrelationSample {
  /** Rows of the table, ascending. */
  readonly rows: Int32Array;
  /** Shape [rows x k]. */
  readonly inputs: Matrix;
  readonly regressors: Regressors;
}

/** The runs of one outcome. */
export interface OutcomeRuns extends UsableRuns {
  readonly sample: CorrelationSample;
}

/** Which runs are taken. */
export interface SampleOptions extends Admission {
  /** Largest share of runs that may have failed; 0.2 where nothing is said. */
  readonly mostFailed?: number;
}

const MOST_FAILED = 0.2;

/**
 * The runs of every outcome, shape [m]. Failed runs are left out before ranking.
 *
 * @errors wrong-design for a design whose runs depend on each other; too-many-failures.
 */
export function correlationSamples(
  table: Table,
  scale: Scale,
  options: SampleOptions,
): Result<readonly OutcomeRuns[]> {
  const { design, outcomes } = table;
  if (design.blocks.kind !== 'points')
    return failure(
      'wrong-design',
      `Runs of a ${design.kind} design depend on each other: correlations need a sample.`,
    );
  const samples: CorrelationSample[] = [];
  const found: OutcomeRuns[] = [];
  for (const [m, outcome] of outcomes.entries()) {
    const usable = usableRuns(table, m, options);
    const { rows, planned } = usable;
    if (planned - rows.length > (options.mostFailed ?? MOST_FAILED) * planned)
      return failure(
        'too-many-failures',
        `${outcome}: ${planned - rows.length} of ${planned} runs gave no number.`,
        [outcome],
      );
    let sample = samples.find((known) => sameRows(known.rows, rows));
    if (sample === undefined) {
      const inputs = rows.length === planned ? design.inputs : takeRows(design.inputs, rows);
      sample = { rows, inputs, regressors: prepareRegressors(inputs, design.categorical, scale) };
      samples.push(sample);
    }
    found.push({ ...usable, sample });
  }
  return success(found);
}

const sameRows = (a: Int32Array, b: Int32Array): boolean =>
  a.length === b.length && a.every((row, i) => row === b[i]);
