import { BASELINE_STYLE, type MarkerShape, policyStyle, secondReading } from '@weir/figures';
import type { LinkScenario } from '@weir/study';
import { isEdited } from '../models/draft.js';
import type { LabStudy } from '../models/lab-study.js';

/** How a policy is drawn, in the colors of the page's theme. */
export interface PolicyLook {
  /** A CSS color. */
  readonly color: string;
  readonly dash?: string;
  readonly width: number;
  readonly marker: MarkerShape;
  readonly hollow: boolean;
}

const COLORS = 4;
const PIN_MARKERS: readonly MarkerShape[] = ['circle', 'square', 'triangle'];

/** The look of a scenario: by its place among the study's policies, as in figures of the command line. */
export function scenarioLook(study: LabStudy, id: string): PolicyLook {
  if (id === study.baseline) {
    const { width, marker, hollow } = BASELINE_STYLE;
    return { color: 'var(--baseline)', width, marker, hollow };
  }
  const policies = study.scenarios.filter((one) => one.id !== study.baseline && !one.secondary);
  const place = policies.findIndex((one) => one.id === id);
  const secondary = study.scenarios.filter(({ secondary }) => secondary).findIndex((one) => one.id === id);
  const at = place >= 0 ? place : policies.length + Math.max(0, secondary);
  const { dash, width, marker, hollow } = place >= 0 ? policyStyle(at) : secondReading(policyStyle(at));
  return {
    color: `var(--policy-${at % COLORS})`,
    ...(dash === undefined ? {} : { dash }),
    width,
    marker,
    hollow,
  };
}

/** The look of a pin: the color of text, and a shape of its own. */
export function pinLook(place: number): PolicyLook {
  const marker = PIN_MARKERS[place % PIN_MARKERS.length] ?? 'circle';
  return { color: 'var(--text)', dash: `${6 + 3 * place} 3`, width: 2, marker, hollow: true };
}

/** The look of the policy worked on: that of its scenario while nothing of it is changed. */
export function draftLook(study: LabStudy, draft: LinkScenario): PolicyLook {
  if (!isEdited(draft)) return scenarioLook(study, draft.scenario);
  return { ...scenarioLook(study, draft.scenario), hollow: true };
}
