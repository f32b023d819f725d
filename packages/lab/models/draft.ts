import type { LinkScenario } from '@weir/study';
import type { LabScenario, LabStudy } from './lab-study.js';

/** The policy that the draft is of while nobody has chosen one: the first of the study that is not the baseline. */
export function firstPolicy(study: LabStudy): LinkScenario {
  const first = study.scenarios.find(({ id, secondary }) => id !== study.baseline && !secondary);
  return { scenario: first?.id ?? study.baseline, settings: [] };
}

/** Whether a policy differs from its scenario. */
export function isEdited({ settings, begin }: LinkScenario): boolean {
  return settings.length > 0 || begin !== undefined;
}

/** A study's scenario by its id. */
export function scenarioNamed(study: LabStudy, id: string): LabScenario | undefined {
  return study.scenarios.find((scenario) => scenario.id === id);
}

/** Words for a policy: its scenario's label, or what a person called it. */
export function policyLabel(study: LabStudy, policy: LinkScenario & { readonly name?: string }): string {
  if (policy.name !== undefined && policy.name !== '') return policy.name;
  const label = scenarioNamed(study, policy.scenario)?.label ?? policy.scenario;
  return isEdited(policy) ? `${label}, edited` : label;
}
