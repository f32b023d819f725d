import { drawsAt, type PairedTable } from '../../compute/paired-table.js';
import type { LabOutcome } from '../../models/lab-study.js';

/** In how many draws each policy gives the lowest number of an outcome. */
export interface LowestCount {
  readonly outcome: LabOutcome;
  /** Draws in which every policy finished. */
  readonly draws: number;
  /** By the place of the policy; draws with several lowest count for each of them. */
  readonly counts: readonly number[];
}

/** Relative difference up to which two values are the same. */
const SAME = 1e-9;

/** Counts, for each outcome, the draws in which a policy gives the lowest number; all policies, the baseline among them. */
export function lowestCounts(
  table: PairedTable,
  time: number | 'rest',
  columns: readonly LabOutcome[],
): readonly LowestCount[] {
  return columns.map((outcome) => {
    const values = Array.from({ length: table.policies }, (_, policy) =>
      drawsAt(table, policy, time, outcome.key),
    );
    const counts = values.map(() => 0);
    let draws = 0;
    for (let row = 0; row < table.rows; row += 1) {
      const all = values.map((column) => column[row] ?? Number.NaN);
      if (!all.every(Number.isFinite)) continue;
      draws += 1;
      const lowest = Math.min(...all);
      for (const [policy, value] of all.entries()) {
        if (value - lowest <= SAME * Math.abs(lowest)) counts[policy] = (counts[policy] ?? 0) + 1;
      }
    }
    return { outcome, draws, counts };
  });
}
