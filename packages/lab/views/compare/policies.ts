import type { LinkScenario } from '@weir/study';
import { type PolicyLook, pinLook, scenarioLook } from '../../components/policy-look.js';
import { policyLabel, scenarioNamed } from '../../models/draft.js';
import type { LabStudy } from '../../models/lab-study.js';
import type { LabState } from '../../state/lab-state.js';

/** A row of the comparison. */
export interface ComparedPolicy {
  /** Unique among the rows. */
  readonly id: string;
  readonly policy: LinkScenario;
  readonly label: string;
  readonly short: string;
  readonly look: PolicyLook;
  readonly kind: 'baseline' | 'study' | 'pin';
  /** Place among the pins. */
  readonly pin?: number;
}

/** The rows of the comparison: the baseline, the study's policies, what was pinned. Second readings stand in Explore. */
export function comparedPolicies(study: LabStudy, pins: LabState['pins']): readonly ComparedPolicy[] {
  const baseline = scenarioNamed(study, study.baseline);
  const policies = study.scenarios.filter(({ id, secondary }) => id !== study.baseline && !secondary);
  const own = [...(baseline === undefined ? [] : [baseline]), ...policies].map(
    ({ id, label, short }): ComparedPolicy => ({
      id,
      policy: { scenario: id, settings: [] },
      label,
      short,
      look: scenarioLook(study, id),
      kind: id === study.baseline ? 'baseline' : 'study',
    }),
  );
  const pinned = pins.map(
    (pin, place): ComparedPolicy => ({
      id: `pin ${place}`,
      policy: pin,
      label: policyLabel(study, pin),
      short: policyLabel(study, pin),
      look: pinLook(place),
      kind: 'pin',
      pin: place,
    }),
  );
  return [...own, ...pinned];
}
