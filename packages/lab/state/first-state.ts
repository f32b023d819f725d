import { LINK_DEFAULTS } from '@weir/study';
import { horizonsOf } from '../models/horizons.js';
import type { LabStudy } from '../models/lab-study.js';
import type { LabState } from './lab-state.js';

/** The state that a model begins with. */
export function firstState(study: LabStudy): LabState {
  const { default: horizon } = horizonsOf(study);
  const usual = study.ranges.find(({ id }) => id === LINK_DEFAULTS.ranges) ?? study.ranges[0];
  return { ...LINK_DEFAULTS, model: study.id, horizon, ranges: usual?.id ?? LINK_DEFAULTS.ranges };
}
