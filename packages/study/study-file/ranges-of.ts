import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { didYouMean } from '../names/nearest-names.js';
import type { BoundRanges } from './ranges-bound.js';

/**
 * A range set of a study, by id.
 *
 * @errors `unknown-ranges`.
 */
export function rangesOf({ bound, study }: PreparedStudy, id: string): Outcome<BoundRanges> {
  const found = bound.ranges.get(id);
  if (found !== undefined) return reached(found);
  const known = [...bound.ranges.keys()];
  const message =
    known.length === 0
      ? `The study \`${study.id}\` has no ranges.`
      : `There is no set of ranges \`${id}\` in this study.`;
  const hint =
    known.length === 0
      ? 'Add a `ranges` section to its study.yaml; docs/study-file.md shows one.'
      : `${didYouMean(id, known) ?? ''} The sets are ${known.join(', ')}.`.trim();
  return refused([{ code: 'unknown-ranges', severity: 'error', message, hint }]);
}
