import type { Input } from '@weir/engine';
import { planScenario } from '../execute/scenario-plan.js';
import { type Behavior, runBehavior } from './behavior.js';
import type { ConfidenceContext } from './confidence-context.js';
import { fastest, inputsOf } from './machines.js';

/** A scenario and what it sets from the start on. */
export interface ScenarioInputs {
  readonly id: string;
  readonly inputs: readonly Input[];
  /** Whether it changes something at a date, or takes series from files. */
  readonly isDated: boolean;
}

/** Every scenario of the study with what it sets from the start on, the baseline first. */
export function scenariosOf({ prepared }: ConfidenceContext): readonly ScenarioInputs[] {
  const { baseline, scenarios } = prepared.bound;
  const others = [...scenarios.values()].filter((scenario) => scenario !== baseline);
  return [baseline, ...others].map(({ definition, inputs, changes, tables }) => ({
    id: definition.id,
    inputs: inputsOf(inputs),
    isDated: changes.length > 0 || tables.size > 0,
  }));
}

/** The run of a scenario with all that it changes at dates, with the settings of the file. */
export function runOf(context: ConfidenceContext, { id, inputs, isDated }: ScenarioInputs): Behavior {
  if (!isDated) return context.run(inputs);
  const { prepared, fileSettings } = context;
  const plan = planScenario(prepared, {
    scenario: id,
    set: new Map(),
    until: prepared.program.stop,
    method: fileSettings.method,
    backend: 'javascript',
  });
  if (!plan.ok) return { status: 'failed', reason: plan.diagnostics[0]?.message ?? 'it cannot be run' };
  return runBehavior(fastest(plan.value.prepared), plan.value.given, fileSettings);
}
