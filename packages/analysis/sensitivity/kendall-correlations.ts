import { column, take } from '../numeric/matrix.js';
import { failure, type Result, success } from '../result.js';
import { kendallTau } from '../statistics/kendall.js';
import type { Table } from '../table/table.js';
import { type Admission, isConstantOutput, usableRuns } from '../table/usable-runs.js';
import { type Undefined, undefinedIndex } from './index-cell.js';

/** Kendall's tau b of one input with one outcome; without unit. */
export interface Kendall {
  readonly kind: 'value';
  readonly tau: number;
}

/** Kendall's tau b of all inputs with one outcome. */
export interface OutcomeKendall {
  readonly outcome: string;
  readonly runs: number;
  /** Shape [k]. */
  readonly cells: readonly (Kendall | Undefined)[];
}

/**
 * Kendall's tau b of every input with every outcome: how much likelier two runs agree in order than disagree.
 *
 * @errors wrong-design for a design whose runs depend on each other.
 * @source Kendall 1945, The treatment of ties in ranking problems.
 */
export function kendallCorrelations(
  table: Table,
  options: Admission = {},
): Result<readonly OutcomeKendall[]> {
  const { design, outcomes, outputs } = table;
  if (design.blocks.kind !== 'points')
    return failure(
      'wrong-design',
      `Runs of a ${design.kind} design depend on each other: correlations need a sample.`,
    );
  return success(
    outcomes.map((outcome, m) => {
      const { rows } = usableRuns(table, m, options);
      const y = take(column(outputs, m), rows);
      const reason = rows.length < 2 ? 'too-few-runs' : isConstantOutput(y) ? 'constant-output' : undefined;
      const cells = design.names.map((_, j): Kendall | Undefined => {
        if (reason !== undefined) return undefinedIndex(reason);
        if (design.categorical[j] === true) return undefinedIndex('categorical-input');
        const tau = kendallTau(take(column(design.inputs, j), rows), y);
        return tau === undefined ? undefinedIndex('constant-input') : { kind: 'value', tau };
      });
      return { outcome, runs: rows.length, cells };
    }),
  );
}
