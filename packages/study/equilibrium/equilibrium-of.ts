import { type EquilibriumResult, type EquilibriumSolver, type Slot, solveEquilibrium } from '@weir/engine';
import type { Diagnostic, Outcome } from '@weir/model';
import { reached } from '@weir/model';
import { accumulatingIn } from '../execute/accumulating-in.js';
import { afterChanges } from '../execute/after-changes.js';
import { changePercent } from '../execute/compare-scenarios.js';
import type { PreparedStudy } from '../execute/prepared-study.js';
import type { RunRequest } from '../execute/request.js';
import { runScenario } from '../execute/run-scenario.js';
import { planScenario, type ScenarioPlan } from '../execute/scenario-plan.js';
import { WEIR_VERSION } from '../execute/version.js';
import { shortNameOf } from '../names/name-index.js';
import type { EquilibriumDocument, ProbesDocument, PublishedRuleDocument } from './equilibrium-document.js';
import { equilibriumId } from './equilibrium-id.js';
import { isTimed, solveHeld, type TimelessResult } from './held-equilibrium.js';

/** What a person asks for, before names are resolved. */
export interface EquilibriumRequest {
  readonly scenario?: string;
  /** Names as typed: short names or names of variables, without regard to case. */
  readonly set: ReadonlyMap<string, number>;
  /** Searches from this many other starts. */
  readonly probes?: number;
  /** Seed of those starts. */
  readonly seed?: number;
  /** Whether the published stop rule is run too, where the study has one. */
  readonly withPublishedRule?: boolean;
}

/**
 * A solver of a study's program, to be used for any number of its scenarios.
 *
 * @errors Those of the engine's `equilibriumSolver`, for models that have no fixed points.
 */
export function equilibriumSolverOf(prepared: PreparedStudy): Outcome<EquilibriumSolver> {
  return prepared.variants.settled();
}

/**
 * The fixed point of a scenario that the trajectory from its initial values reaches, as a document. Where none was
 * found the document says so by its verdict. What a scenario changes at dates has its last value; where flows depend on TIME, it is
 * held at the last time of the file, and followed from where a run ends then.
 *
 * @param solver - Made by {@link equilibriumSolverOf}; made anew unless given.
 * @errors Those of `planScenario` and of {@link equilibriumSolverOf}.
 */
export function equilibriumOf(
  prepared: PreparedStudy,
  request: EquilibriumRequest,
  solver?: EquilibriumSolver,
): Outcome<EquilibriumDocument> {
  const run: RunRequest = {
    set: request.set,
    until: 'equilibrium',
    backend: 'javascript',
    ...(request.scenario === undefined ? {} : { scenario: request.scenario }),
  };
  const planned = planScenario(prepared, run);
  if (!planned.ok) return planned;
  const plan = { ...planned, value: afterChanges(planned.value) };
  const made = solver === undefined ? equilibriumSolverOf(prepared) : reached(solver);
  const inputs = plan.value.inputs.map(({ variable, value }) => ({ slot: variable.slot, value }));
  const options = {
    timeStep: plan.value.settings.dt,
    ...(request.probes === undefined ? {} : { probes: request.probes }),
    ...(request.seed === undefined ? {} : { seed: request.seed }),
  };
  const result = made.ok
    ? reached<TimelessResult>(solveEquilibrium(made.value, inputs, options))
    : isTimed(made)
      ? solveHeld(prepared, inputs, options)
      : made;
  if (!result.ok) return result;
  const document = documentOf(prepared, plan.value, result.value);
  const wantsRule = request.withPublishedRule === true && prepared.bound.stopRules.has('published');
  if (!wantsRule || result.value.verdict !== 'ok') return reached(document);
  const published = runScenario(prepared, { ...run, until: 'published' });
  const diagnostics = warningsOf(published.diagnostics);
  if (!published.ok) return reached(document, diagnostics);
  return reached({ ...document, published_rule: besides(document, published.value) }, diagnostics);
}

function documentOf(
  prepared: PreparedStudy,
  plan: ScenarioPlan,
  result: TimelessResult,
): EquilibriumDocument {
  const { program, bound, study, programHash } = prepared;
  const isFound = result.verdict === 'ok';
  const unsettled = new Set<Slot>(result.unsettled);
  const moving = bound.outcomes.filter(({ variable }) => unsettled.has(variable.slot));
  const settled = bound.outcomes.filter(({ variable }) => !unsettled.has(variable.slot));
  const inputs = plan.inputs.map(
    ({ variable, value }) => [shortNameOf(bound.names, variable), value] as const,
  );
  const { slowestTime } = result;
  return {
    weir: WEIR_VERSION,
    model: study.id,
    run_id: equilibriumId(
      programHash,
      new Map(plan.inputs.map(({ variable, value }) => [variable.key, value])),
    ),
    scenario: plan.scenario,
    corrections: prepared.corrections,
    notion: 'fixed point',
    ...(result.heldTime === undefined ? {} : { held_time: result.heldTime }),
    inputs: Object.fromEntries(inputs),
    verdict: result.verdict,
    reasons: [
      ...result.reasons,
      ...moving.map(
        ({ variable }) => `${variable.name} goes on moving at the fixed point, so it has no value there.`,
      ),
    ],
    method: result.method,
    basin: result.basin,
    outcomes: isFound
      ? Object.fromEntries(
          settled.map(({ definition, variable }) => [
            definition.id,
            result.values[variable.slot] ?? Number.NaN,
          ]),
        )
      : {},
    stocks: isFound ? namedStocks(prepared, result.stocks) : {},
    ...accumulatingIn(prepared, result.accumulating),
    residual: result.residual,
    stability: result.stability,
    eigenvalues: (result.eigenvalues ?? []).map(({ real, imaginary }) => [real, imaginary]),
    slowest_time_constant: slowestTime !== undefined && Number.isFinite(slowestTime) ? slowestTime : null,
    time_units: program.timeUnits,
    ...(result.probes === undefined ? {} : { probes: probesOf(prepared, result.probes) }),
  };
}

function namedStocks(
  { program, bound }: PreparedStudy,
  stocks: Float64Array,
): Readonly<Record<string, number>> {
  const named = program.stocks.flatMap(({ slot }, index) => {
    const variable = program.variables[slot];
    if (variable === undefined || variable.kind === 'hidden') return [];
    const value = stocks[index] ?? Number.NaN;
    // A stock that only counts has no value at a fixed point.
    return Number.isNaN(value) ? [] : [[shortNameOf(bound.names, variable), value] as const];
  });
  return Object.fromEntries(named);
}

function probesOf(
  prepared: PreparedStudy,
  { count, seed, same, without, others }: NonNullable<EquilibriumResult['probes']>,
): ProbesDocument {
  return {
    count,
    seed,
    same_point: same,
    without_point: without,
    other_points: others.map((other) => ({
      count: other.count,
      stocks: namedStocks(prepared, other.stocks),
    })),
  };
}

function besides(
  { outcomes }: EquilibriumDocument,
  published: Pick<PublishedRuleDocument, 'stop' | 'outcomes'>,
): PublishedRuleDocument {
  return {
    stop: published.stop,
    outcomes: published.outcomes,
    difference_percent: Object.fromEntries(
      Object.entries(outcomes).map(([id, value]) => [
        id,
        changePercent(published.outcomes[id] ?? Number.NaN, value),
      ]),
    ),
  };
}

function warningsOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'warning');
}
