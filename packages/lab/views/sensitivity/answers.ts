import { changeOf } from '@weir/figures';
import { horizonTime } from '../../compute/paired-request.js';
import { drawsAt, type PairedTable } from '../../compute/paired-table.js';
import type { Question } from './question.js';

/** The number asked for, a row each; NaN where a run failed. */
export function answersOf({ study, outcome, measure }: Question, table: PairedTable): Float64Array {
  const time = horizonTime(study, 'long');
  const baseline = drawsAt(table, 0, time, outcome.key);
  if (measure === 'level') return baseline;
  const policy = drawsAt(table, table.policies - 1, time, outcome.key);
  return policy.map(
    (value, row) => changeOf(value, baseline[row] ?? Number.NaN, outcome.kind)?.value ?? Number.NaN,
  );
}
