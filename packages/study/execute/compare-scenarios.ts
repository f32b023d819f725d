import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { ComparisonDocument, RunDocument } from './documents.js';
import { executePlans } from './execute-plans.js';
import type { Executor, OnProgress } from './executor.js';
import { inProcess } from './in-process.js';
import type { PreparedStudy } from './prepared-study.js';
import type { RunRequest } from './request.js';
import { runDocument } from './run-document.js';
import { planScenario, type ScenarioPlan } from './scenario-plan.js';

/**
 * Runs scenarios with the same settings and sets them against the baseline.
 *
 * @param scenarioIds - In the order wanted; all of the study's when empty. The baseline is added in front
 *   where it is missing, since every change is a change from it.
 * @param request - Its `scenario` is not used; its `set` holds for every scenario.
 * @param execute - Where the runs are computed; in this thread unless given.
 * @errors Those of `runScenario`, `duplicate-id` where a scenario is named twice.
 */
export async function compareScenarios(
  prepared: PreparedStudy,
  scenarioIds: readonly string[],
  request: RunRequest,
  execute: Executor = inProcess,
  onProgress?: OnProgress,
): Promise<Outcome<ComparisonDocument>> {
  const baseline = prepared.bound.baseline.definition.id;
  const wanted = scenarioIds.length === 0 ? [...prepared.bound.scenarios.keys()] : scenarioIds;
  const ids = wanted.includes(baseline) ? wanted : [baseline, ...wanted];
  const diagnostics: Diagnostic[] = [];
  const plans: ScenarioPlan[] = [];
  let failed = false;
  for (const [position, scenario] of ids.entries()) {
    if (ids.indexOf(scenario) !== position) {
      return refused([
        { code: 'duplicate-id', severity: 'error', message: `The scenario \`${scenario}\` is named twice.` },
      ]);
    }
    const plan = planScenario(prepared, { ...request, scenario });
    addNew(diagnostics, plan.diagnostics);
    if (plan.ok) plans.push(plan.value);
    else failed = true;
  }
  if (failed) return refused(diagnostics);

  const executed = await executePlans(plans, execute, onProgress);
  addNew(diagnostics, executed.diagnostics);
  if (!executed.ok) return refused(diagnostics);
  const documents: RunDocument[] = [];
  for (const plan of plans) {
    const run = executed.value.get(plan.runId);
    if (run === undefined) throw new Error(`no run came back for ${plan.runId}`);
    const document = runDocument(prepared, plan, run);
    addNew(diagnostics, document.diagnostics);
    if (document.ok) documents.push(document.value);
  }
  const base = documents.find(({ scenario }) => scenario === baseline);
  if (documents.length < plans.length || base === undefined) return refused(diagnostics);
  return reached(comparison(prepared, base, documents), diagnostics);
}

function comparison(
  { study }: PreparedStudy,
  baseline: RunDocument,
  runs: readonly RunDocument[],
): ComparisonDocument {
  const others = runs.filter((run) => run !== baseline);
  return {
    weir: baseline.weir,
    model: baseline.model,
    baseline: baseline.scenario,
    corrections: baseline.corrections,
    settings: baseline.settings,
    runs,
    change_percent: Object.fromEntries(others.map((run) => [run.scenario, changesFrom(baseline, run)])),
    limits: { strip: study.limits.strip, points: study.limits.points },
  };
}

function changesFrom(baseline: RunDocument, run: RunDocument): Readonly<Record<string, number | null>> {
  const changes = Object.entries(run.outcomes).map(([id, value]) => [
    id,
    changePercent(value, baseline.outcomes[id]),
  ]);
  return Object.fromEntries(changes);
}

/**
 * 100 x (value / baseline - 1), or `null` where there is no baseline to divide by.
 *
 * @example changePercent(9, 10) // -10, up to rounding
 */
export function changePercent(value: number, baseline: number | undefined): number | null {
  return baseline === undefined || baseline === 0 ? null : 100 * (value / baseline - 1);
}

function addNew(all: Diagnostic[], more: readonly Diagnostic[]): void {
  for (const one of more) {
    if (!all.some(({ code, message }) => code === one.code && message === one.message)) all.push(one);
  }
}
