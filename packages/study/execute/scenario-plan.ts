import type { BackendName, RunSettings } from '@weir/engine';
import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { didYouMean } from '../names/nearest-names.js';
import { runId } from '../run-id/run-id.js';
import { scenarioInputs } from '../scenario/scenario-inputs.js';
import type { BoundInput } from '../study-file/bound-study.js';
import type { PreparedStudy } from './prepared-study.js';
import type { RunRequest } from './request.js';
import { runSettings } from './run-settings.js';

/** A run that has been decided on: every name resolved, every setting chosen. */
export interface ScenarioPlan {
  readonly runId: string;
  readonly scenario: string;
  readonly until: RunRequest['until'];
  readonly settings: RunSettings;
  readonly backend: BackendName;
  readonly inputs: readonly BoundInput[];
}

/**
 * Decides on a run: the scenario (the baseline unless named), its inputs, its settings and its identity.
 *
 * @errors `unknown-scenario`, and those of `scenarioInputs` and `runSettings`.
 */
export function planScenario(prepared: PreparedStudy, request: RunRequest): Outcome<ScenarioPlan> {
  const { bound } = prepared;
  const wanted = request.scenario ?? bound.baseline.definition.id;
  const scenario = bound.scenarios.get(wanted);
  if (scenario === undefined) {
    const known = [...bound.scenarios.keys()];
    const message = `There is no scenario \`${wanted}\`.`;
    const hint = `${didYouMean(wanted, known) ?? ''} The scenarios are ${known.join(', ')}.`.trim();
    return refused([{ code: 'unknown-scenario', severity: 'error', message, hint }]);
  }
  const inputs = scenarioInputs(scenario, request.set, bound.names);
  const settings = runSettings(prepared, request);
  if (!inputs.ok || !settings.ok) {
    return refused([...inputs.diagnostics, ...settings.diagnostics]);
  }
  const id = runId({
    programHash: prepared.programHash,
    inputs: new Map(inputs.value.map(({ variable, value }) => [variable.key, value])),
    settings: settings.value,
    backend: request.backend,
  });
  return reached(
    {
      runId: id,
      scenario: wanted,
      until: request.until,
      settings: settings.value,
      backend: request.backend,
      inputs: inputs.value,
    },
    settings.diagnostics,
  );
}
