import { rungOf } from '@weir/figures';
import type { PairedTable } from '../../compute/paired-table.js';
import type { LabOutcome } from '../../models/lab-study.js';
import { countsAt } from './cell.js';

/** Whether a count of a finished table is within 3 points of a threshold. */
export function isAnyBorderline(
  table: PairedTable | undefined,
  time: number | 'rest',
  policies: number,
  columns: readonly LabOutcome[],
): boolean {
  if (table === undefined) return false;
  for (let policy = 1; policy < policies; policy += 1) {
    for (const outcome of columns) {
      const rung = rungOf(countsAt(table, policy, time, outcome));
      if (rung.kind !== 'counting' && rung.isBorderline) return true;
    }
  }
  return false;
}
