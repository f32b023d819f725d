import { equilibriumSolver } from '@weir/engine';
import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { ScenarioPlan } from '../execute/scenario-plan.js';

/**
 * Outcomes that go on moving at a fixed point, such as running totals, by id, with a sentence that says so.
 *
 * @errors Those of the engine's `equilibriumSolver`.
 */
export function withoutRest(plans: readonly ScenarioPlan[]): Outcome<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const prepared of new Set(plans.map((plan) => plan.prepared))) {
    const solver = equilibriumSolver(prepared.executable('javascript'));
    if (!solver.ok) return refused(solver.diagnostics);
    const moving = new Set(solver.value.unsettled);
    for (const { definition, variable } of prepared.bound.outcomes) {
      if (!moving.has(variable.slot)) continue;
      const reason = `\`${definition.id}\` goes on moving at the fixed point, so it has no value there.`;
      found.set(definition.id, reason);
    }
  }
  return reached(found);
}
