import type { ScenarioPlan } from './scenario-plan.js';

/** The plan without dates: every change has been made. */
export function afterChanges(plan: ScenarioPlan): ScenarioPlan {
  const inputs = new Map(plan.inputs.map((input) => [input.variable, input]));
  for (const { variable, changes } of plan.changes) {
    const last = changes.at(-1);
    if (last !== undefined) inputs.set(variable, { variable, value: last.value });
  }
  return { ...plan, inputs: [...inputs.values()], changes: [] };
}
