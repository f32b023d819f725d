import { fixed } from '@weir/figures';
import type { LinkScenario, LinkSetting } from '@weir/study';
import { scenarioNamed } from '../../models/draft.js';
import type { LabControl, LabStudy } from '../../models/lab-study.js';

/** What a lever stands at. */
export interface LeverValue {
  readonly value: number;
  /** What the policy has without a person's own setting. */
  readonly before: number;
  /** A person's own setting. */
  readonly setting?: LinkSetting;
}

/** What a policy gives a constant: a person's own setting, the scenario's, or the model's. */
export function leverValue(study: LabStudy, policy: LinkScenario, control: LabControl): LeverValue {
  const scenario = scenarioNamed(study, policy.scenario);
  const before = scenario?.set.find(({ key }) => key === control.key)?.value ?? control.value;
  const setting = policy.settings.find(({ name }) => name === control.name);
  return { value: setting?.value ?? before, before, ...(setting === undefined ? {} : { setting }) };
}

/** A value with as many decimals as its slider needs, and no more. */
export function leverText({ low, high, unit }: LabControl, value: number): string {
  return `${fixed(value, decimalsOf(stepOf({ low, high })))}${unit === '' ? '' : ` ${unit}`}`;
}

/** The step of a slider: a round one, about a two-hundredth of its length. */
export function stepOf({ low, high }: Pick<LabControl, 'low' | 'high'>): number {
  const rough = (high - low) / 200;
  if (!(rough > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const ratio = rough / power;
  return power * (ratio < 1.5 ? 1 : ratio < 3.5 ? 2 : ratio < 7.5 ? 5 : 10);
}

/** Decimals of a step: 0.005 has three. */
export function decimalsOf(step: number): number {
  return Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)));
}

/** Why a typed value cannot be taken, in words with the allowed range; undefined where it can. */
export function typedProblem(control: LabControl, text: string): string | undefined {
  const value = Number(text);
  const range = `${leverText(control, control.low)} to ${leverText(control, control.high)}`;
  if (text.trim() === '' || !Number.isFinite(value)) return `A number from ${range} is needed.`;
  if (value < control.low || value > control.high) return `The allowed range is ${range}.`;
  return undefined;
}

/** Whether a value lies outside what is tested. */
export function isUntested({ tested }: LabControl, value: number): boolean {
  return tested !== undefined && (value < tested.low - 1e-12 || value > tested.high + 1e-12);
}
