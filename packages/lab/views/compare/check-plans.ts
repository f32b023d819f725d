import type { LabRanges, LabStudy } from '../../models/lab-study.js';
import type { LabState } from '../../state/lab-state.js';

/** Another assumption under which every cell is counted again. */
export interface CheckPlan {
  readonly id: string;
  readonly label: string;
  readonly ranges: LabRanges;
  /** Corrections of the check's model. */
  readonly corrections: readonly string[];
}

/** The id of ranges that are a check of narrower ones. */
const WIDE = 'wide';

/**
 * The checks behind every cell: wide ranges, and every inferred correction that can be put in force beside those that
 * are.
 */
export function checkPlans(
  study: LabStudy,
  { corrections, ranges }: Pick<LabState, 'corrections' | 'ranges'>,
): readonly CheckPlan[] {
  const chosen = study.ranges.find(({ id }) => id === ranges) ?? study.ranges[0];
  const wide = study.ranges.find(({ id }) => id === WIDE);
  if (chosen === undefined) return [];
  const wider: readonly CheckPlan[] =
    wide === undefined || wide.id === chosen.id
      ? []
      : [{ id: WIDE, label: `Ranges: ${wide.label}`, ranges: wide, corrections }];
  const excluded = (id: string): boolean =>
    study.corrections.some(
      (one) => corrections.includes(one.id) && (one.id === id || one.conflicts.includes(id)),
    );
  const readings = study.corrections
    .filter(({ id, status, conflicts }) => {
      return (
        status === 'inferred' && !excluded(id) && !conflicts.some((other) => corrections.includes(other))
      );
    })
    .map(
      ({ id, title }): CheckPlan => ({
        id,
        label: title,
        ranges: chosen,
        corrections: study.corrections
          .map((one) => one.id)
          .filter((one) => one === id || corrections.includes(one)),
      }),
    );
  // Wide draws take longest: they come last.
  return [...readings, ...wider];
}
