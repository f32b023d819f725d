import type { ProgramVariable } from '@weir/engine';
import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { planScenario, type ScenarioPlan } from '../execute/scenario-plan.js';
import { resolveName } from '../names/name-index.js';
import type { EnsembleRequest } from './ensemble-request.js';
import { saveIntervalFor } from './report-times.js';

/** The scenarios of an ensemble as single runs, and what is set in all of them. */
export interface EnsembleScenarios {
  readonly plans: readonly ScenarioPlan[];
  readonly set: ReadonlySet<ProgramVariable>;
}

/**
 * Plans each scenario as a single run whose settings hold for every row.
 *
 * @errors Those of `planScenario` and `saveIntervalFor`, `duplicate-id`, `report-time`.
 */
export function ensembleScenarios(
  prepared: PreparedStudy,
  request: EnsembleRequest,
): Outcome<EnsembleScenarios> {
  const { scenarios = [], set = new Map(), until, at = [], method, dt, modelSeed } = request;
  const ids = scenarios.length === 0 ? [prepared.bound.baseline.definition.id] : scenarios;
  const twice = ids.find((id, position) => ids.indexOf(id) !== position);
  if (twice !== undefined) return failure('duplicate-id', `The scenario \`${twice}\` is named twice.`);
  if (at.length > 0 && typeof until !== 'number') {
    return failure(
      'report-time',
      'Outcomes at given times need runs that end at a time.',
      `Write until when: --until ${Math.max(...at)}.`,
    );
  }
  const diagnostics: Diagnostic[] = [];
  const plans: ScenarioPlan[] = [];
  for (const scenario of ids) {
    const planned = planScenario(prepared, {
      scenario,
      set,
      until,
      backend: 'javascript',
      ...(method === undefined ? {} : { method }),
      ...(dt === undefined ? {} : { dt }),
      ...(modelSeed === undefined ? {} : { seed: modelSeed }),
    });
    addNew(diagnostics, planned.diagnostics);
    if (!planned.ok) continue;
    const saving = withSaves(planned.value, prepared.program.start, at);
    addNew(diagnostics, saving.diagnostics);
    if (saving.ok) plans.push(saving.value);
  }
  if (plans.length < ids.length) return refused(diagnostics);
  return reached({ plans, set: variablesSet(prepared, set) }, diagnostics);
}

/** The same plan, with saves at the times reported. */
function withSaves(plan: ScenarioPlan, start: number, at: readonly number[]): Outcome<ScenarioPlan> {
  const { settings } = plan;
  if (settings.stop.kind !== 'time') return reached(plan);
  const saveEvery = saveIntervalFor(at, start, settings.stop.time, settings.dt);
  if (!saveEvery.ok) return saveEvery;
  if (saveEvery.value === undefined) return reached(plan);
  return reached({ ...plan, settings: { ...settings, saveEvery: saveEvery.value } });
}

function variablesSet(
  { bound }: PreparedStudy,
  set: ReadonlyMap<string, number>,
): ReadonlySet<ProgramVariable> {
  return new Set(
    [...set.keys()].flatMap((typed) => {
      const found = resolveName(bound.names, typed);
      return found.ok ? [found.value] : [];
    }),
  );
}

function failure(code: string, message: string, hint?: string): Outcome<never> {
  return refused([{ code, severity: 'error', message, ...(hint === undefined ? {} : { hint }) }]);
}

function addNew(all: Diagnostic[], more: readonly Diagnostic[]): void {
  for (const one of more)
    if (!all.some(({ code, message }) => code === one.code && message === one.message)) all.push(one);
}
