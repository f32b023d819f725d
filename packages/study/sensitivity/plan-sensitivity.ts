import {
  type Design,
  type Experiment,
  type Input,
  latinHypercube,
  morrisTrajectories,
  oneAtATime,
  type Result,
  saltelli,
  shapleyWalks,
} from '@weir/analysis';
import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { type EnsemblePlan, planEnsemble } from '../ensemble/ensemble-plan.js';
import type { EnsembleRequest } from '../ensemble/ensemble-request.js';
import type { PreparedStudy } from '../execute/prepared-study.js';
import type { BoundRange } from '../study-file/ranges-bound.js';
import { inputsToVary, type VariedInputs } from './inputs-to-vary.js';
import { METHOD_FACTS } from './sensitivity-method.js';
import { type SensitivityRequest, USUAL_SEED } from './sensitivity-request.js';

/** A sensitivity analysis that has been decided on. */
export interface SensitivityPlan {
  readonly prepared: PreparedStudy;
  readonly request: SensitivityRequest;
  readonly ensemble: EnsemblePlan;
  readonly varied: VariedInputs;
  readonly scenario: string;
  readonly against: string | undefined;
  readonly n: number;
  readonly replicates: number;
  readonly seed: string | number;
}

/**
 * Decides on a sensitivity analysis: which inputs vary, which runs are made. Under a scenario, what it sets is not
 * varied; in a comparison, an input stays that one of the two leaves free.
 *
 * @errors Those of `planEnsemble`; `no-default` for a sweep along an input whose default is computed.
 */
export function planSensitivity(
  prepared: PreparedStudy,
  request: SensitivityRequest,
): Outcome<SensitivityPlan> {
  const { analysis, against, seed = USUAL_SEED, replicates = 1 } = request;
  const scenario = request.scenario ?? prepared.bound.baseline.definition.id;
  const n = request.n ?? METHOD_FACTS[analysis].usual;
  const varied = inputsToVary(prepared, request, scenario);
  if (!varied.ok) return varied;
  const baseline = baselineOf(analysis, varied.value.ranges);
  if (!baseline.ok) return baseline;
  const inputs: readonly Input[] = varied.value.ranges.map(({ name, distribution }) => ({
    name,
    distribution,
  }));
  const ensembleRequest: EnsembleRequest = {
    until: request.until,
    scenarios: against === undefined ? [scenario] : [scenario, against],
    ...(request.set === undefined ? {} : { set: request.set }),
    ...(request.outcomes === undefined ? {} : { outcomes: request.outcomes }),
    ...(request.at === undefined ? {} : { at: request.at }),
    ...(request.method === undefined ? {} : { method: request.method }),
    ...(request.dt === undefined ? {} : { dt: request.dt }),
    runs: {
      kind: 'made',
      seed,
      ranges: inputs,
      make: (experiment) => makeDesign(request, experiment, n, replicates, baseline.value),
    },
  };
  const ensemble = planEnsemble(prepared, ensembleRequest);
  if (!ensemble.ok) return ensemble;
  return reached(
    {
      prepared,
      request,
      ensemble: ensemble.value,
      varied: varied.value,
      scenario,
      against,
      n,
      replicates,
      seed,
    },
    [...varied.diagnostics, ...ensemble.diagnostics],
  );
}

function makeDesign(
  { analysis }: SensitivityRequest,
  experiment: Experiment,
  n: number,
  replicates: number,
  baseline: readonly number[],
): Result<Design> {
  switch (analysis) {
    case 'oat':
    case 'tornado':
    case 'curve':
      return oneAtATime(experiment, baseline, n);
    case 'morris':
      return morrisTrajectories(experiment, n);
    case 'prcc':
      return latinHypercube(experiment, n);
    case 'sobol':
      return saltelli(experiment, n, { replicates });
    case 'shapley':
      return shapleyWalks(experiment, n);
  }
}

/** Defaults of the inputs of a sweep, in their order. */
function baselineOf(
  analysis: SensitivityRequest['analysis'],
  ranges: readonly BoundRange[],
): Outcome<readonly number[]> {
  if (analysis !== 'oat' && analysis !== 'tornado' && analysis !== 'curve') return reached([]);
  const missing = ranges.filter((range) => range.default === undefined);
  const problems = missing.map(
    ({ name }): Diagnostic => ({
      code: 'no-default',
      severity: 'error',
      message: `\`${name}\` has no default: the model computes it from other constants, so that a sweep has no baseline.`,
      variable: name,
      hint: 'Leave it out of the ranges, or set it.',
    }),
  );
  return problems.length > 0 ? refused(problems) : reached(ranges.map((range) => range.default ?? 0));
}
