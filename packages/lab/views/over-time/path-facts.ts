import { type Shape, shapeOf } from '@weir/figures';
import { areaUnder, measuredPath } from '../../compute/difference-path.js';
import { drawsAt, type PairedTable } from '../../compute/paired-table.js';
import { horizonsOf, monthOf, yearOf } from '../../models/horizons.js';
import type { LabOutcome, LabStudy } from '../../models/lab-study.js';

/** What there is to say of an outcome under a policy over time, in the default run. */
export interface PathFacts {
  readonly shape: Shape;
  /** Changes from the baseline at the study's horizons, in percent or points; NaN where they are not known. */
  readonly changes: readonly { readonly label: string; readonly change: number }[];
  /** More or fewer person-years than under the baseline until the end of the chart; undefined for what is no people. */
  readonly personYears: number | undefined;
}

/** The facts of a policy's path, from a table of the default run. */
export function pathFacts(
  table: PairedTable,
  policy: number,
  outcome: LabOutcome,
  study: LabStudy,
): PathFacts {
  const { start } = study.time;
  const times = table.times.map((time) => time - start);
  const changes = measuredPath(table, 0, policy, outcome, 'percent');
  const final = study.rests ? changeAtRest(table, policy, outcome) : changes[changes.length - 1];
  const year = yearOf(study);
  const difference = measuredPath(table, 0, policy, outcome, 'difference');
  return {
    shape: shapeOf(times, changes, final, monthOf(study)),
    changes: horizonsOf(study).all.map(({ at, label }) => ({
      label,
      change: at === 'long' ? (final ?? Number.NaN) : (changes[nearest(times, at)] ?? Number.NaN),
    })),
    personYears:
      outcome.kind === 'people' && year !== undefined ? areaUnder(times, difference) / year : undefined,
  };
}

function changeAtRest(table: PairedTable, policy: number, outcome: LabOutcome): number | undefined {
  const value = drawsAt(table, policy, 'rest', outcome.key)[0] ?? Number.NaN;
  const base = drawsAt(table, 0, 'rest', outcome.key)[0] ?? Number.NaN;
  if (outcome.kind === 'share') return (value - base) * 100;
  return base === 0 ? undefined : 100 * (value / base - 1);
}

/** Place of a time among the saved ones; beyond the last one, none. */
function nearest(times: readonly number[], time: number): number {
  return times.findIndex((one) => Math.abs(one - time) < 1e-6);
}
