import { type Diagnostic, type Outcome, reached, refused } from '@weir/model';
import { equilibriumOf } from '../equilibrium/equilibrium-of.js';
import { changePercent } from '../execute/compare-scenarios.js';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { runScenario } from '../execute/run-scenario.js';
import { WEIR_VERSION } from '../execute/version.js';
import { resolveName } from '../names/name-index.js';
import type { LeverComparison, LeverRun, Levers } from './lever.js';

/** A run's outcomes by id. */
interface Came {
  readonly runId: string;
  readonly outcomes: Readonly<Record<string, number>>;
}

/**
 * Runs every lever in every model that has it, beside the model's baseline.
 *
 * @param models - Studies by id; those that the levers name and are not here are an error.
 * @errors `no-such-study`, `unknown-scenario`, `unknown-outcome`, `unknown-name`, `not-settable` for a factor of what is no
 *   number in the model file, `no-rest` where a model that is to come to rest does not, and those of a run.
 */
export function compareLevers(
  levers: Levers,
  models: ReadonlyMap<string, PreparedStudy>,
): Outcome<LeverComparison> {
  const problems: Diagnostic[] = [];
  const bases = new Map<string, Came>();
  const changes: Record<string, Record<string, Record<string, number>>> = {};
  const runs: Record<string, Record<string, string>> = {};
  for (const [id, until] of levers.until) {
    const prepared = models.get(id);
    if (prepared === undefined) problems.push(noModel(id));
    else {
      problems.push(...outcomeProblems(levers, id, prepared));
      const base = come(prepared, NOTHING, until);
      if (base.ok) bases.set(id, base.value);
      else problems.push(...base.diagnostics);
    }
  }
  if (problems.length > 0) return refused(problems);
  for (const lever of levers.levers) {
    changes[lever.id] = {};
    runs[lever.id] = {};
    for (const [model, { run }] of lever.in) {
      const [prepared, base, until] = [models.get(model), bases.get(model), levers.until.get(model)];
      if (prepared === undefined || base === undefined || until === undefined) {
        problems.push(noModel(model));
        continue;
      }
      if (run === undefined) continue;
      const came = come(prepared, run, until);
      if (!came.ok) {
        problems.push(...came.diagnostics);
        continue;
      }
      const own = levers.outcomes.flatMap(({ id, in: outcomes }): readonly (readonly [string, number])[] => {
        const name = outcomes.get(model) ?? '';
        const change = changePercent(came.value.outcomes[name] ?? Number.NaN, base.outcomes[name]);
        return change === null || !Number.isFinite(change) ? [] : [[id, change]];
      });
      changes[lever.id] = { ...changes[lever.id], [model]: Object.fromEntries(own) };
      runs[lever.id] = { ...runs[lever.id], [model]: came.value.runId };
    }
  }
  if (problems.length > 0) return refused(problems);
  const told = [...levers.until.keys()].flatMap((id) => models.get(id) ?? []);
  return reached({
    weir: WEIR_VERSION,
    levers,
    models: told.map(({ study, corrections }) => ({
      id: study.id,
      title: study.title,
      version: study.version,
      corrections,
      strip: study.limits.strip,
    })),
    changes,
    runs,
  });
}

const NOTHING: LeverRun = { set: new Map(), scale: new Map() };

function come(prepared: PreparedStudy, run: LeverRun, until: 'equilibrium' | number): Outcome<Came> {
  const scaled = scaledValues(prepared, run);
  if (!scaled.ok) return scaled;
  const set = new Map([...scaled.value, ...run.set]);
  const scenario = run.scenario === undefined ? {} : { scenario: run.scenario };
  if (until === 'equilibrium') {
    const found = equilibriumOf(prepared, { set, ...scenario });
    if (!found.ok) return found;
    const { verdict, reasons, run_id: runId, outcomes } = found.value;
    if (verdict === 'ok') return reached({ runId, outcomes });
    const message = `\`${prepared.study.id}\` comes to no point of rest${run.scenario === undefined ? '' : ` under \`${run.scenario}\``}. ${reasons.join(' ')}`;
    return refused([{ code: 'no-rest', severity: 'error', message: message.trim() }]);
  }
  const ran = runScenario(prepared, { set, until, backend: 'javascript', ...scenario });
  return ran.ok ? reached({ runId: ran.value.run_id, outcomes: ran.value.outcomes }) : ran;
}

/** Defaults times factors. */
function scaledValues(
  { bound, program }: PreparedStudy,
  { scale }: LeverRun,
): Outcome<ReadonlyMap<string, number>> {
  const values = new Map<string, number>();
  for (const [name, factor] of scale) {
    const found = resolveName(bound.names, name);
    if (!found.ok) return found;
    const { slot } = found.value;
    const own = bound.baseline.inputs.find(({ variable }) => variable.slot === slot)?.value;
    const node = program.constants.find((one) => one.slot === slot)?.node;
    const value = own ?? (node?.kind === 'constant' ? node.value : undefined);
    if (value === undefined) {
      const message = `\`${name}\` is no constant with a number of its own, so it has no default to be multiplied.`;
      return refused([
        { code: 'not-settable', severity: 'error', message, variable: name, hint: 'Set it to a value.' },
      ]);
    }
    values.set(name, factor * value);
  }
  return reached(values);
}

function outcomeProblems(
  { outcomes }: Levers,
  model: string,
  { bound }: PreparedStudy,
): readonly Diagnostic[] {
  const known = bound.outcomes.map(({ definition }) => definition.id);
  return outcomes.flatMap(({ in: own }): readonly Diagnostic[] => {
    const id = own.get(model);
    if (id === undefined || known.includes(id)) return [];
    const message = `There is no outcome \`${id}\` in the study \`${model}\`.`;
    return [
      { code: 'unknown-outcome', severity: 'error', message, hint: `The outcomes are ${known.join(', ')}.` },
    ];
  });
}

function noModel(id: string): Diagnostic {
  const message = `The levers name a model \`${id}\` that is not here.`;
  return {
    code: 'no-such-study',
    severity: 'error',
    message,
    hint: 'List it under `models`, by the name of its folder.',
  };
}
