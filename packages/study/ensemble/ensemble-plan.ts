import type { Design } from '@weir/analysis';
import type { BatchEnd, Input, Program, ProgramVariable, Slot } from '@weir/engine';
import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import type { ScenarioPlan } from '../execute/scenario-plan.js';
import type { EnsembleFacts } from './ensemble-facts.js';
import { ensembleFacts } from './ensemble-facts.js';
import { type EnsembleInput, ensembleInputs } from './ensemble-inputs.js';
import type { EnsembleRequest } from './ensemble-request.js';
import { ensembleRows } from './ensemble-rows.js';
import { ensembleScenarios } from './ensemble-scenarios.js';
import type { EnsembleWork, ScenarioWork } from './ensemble-work.js';
import { type OutcomeColumn, outcomeColumns } from './outcome-columns.js';
import { withoutRest } from './without-rest.js';

/** A scenario of an ensemble. */
export interface EnsembleScenario {
  readonly id: string;
  /** Run id of the scenario as a single run, with every input at its default. */
  readonly runId: string;
  /** Inputs that the scenario sets, and so does not vary, with their values; by position among the inputs. */
  readonly fixed: ReadonlyMap<number, number>;
}

/** An ensemble that has been decided on: names resolved, settings chosen, rows known by index. */
export interface EnsemblePlan {
  /** Identity of the experiment: design, inputs, seed, program and settings. Scenarios and outcomes do not enter. */
  readonly id: string;
  readonly scenarios: readonly EnsembleScenario[];
  readonly inputs: readonly EnsembleInput[];
  readonly columns: readonly OutcomeColumn[];
  /** n, the draws; each is run under every scenario. */
  readonly count: number;
  readonly work: EnsembleWork;
  readonly facts: EnsembleFacts;
  /** The whole design, held in memory: the same draws for every scenario. */
  design(): Design;
}

/**
 * Decides on an ensemble. The draws do not depend on scenarios: every scenario is run on the same ones. What a scenario
 * sets it sets in every run, and is not varied under it; the baseline's own settings are defaults, and are varied.
 *
 * @errors Those of `planScenario`, `ensembleInputs`, `outcomeColumns` and `saveIntervalFor`; `duplicate-id` for a
 *   scenario named twice; `bad-design` where the design cannot be made; those of the engine's `equilibriumSolver`.
 */
export function planEnsemble(prepared: PreparedStudy, request: EnsembleRequest): Outcome<EnsemblePlan> {
  const scenarios = ensembleScenarios(prepared, request);
  if (!scenarios.ok) return scenarios;
  const { plans, set } = scenarios.value;
  const inputs = ensembleInputs(prepared, request.runs, set);
  const leftOut = isRest(request) ? withoutRest(plans) : reached(new Map<string, string>());
  if (!inputs.ok || !leftOut.ok) return refused([...inputs.diagnostics, ...leftOut.diagnostics]);
  const times = request.at ?? [];
  const columns = outcomeColumns(prepared.bound.outcomes, request.outcomes ?? [], times, leftOut.value);
  if (!columns.ok) return columns;
  const rows = ensembleRows(prepared, request, inputs.value, plans);
  if (!rows.ok) return rows;

  const observed = [...new Set(columns.value.map(({ outcome }) => outcome.variable.slot))];
  const programs = [...new Set(plans.map(({ prepared: own }) => own.program))];
  const owned = plans.map((plan) => scenarioParts(prepared, plan, inputs.value));
  const work: EnsembleWork = {
    programs,
    scenarios: plans.map((plan, position) =>
      scenarioWork(plan, programs, inputs.value, owned[position] ?? new Map(), endOf(request, plan)),
    ),
    rows: rows.value.spec,
    inputs: inputs.value.length,
    observed,
    columns: columns.value.map(({ outcome, time }) => ({
      observed: observed.indexOf(outcome.variable.slot),
      ...(time === undefined ? {} : { time }),
    })),
  };
  return reached(
    {
      id: rows.value.id,
      scenarios: plans.map(({ scenario, runId }, position) => ({
        id: scenario,
        runId,
        fixed: owned[position] ?? new Map(),
      })),
      inputs: inputs.value,
      columns: columns.value,
      count: rows.value.spec.count,
      work,
      facts: ensembleFacts(prepared, request, plans, rows.value),
      design: rows.value.design,
    },
    scenarios.diagnostics,
  );
}

/** Whether rows end at a solved fixed point; with a method or step, the approach to it is simulated. */
function isRest({ until, method, dt }: EnsembleRequest): boolean {
  return until === 'equilibrium' && method === undefined && dt === undefined;
}

function endOf(request: EnsembleRequest, { settings }: ScenarioPlan): BatchEnd {
  return isRest(request) ? { kind: 'rest' } : { kind: 'run', settings };
}

/** Inputs that a scenario sets, by position, with the value at the start of the run. */
function scenarioParts(
  { bound, program }: PreparedStudy,
  plan: ScenarioPlan,
  inputs: readonly EnsembleInput[],
): ReadonlyMap<number, number> {
  if (plan.scenario === bound.baseline.definition.id && plan.changes.length === 0) return new Map();
  const own = new Map<Slot, number>(plan.inputs.map(({ variable, value }) => [variable.slot, value]));
  for (const { variable } of plan.changes)
    if (!own.has(variable.slot)) own.set(variable.slot, constantOf(program, variable));
  return new Map(
    inputs.flatMap(({ variable }, position) => {
      const value = own.get(variable.slot);
      return value === undefined ? [] : [[position, value] as const];
    }),
  );
}

/** The value that the model file gives a constant; NaN where it is computed. */
function constantOf({ constants }: Program, { slot }: ProgramVariable): number {
  const node = constants.find((one) => one.slot === slot)?.node;
  return node?.kind === 'constant' ? node.value : Number.NaN;
}

function scenarioWork(
  plan: ScenarioPlan,
  programs: readonly Program[],
  inputs: readonly EnsembleInput[],
  owned: ReadonlyMap<number, number>,
  end: BatchEnd,
): ScenarioWork {
  const varied = inputs.flatMap(({ variable }, input) =>
    owned.has(input) ? [] : [{ slot: variable.slot, input }],
  );
  const drawn = new Set(varied.map(({ slot }) => slot));
  const fixed = plan.given.filter(({ slot }: Input) => !drawn.has(slot));
  return { program: programs.indexOf(plan.prepared.program), end, fixed, varied };
}
