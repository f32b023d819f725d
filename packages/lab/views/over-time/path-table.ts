import type { DataTable } from '@weir/figures';
import { measuredPath, type PathMeasure } from '../../compute/difference-path.js';
import type { PairedTable } from '../../compute/paired-table.js';
import type { LabOutcome, LabStudy } from '../../models/lab-study.js';
import { measureText } from './path-words.js';
import type { ShownPolicies } from './policies-shown.js';

/** The numbers of a chart over time: a row a save, a column a policy. */
export function pathTable(
  single: PairedTable,
  shown: ShownPolicies,
  outcome: LabOutcome,
  measure: PathMeasure,
  study: LabStudy,
): DataTable {
  const paths = shown.all.map((_, policy) => measuredPath(single, 0, policy, outcome, measure));
  return {
    id: 'over-time',
    caption: `${outcome.label}, default run, ${measure}`,
    columns: [
      { key: study.time.units || 'time', label: study.time.units || 'time' },
      ...shown.all.map(({ id, short }) => ({ key: id, label: short })),
    ],
    rows: single.times.map((time, at) => [
      { value: time - study.time.start, shown: String(Math.round((time - study.time.start) * 100) / 100) },
      ...paths.map((path) => {
        const value = path[at] ?? Number.NaN;
        return { value, shown: measureText(value, outcome, measure) };
      }),
    ]),
  };
}
