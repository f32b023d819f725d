import { draftLook, type PolicyLook, scenarioLook } from '../../components/policy-look.js';
import { firstPolicy, isEdited, policyLabel } from '../../models/draft.js';
import type { LabStudy } from '../../models/lab-study.js';
import type { LabState } from '../../state/lab-state.js';
import { type ComparedPolicy, comparedPolicies } from '../compare/policies.js';

/** The policies of the charts, the baseline first, and the place of the one worked on. */
export interface ShownPolicies {
  readonly all: readonly ComparedPolicy[];
  readonly worked: number;
}

/** The study's policies, the pins, and the policy worked on where it is none of them as it stands. */
export function shownPolicies(study: LabStudy, { pins, draft: chosen }: LabState): ShownPolicies {
  const draft = chosen ?? firstPolicy(study);
  const all = comparedPolicies(study, pins);
  const known = isEdited(draft) ? -1 : all.findIndex(({ id }) => id === draft.scenario);
  if (known >= 0) return { all, worked: known };
  const label = policyLabel(study, draft);
  const look: PolicyLook = isEdited(draft) ? draftLook(study, draft) : scenarioLook(study, draft.scenario);
  return {
    all: [...all, { id: 'draft', policy: draft, label, short: label, look, kind: 'pin' }],
    worked: all.length,
  };
}
