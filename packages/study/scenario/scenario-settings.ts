import type { ProgramVariable } from '@weir/engine';
import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { NameIndex } from '../names/name-index.js';
import { resolveName } from '../names/name-index.js';
import type { BoundInput, BoundScenario } from '../study-file/bound-study.js';
import { datableProblem, orderProblem } from './datable.js';
import type { BoundChanges, DatedChange, NamedChange, PhaseIn } from './dated-change.js';
import { settableProblem } from './settable.js';

/** What a person sets beside the scenario. Names are as typed. */
export interface OwnSettings {
  readonly set: ReadonlyMap<string, number>;
  readonly changes?: readonly NamedChange[];
  /** When the scenario's own settings begin; from the start of the run unless given. */
  readonly begin?: PhaseIn;
}

/** Everything that is set from outside in a run, names resolved; each variable stands once in each list. */
export interface ScenarioSettings {
  /** Values for the whole run, or until the first change. */
  readonly inputs: readonly BoundInput[];
  readonly changes: readonly BoundChanges[];
}

/**
 * The settings of a run: the scenario's, then those that a person set, which win. A value that a person sets holds for
 * the whole run, whatever the scenario changes at a date; a change that a person sets takes the place of the scenario's
 * changes of that variable, and the scenario's value is what it has before.
 *
 * @param baseline - With `begin`, what the settings of the scenario are before they begin.
 * @errors `unknown-name`, `ambiguous-name`, `not-settable`, `not-finite`, `set-twice`, `not-datable`, `changes-overlap`.
 */
export function scenarioSettings(
  scenario: BoundScenario,
  baseline: BoundScenario,
  own: OwnSettings,
  names: NameIndex,
): Outcome<ScenarioSettings> {
  const problems: Diagnostic[] = [];
  const begun = begunScenario(scenario, baseline, own.begin, problems);
  const inputs = new Map(begun.inputs.map((input) => [input.variable, input]));
  const changes = new Map(begun.changes.map((change) => [change.variable, change.changes]));
  const find = (typed: string): ProgramVariable | undefined => {
    const found = resolveName(names, typed);
    if (!found.ok) problems.push(...found.diagnostics);
    return found.ok ? found.value : undefined;
  };
  const typedBy = new Map<ProgramVariable, string>();
  for (const [typed, value] of own.set) {
    const variable = find(typed);
    if (variable === undefined) continue;
    const problem = settableProblem(variable, typed, value, names);
    const earlier = typedBy.get(variable);
    if (problem !== undefined) problems.push(problem);
    else if (earlier !== undefined) problems.push(setTwice(earlier, typed));
    else {
      inputs.set(variable, { variable, value });
      changes.delete(variable);
    }
    typedBy.set(variable, typed);
  }
  const typedChanges = new Map<ProgramVariable, { typed: string; changes: DatedChange[] }>();
  for (const { name, value, at, over } of own.changes ?? []) {
    const variable = find(name);
    if (variable === undefined) continue;
    const problem = datableProblem(variable, name, { value, at, over }, names);
    if (problem !== undefined) problems.push(problem);
    const known = typedChanges.get(variable) ?? { typed: name, changes: [] };
    typedChanges.set(variable, { ...known, changes: [...known.changes, { value, at, over }] });
  }
  for (const [variable, { typed, changes: dated }] of typedChanges) {
    const ordered = [...dated].sort((one, other) => one.at - other.at);
    const problem = orderProblem(typed, ordered);
    if (problem !== undefined) problems.push(problem);
    changes.set(variable, ordered);
  }
  if (problems.length > 0) return refused(problems);
  return reached({
    inputs: [...inputs.values()],
    changes: [...changes].map(([variable, dated]) => ({ variable, changes: dated })),
  });
}

/** The scenario with its settings beginning at a date, from those of the baseline. */
function begunScenario(
  scenario: BoundScenario,
  baseline: BoundScenario,
  begin: PhaseIn | undefined,
  problems: Diagnostic[],
): ScenarioSettings {
  if (begin === undefined || scenario === baseline) return scenario;
  const before = new Map(baseline.inputs.map((input) => [input.variable, input]));
  const inputs = new Map(before);
  const changes = new Map(baseline.changes.map((change) => [change.variable, change.changes]));
  for (const { variable, value } of scenario.inputs) {
    if (before.get(variable)?.value === value) continue;
    const isDated = scenario.changes.some((change) => change.variable === variable);
    if (variable.timing === 'stock') problems.push(initialValue(variable.name));
    else if (isDated) inputs.set(variable, { variable, value });
    else changes.set(variable, [{ value, ...begin }]);
  }
  for (const { variable, changes: own } of scenario.changes) changes.set(variable, own);
  return {
    inputs: [...inputs.values()],
    changes: [...changes].map(([variable, dated]) => ({ variable, changes: dated })),
  };
}

function initialValue(name: string): Diagnostic {
  return {
    code: 'not-datable',
    severity: 'error',
    message: `The scenario sets the initial value of \`${name}\`, which cannot begin at a later date.`,
    variable: name,
    hint: 'Run the scenario from the start of the run.',
  };
}

function setTwice(first: string, second: string): Diagnostic {
  return {
    code: 'set-twice',
    severity: 'error',
    message: `\`${first}\` and \`${second}\` are two names of one variable, and both are set.`,
    variable: second,
    hint: 'Set it once.',
  };
}
