import type { FinishedRun, Program, Run, StopReason } from '@weir/engine';
import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { shortNameOf } from '../names/name-index.js';
import { phaseInText } from '../scenario/setting-text.js';
import { accumulatingIn } from './accumulating-in.js';
import type { RunDocument } from './documents.js';
import type { PreparedStudy } from './prepared-study.js';
import type { ScenarioPlan } from './scenario-plan.js';
import { settledRun } from './settled-run.js';
import { WEIR_VERSION } from './version.js';

/**
 * A run as a document: outcomes in the order of the study, stocks by short name. A run that was asked to go on until
 * equilibrium ends at the fixed point itself; see {@link settledRun}.
 *
 * @errors Those of {@link settledRun}; `run-failed` where a value is not a number, `not-converged` where equilibrium was not reached; warns
 *   `not-converged` where the published rule never ended the run, as the publication does, and `infinite-outcome`
 *   where an outcome that is no headline is infinite.
 */
export function runDocument(prepared: PreparedStudy, plan: ScenarioPlan, ended: Run): Outcome<RunDocument> {
  const { program, bound, study } = prepared;
  if (ended.status === 'failed')
    return refused([failedRun(ended.message, plan, plan.prepared.program.variables[ended.slot]?.name)]);
  const settled =
    plan.until === 'equilibrium' && ended.reason === 'steady'
      ? settledRun(prepared, plan, ended)
      : reached({ run: ended, accumulating: [] });
  if (!settled.ok) return settled;
  const { run, accumulating } = settled.value;
  const notEnded = run.reason === 'cap' ? [notConverged(program, plan, run)] : [];
  if (notEnded.some(({ severity }) => severity === 'error')) return refused(notEnded);
  const outcomes = bound.outcomes.map(({ definition, variable }) => ({
    id: definition.id,
    name: variable.name,
    headline: definition.headline,
    value: run.values[variable.slot] ?? Number.NaN,
  }));
  const leftOut = outcomes.filter(({ value, headline }) => Math.abs(value) === Infinity && !headline);
  const broken = outcomes.filter((outcome) => !Number.isFinite(outcome.value) && !leftOut.includes(outcome));
  if (broken.length > 0) {
    const at = `at ${program.timeUnits} ${run.time}`;
    return refused(broken.map(({ name, value }) => failedRun(`\`${name}\` is ${value} ${at}.`, plan, name)));
  }
  const inputs = plan.inputs.map(
    ({ variable, value }) => [shortNameOf(bound.names, variable), value] as const,
  );
  const document: RunDocument = {
    weir: WEIR_VERSION,
    model: study.id,
    run_id: plan.runId,
    scenario: plan.scenario,
    corrections: prepared.corrections,
    settings: {
      method: plan.settings.method,
      dt: plan.settings.dt,
      ...(plan.settings.seed === undefined ? {} : { seed: plan.settings.seed }),
      until: plan.until,
      backend: plan.backend,
      ...(plan.from === 'equilibrium' ? { from: plan.from } : {}),
      ...(plan.begin === undefined ? {} : { begin: phaseInText(plan.begin) }),
    },
    inputs: Object.fromEntries(inputs),
    ...(plan.changes.length === 0 ? {} : { changes: changesOf(prepared, plan) }),
    ...(plan.tables.size === 0 ? {} : { tables: tablesOf(plan) }),
    stop: { month: run.time, reason: STOP_WORDS[run.reason] },
    outcomes: Object.fromEntries(
      outcomes.filter((outcome) => !leftOut.includes(outcome)).map(({ id, value }) => [id, value]),
    ),
    stocks: stocksOf(prepared, run),
    ...accumulatingIn(prepared, accumulating),
    ...(run.series === undefined ? {} : { series: seriesOf(prepared, run.series) }),
  };
  return reached(document, [...notEnded, ...leftOut.map(infiniteOutcome)]);
}

function changesOf({ bound }: PreparedStudy, { changes }: ScenarioPlan): NonNullable<RunDocument['changes']> {
  return Object.fromEntries(
    changes.map(({ variable, changes: own }) => [shortNameOf(bound.names, variable), own]),
  );
}

function tablesOf({ tables }: ScenarioPlan): NonNullable<RunDocument['tables']> {
  return Object.fromEntries([...tables].map(([name, { file, column }]) => [name, { file, column }]));
}

function infiniteOutcome({ name, value }: { readonly name: string; readonly value: number }): Diagnostic {
  const message = `\`${name}\` is ${value} at the end, and is left out of the results.`;
  const hint = 'No document can hold it; look at its equation if it should be a number.';
  return { code: 'infinite-outcome', severity: 'warning', message, variable: name, hint };
}

/** Why a run ended, as printed. */
const STOP_WORDS: Readonly<Record<StopReason, string>> = {
  time: 'end time',
  'window rule': 'published rule',
  steady: 'equilibrium',
  cap: 'cap',
};

function stocksOf({ program, bound }: PreparedStudy, run: FinishedRun): Readonly<Record<string, number>> {
  const stocks = program.stocks.flatMap(({ slot }) => {
    const variable = program.variables[slot];
    if (variable === undefined || variable.kind === 'hidden') return [];
    return [[shortNameOf(bound.names, variable), run.values[slot] ?? Number.NaN] as const];
  });
  return Object.fromEntries(stocks);
}

function seriesOf(
  { bound }: PreparedStudy,
  series: NonNullable<FinishedRun['series']>,
): Readonly<Record<string, readonly number[]>> {
  const columns = bound.outcomes.map(({ definition, variable }) => [
    definition.id,
    Array.from(series.columns[variable.slot] ?? []),
  ]);
  return { month: Array.from(series.times), ...Object.fromEntries(columns) };
}

function failedRun(message: string, plan: ScenarioPlan, variable: string | undefined): Diagnostic {
  const wayOut =
    plan.inputs.length + plan.changes.length > 0
      ? 'Try a smaller step, or check the values that were set.'
      : 'Try a smaller step with `--dt`, or the method rk4.';
  return {
    code: 'run-failed',
    severity: 'error',
    message: `The run of \`${plan.scenario}\` broke off: ${message}`,
    ...(variable === undefined ? {} : { variable }),
    hint: wayOut,
  };
}

function notConverged(program: Program, plan: ScenarioPlan, run: FinishedRun): Diagnostic {
  const searched = plan.until === 'equilibrium';
  const rule = searched ? 'no equilibrium was reached' : 'the published stop rule had not ended the run';
  return {
    code: 'not-converged',
    severity: searched ? 'error' : 'warning',
    message: `In \`${plan.scenario}\`, ${rule} by ${program.timeUnits} ${run.time}.`,
    hint: searched
      ? 'There may be none for these values: look at the path with `--until` a time and `--save-every`, or try a smaller step.'
      : 'The values are those at the cap, not at rest.',
  };
}
