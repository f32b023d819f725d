import type { BackendName, Input, RunSettings, Slot } from '@weir/engine';
import type { Diagnostic, Outcome } from '@weir/model';
import { canonicalName, hasErrors, reached, refused } from '@weir/model';
import { didYouMean } from '../names/nearest-names.js';
import { runId } from '../run-id/run-id.js';
import { dateProblems, stopAfter } from '../scenario/change-dates.js';
import type { BoundChanges, PhaseIn } from '../scenario/dated-change.js';
import { scenarioSettings } from '../scenario/scenario-settings.js';
import { startingPoint } from '../scenario/starting-point.js';
import type { BoundInput, BoundScenario } from '../study-file/bound-study.js';
import { tableRangeProblems } from '../time-table/table-range.js';
import { tableKey } from '../time-table/tabled-model.js';
import type { TimeTable } from '../time-table/time-table.js';
import type { PreparedStudy } from './prepared-study.js';
import type { RunRequest } from './request.js';
import { runSettings } from './run-settings.js';
import type { Tabled } from './tabled-studies.js';

/** A run that has been decided on: every name resolved, every setting chosen. */
export interface ScenarioPlan {
  readonly runId: string;
  readonly scenario: string;
  readonly until: RunRequest['until'];
  /** Where stocks start. */
  readonly from: 'file' | 'equilibrium';
  /** When the scenario's own settings begin, where that is not the start of the run. */
  readonly begin?: PhaseIn;
  readonly settings: RunSettings;
  readonly backend: BackendName;
  /** What was set for the whole run, or until the first change. */
  readonly inputs: readonly BoundInput[];
  /** What changes at dates. */
  readonly changes: readonly BoundChanges[];
  /** Series from data files, by name of the variable. */
  readonly tables: ReadonlyMap<string, TimeTable>;
  /** The study whose program computes the run: that of the request, or one with constants that can change at dates. */
  readonly prepared: PreparedStudy;
  /** Everything handed to that program: inputs, dates, and stocks where they do not start as the file says. */
  readonly given: readonly Input[];
}

/**
 * Decides on a run: the scenario (the baseline unless named), its inputs, its settings and its identity.
 *
 * @errors `unknown-scenario`, and those of `tabledModel`, `tableRangeProblems`, `scenarioSettings`, `runSettings`,
 *   `dateProblems`, `datedProgram` and `startingPoint`.
 */
export function planScenario(opened: PreparedStudy, request: RunRequest): Outcome<ScenarioPlan> {
  const named = scenarioNamed(opened, request.scenario);
  if (!named.ok) return named;
  const tabled = withTables(opened, named.value, request);
  if (!tabled.ok) return tabled;
  const { prepared, tables } = tabled.value;
  const { bound } = prepared;
  const scenario = scenarioNamed(prepared, request.scenario);
  if (!scenario.ok) return scenario;
  const set = scenarioSettings(scenario.value, bound.baseline, request, bound.names);
  const chosen = runSettings(prepared, request);
  if (!set.ok || !chosen.ok) return refused([...set.diagnostics, ...chosen.diagnostics]);
  const { inputs, changes } = set.value;
  const diagnostics = [
    ...chosen.diagnostics,
    ...tableRangeProblems(prepared.program, chosen.value, tables),
    ...dateProblems(prepared.program, chosen.value, changes),
  ];
  if (hasErrors(diagnostics)) return refused(diagnostics);

  const dated = withDates(prepared, inputs, changes);
  const start =
    request.from === 'equilibrium'
      ? baselineAtRest(opened, prepared, request)
      : reached<readonly Input[]>([]);
  if (!dated.ok || !start.ok) return refused([...diagnostics, ...dated.diagnostics, ...start.diagnostics]);
  const ownStocks = new Set(inputs.map(({ variable }) => variable.slot));
  const given = [...start.value.filter(({ slot }) => !ownStocks.has(slot)), ...dated.value.given];
  const { program, programHash } = dated.value.prepared;
  const settings = { ...chosen.value, stop: stopAfter(chosen.value.stop, changes) };
  const id = runId({
    programHash,
    inputs: new Map(given.map(({ slot, value }) => [program.variables[slot]?.key ?? String(slot), value])),
    settings,
    backend: request.backend,
  });
  return reached(
    {
      runId: id,
      scenario: scenario.value.definition.id,
      until: request.until,
      from: request.from ?? 'file',
      ...(request.begin === undefined ? {} : { begin: request.begin }),
      settings,
      backend: request.backend,
      inputs,
      changes,
      tables,
      prepared: dated.value.prepared,
      given,
    },
    diagnostics,
  );
}

function scenarioNamed({ bound }: PreparedStudy, named: string | undefined): Outcome<BoundScenario> {
  const wanted = named ?? bound.baseline.definition.id;
  const scenario = bound.scenarios.get(wanted);
  if (scenario !== undefined) return reached(scenario);
  const known = [...bound.scenarios.keys()];
  const message = `There is no scenario \`${wanted}\`.`;
  const hint = `${didYouMean(wanted, known) ?? ''} The scenarios are ${known.join(', ')}.`.trim();
  return refused([{ code: 'unknown-scenario', severity: 'error', message, hint }]);
}

/** The study with constants that can change, where any do, and what its program is to be given. */
function withDates(
  prepared: PreparedStudy,
  inputs: readonly BoundInput[],
  changes: readonly BoundChanges[],
): Outcome<{ readonly prepared: PreparedStudy; readonly given: readonly Input[] }> {
  if (changes.length === 0) return reached({ prepared, given: inputsOf(inputs) });
  const wanted = new Map(changes.map(({ variable, changes: own }) => [variable.slot, own.length]));
  const constants = inputs.filter(({ variable }) => variable.timing === 'constant');
  const dated = prepared.variants.dated(wanted, new Set(constants.map(({ variable }) => variable.slot)));
  if (!dated.ok) return dated;
  const { slots, ...variant } = dated.value;
  const beforeOf = (slot: Slot): Slot => slots.get(slot)?.before ?? slot;
  const given: Input[] = inputsOf(inputs).map(({ slot, value }) => ({ slot: beforeOf(slot), value }));
  for (const { variable, changes: own } of changes) {
    for (const [index, { value, at, over }] of own.entries()) {
      const places = slots.get(variable.slot)?.changes[index];
      if (places === undefined) throw new Error(`no place for a change of ${variable.name}`);
      given.push(
        { slot: places.to, value },
        { slot: places.at, value: at },
        { slot: places.over, value: over },
      );
    }
  }
  return reached({ prepared: { ...prepared, ...variant }, given });
}

/** The study with the series of a scenario, and those of a person, which win. */
function withTables(
  opened: PreparedStudy,
  scenario: BoundScenario,
  { tables: own = new Map() }: RunRequest,
): Outcome<Tabled<PreparedStudy>> {
  const { variables } = opened.study;
  const typed = new Set([...own.keys()].map((name) => tableKey(name, variables)));
  const kept = [...scenario.tables].filter(([name]) => !typed.has(tableKey(name, variables)));
  const wanted = new Map([...kept, ...own]);
  return wanted.size === 0 ? reached({ prepared: opened, tables: new Map() }) : opened.withTables(wanted);
}

/** The stocks at the point of rest of the baseline scenario, as slots of the program of a run. */
function baselineAtRest(
  opened: PreparedStudy,
  { program }: PreparedStudy,
  request: RunRequest,
): Outcome<readonly Input[]> {
  const tabled = withTables(opened, opened.bound.baseline, request);
  if (!tabled.ok) return tabled;
  const { bound, variants, program: own } = tabled.value.prepared;
  const solver = variants.rest();
  if (!solver.ok) return refused(solver.diagnostics.map(noStart));
  const point = startingPoint(solver.value, inputsOf(bound.baseline.inputs), bound.baseline.definition.id);
  if (!point.ok || own === program) return point;
  const slotOf = new Map(program.variables.map(({ key, slot }) => [key, slot]));
  return reached(
    point.value.flatMap(({ slot, value }) => {
      const same = slotOf.get(own.variables[slot]?.key ?? canonicalName(''));
      return same === undefined ? [] : [{ slot: same, value }];
    }),
  );
}

function noStart(reason: Diagnostic): Diagnostic {
  return { ...reason, hint: 'Start from the values of the model file.' };
}

function inputsOf(inputs: readonly BoundInput[]): readonly Input[] {
  return inputs.map(({ variable, value }) => ({ slot: variable.slot, value }));
}
