import type { PairedTable } from '../../compute/paired-table.js';
import type { LabStudy } from '../../models/lab-study.js';
import type { LabState } from '../../state/lab-state.js';

/** What must stand beside results: model, corrections, runs, ranges, seed. */
export function methodLine(
  study: LabStudy,
  { corrections, ranges, seed }: LabState,
  table: PairedTable | undefined,
): string {
  const chosen = study.ranges.find(({ id }) => id === ranges);
  const runs = table === undefined ? 'no runs yet' : `${table.rows} of ${table.wanted} draws`;
  return [
    `${study.title}${study.version === '' ? '' : ` ${study.version}`}`,
    corrections.length === 0 ? 'as published' : `corrections ${corrections.join(', ')}`,
    `${runs}, the same for every policy`,
    ...(chosen === undefined ? [] : [`ranges: ${chosen.label}`]),
    `seed ${seed}`,
  ].join(' | ');
}
