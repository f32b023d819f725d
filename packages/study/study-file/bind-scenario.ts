import type { Diagnostic } from '@weir/model';
import type { NameIndex } from '../names/name-index.js';
import { resolveName } from '../names/name-index.js';
import { datableProblem, orderProblem } from '../scenario/datable.js';
import type { BoundChanges } from '../scenario/dated-change.js';
import { settableProblem } from '../scenario/settable.js';
import type { BoundInput, BoundScenario } from './bound-study.js';
import type { Scenario } from './study.js';

/** Hears a problem at a path of the study file. */
type Report = (problem: Omit<Diagnostic, 'severity'>, ...path: readonly string[]) => void;

/**
 * A scenario with its parameters found, without its series from data files.
 *
 * @errors `unknown-name`, `ambiguous-name`, `not-settable`, `not-finite`, `not-datable`, `changes-overlap`,
 *   `duplicate-id`.
 */
export function bindScenario(
  scenario: Scenario,
  names: NameIndex,
  report: Report,
): Omit<BoundScenario, 'tables'> {
  const inputs: BoundInput[] = [];
  for (const [name, value] of scenario.set) {
    const path = ['scenarios', scenario.id, 'set', name];
    const found = resolveName(names, name);
    if (!found.ok) {
      for (const problem of found.diagnostics) report(problem, ...path);
      continue;
    }
    const problem = settableProblem(found.value, name, value, names);
    if (problem !== undefined) report(problem, ...path);
    else if (inputs.some(({ variable }) => variable === found.value)) {
      const message = `\`${name}\` is set twice in the scenario \`${scenario.id}\`.`;
      report({ code: 'duplicate-id', message, variable: name, hint: 'Remove one of the two.' }, ...path);
    } else inputs.push({ variable: found.value, value });
  }
  return { definition: scenario, inputs, changes: bindChanges(scenario, names, report) };
}

function bindChanges(scenario: Scenario, names: NameIndex, report: Report): readonly BoundChanges[] {
  const bound: BoundChanges[] = [];
  for (const [name, written] of scenario.changes ?? []) {
    const path = ['scenarios', scenario.id, 'set', name];
    const found = resolveName(names, name);
    if (!found.ok) {
      for (const problem of found.diagnostics) report(problem, ...path);
      continue;
    }
    const variable = found.value;
    const changes = [...written].sort((one, other) => one.at - other.at);
    const problem =
      changes
        .map((change) => datableProblem(variable, name, change, names))
        .find((one) => one !== undefined) ?? orderProblem(name, changes);
    if (problem !== undefined) report(problem, ...path);
    else if (bound.some((other) => other.variable === variable)) {
      const message = `\`${name}\` is set twice in the scenario \`${scenario.id}\`.`;
      report({ code: 'duplicate-id', message, variable: name, hint: 'Remove one of the two.' }, ...path);
    } else bound.push({ variable, changes });
  }
  return bound;
}
