import type { LabOutcome, LabStudy } from '../../models/lab-study.js';

/**
 * The outcomes to show: those chosen, or the headline ones, in the study's order. A total never stands without the parts
 * that must be read with it.
 */
export function columnsOf(study: LabStudy, chosen: readonly string[]): readonly LabOutcome[] {
  const wanted = new Set(
    chosen.length > 0 ? chosen : study.outcomes.filter(({ headline }) => headline).map(({ id }) => id),
  );
  for (const { total, parts } of study.groups) {
    if (wanted.has(total)) for (const part of parts) wanted.add(part);
  }
  return study.outcomes.filter(({ id }) => wanted.has(id));
}
