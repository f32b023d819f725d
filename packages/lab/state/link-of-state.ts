import { encodeLink, type LinkState } from '@weir/study';
import type { LabStudy } from '../models/lab-study.js';
import type { LabState } from './lab-state.js';

/** The fragment of the address that stands for a state, without `#`. */
export function linkOfState(state: LabState, study: LabStudy): string {
  return encodeLink({ ...state, ...(study.version === '' ? {} : { modelVersion: study.version }) });
}

/** The state of a link. Groups of corrections become their members, so that switches show what is in force. */
export function stateOfLink(link: LinkState, study: LabStudy): LabState {
  const { modelVersion: _, ...state } = link;
  const chosen = state.corrections.flatMap((id) => study.correctionGroups[id] ?? [id]);
  return {
    ...state,
    model: study.id,
    corrections: study.corrections.map(({ id }) => id).filter((id) => chosen.includes(id)),
  };
}
