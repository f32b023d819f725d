import { batchOf } from '@weir/engine';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { lastingSettings } from '../scenario/lasting-settings.js';

/** What the policies do at the fixed points of a model. */
export interface PolicyEffects {
  /** Values by scenario id and outcome id, in the outcome's unit; a scenario without a point of rest is left out. */
  readonly values: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Changes from the baseline, in percent, in points for a share; those that are not defined are left out. */
  readonly changes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Solves every scenario for its fixed point. A model that cannot be solved has no effects. */
export function policyEffects({ bound, program }: PreparedStudy): PolicyEffects {
  const batch = batchOf(program, { kind: 'rest' });
  if (!batch.ok) return { values: {}, changes: {} };
  const observed = bound.outcomes.map(({ variable }) => variable.slot);
  const ids = bound.outcomes.map(({ definition }) => definition.id);
  const values: Record<string, Record<string, number>> = {};
  for (const [id, scenario] of bound.scenarios) {
    const settings = lastingSettings(scenario);
    const inputs = Float64Array.from(settings.values());
    const run = batch.value.run({ rows: 1, given: [...settings.keys()], inputs, observed });
    if (!run.ok || run.value.status[0] !== 0) continue;
    const found = run.value.values;
    values[id] = Object.fromEntries(ids.map((outcome, at) => [outcome, found[at] ?? Number.NaN]));
  }
  const base = values[bound.baseline.definition.id] ?? {};
  const kinds = new Map(bound.outcomes.map(({ definition }) => [definition.id, definition.kind]));
  const changes = Object.entries(values).map(([id, own]) => {
    const changed = Object.entries(own).flatMap(([outcome, value]) => {
      const start = base[outcome] ?? Number.NaN;
      const change = kinds.get(outcome) === 'share' ? 100 * (value - start) : 100 * (value / start - 1);
      return Number.isFinite(change) ? [[outcome, change] as const] : [];
    });
    return [id, Object.fromEntries(changed)] as const;
  });
  return { values, changes: Object.fromEntries(changes) };
}
