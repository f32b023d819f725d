import type { LinkTargets } from '@weir/study';
import type { LabStudy } from './lab-study.js';

/** What a link can name in a study. */
export function linkTargets(study: LabStudy): LinkTargets {
  return {
    model: study.id,
    version: study.version,
    scenarios: new Set(study.scenarios.map(({ id }) => id)),
    outcomes: new Set(study.outcomes.map(({ id }) => id)),
    settable: new Set([
      ...study.constants.map(({ name }) => name),
      ...study.stocks.map(({ name }) => name),
      ...study.scenarios.flatMap(({ set }) => set.map(({ name }) => name)),
    ]),
    corrections: new Set([...study.corrections.map(({ id }) => id), ...Object.keys(study.correctionGroups)]),
    ranges: new Set(study.ranges.map(({ id }) => id)),
  };
}
