import { BATCH_STATUS, type Batch, type BatchEnd, batchOf } from '@weir/engine';
import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { runSettings } from '../execute/run-settings.js';
import { didYouMean } from '../names/nearest-names.js';
import type { BoundOutcome, BoundScenario } from '../study-file/bound-study.js';
import type { BoundEvidence } from './evidence-in-force.js';
import { modelConstants } from './model-constants.js';

/** Share of the value that is tried in both directions where no range is recorded. */
const DEFAULT_SHARE = 0.2;

/** Which difference is watched: of two policies, in one outcome. */
export interface InfluenceRequest {
  /** Scenario ids; the first two that are neither the baseline nor a second reading unless given, or one of these and the baseline. */
  readonly policies?: readonly [string, string];
  /** Outcome id; the total of the first group of outcomes, else the first headline outcome, unless given. */
  readonly outcome?: string;
}

/** How far a constant moves the difference of two policies. */
export interface Influence {
  /** Lowest and highest value tried. */
  readonly range: readonly [low: number, high: number];
  /** Whether the range is recorded, or plus and minus 20 %. */
  readonly isRecorded: boolean;
  /** Difference at the low end, the model's own value and the high end; NaN where there is none. */
  readonly differences: readonly [low: number, own: number, high: number];
  /** The largest of these less the smallest, in points; NaN where fewer than two are there. */
  readonly swing: number;
  /** Whether the difference has both signs among these. */
  readonly reverses: boolean;
}

/** Influences of constants, and what exactly was measured. */
export interface Influences {
  readonly policies: readonly [string, string];
  readonly outcome: string;
  readonly baseline: string;
  readonly at: 'rest' | 'the end of a run';
  /** By name of the constant's variable. */
  readonly byConstant: ReadonlyMap<string, Influence>;
}

/**
 * How much each constant matters to the order of two policies: the difference between them, in percent of the
 * baseline's outcome, at both ends of the constant's range and at its own value, all else as it is. One at a time: what
 * constants do together is not seen.
 *
 * A policy sets what it sets whatever the constant's range. Values are of fixed points, or of the end of a run where
 * the model has none.
 *
 * @errors `unknown-scenario`, `unknown-outcome`, and those of `batchOf`.
 */
export function influences(
  prepared: PreparedStudy,
  evidence: readonly BoundEvidence[],
  request: InfluenceRequest = {},
): Outcome<Influences> {
  const chosen = chosenOf(prepared, request);
  if (!chosen.ok) return chosen;
  const { policies, outcome, baseline } = chosen.value;
  const batch = batchFor(prepared);
  if (!batch.ok) return batch;
  const scenarios = [baseline, ...policies];
  const constants = modelConstants(prepared);
  const column = new Map(constants.map(({ variable }, index) => [variable, index] as const));
  // The model's own values first, then two trials for each constant.
  const trials = [
    undefined,
    ...evidence.flatMap(({ constant, entry }) =>
      rangeOf(constant.value, entry.range).map((value) => ({ constant, value })),
    ),
  ];
  const width = constants.length;
  const inputs = new Float64Array(trials.length * scenarios.length * width);
  let row = 0;
  for (const trial of trials) {
    for (const { inputs: own } of scenarios) {
      for (const [index, each] of constants.entries()) inputs[row * width + index] = each.value;
      const varied = trial === undefined ? undefined : column.get(trial.constant.variable);
      if (trial !== undefined && varied !== undefined) inputs[row * width + varied] = trial.value;
      for (const { variable, value: given } of own) {
        const index = column.get(variable);
        if (index !== undefined) inputs[row * width + index] = given;
      }
      row += 1;
    }
  }
  const result = batch.value.batch.run({
    rows: row,
    given: constants.map(({ variable }) => variable.slot),
    inputs,
    observed: [outcome.variable.slot],
  });
  if (!result.ok) return result;
  const { values, status } = result.value;
  const at = (index: number) =>
    BATCH_STATUS[status[index] ?? 0] === 'ok' ? (values[index] ?? Number.NaN) : Number.NaN;
  const difference = (trial: number) => {
    const first = trial * scenarios.length;
    return (100 * (at(first + 1) - at(first + 2))) / at(first);
  };
  const byConstant = evidence.map(({ constant, entry }, index) => {
    const range = rangeOf(constant.value, entry.range);
    const low = 1 + 2 * index;
    const differences = [difference(low), difference(0), difference(low + 1)] as const;
    const known = differences.filter((one) => Number.isFinite(one));
    const swing = known.length < 2 ? Number.NaN : Math.max(...known) - Math.min(...known);
    const reverses = known.some((one) => one > 0) && known.some((one) => one < 0);
    const isRecorded = entry.range !== undefined;
    return [constant.variable.name, { range, isRecorded, differences, swing, reverses }] as const;
  });
  return reached({
    policies: [policies[0].definition.id, policies[1].definition.id],
    outcome: outcome.definition.id,
    baseline: baseline.definition.id,
    at: batch.value.at,
    byConstant: new Map(byConstant),
  });
}

/** The recorded range, or plus and minus 20 %. */
function rangeOf(value: number, recorded: readonly [number, number] | undefined): readonly [number, number] {
  if (recorded !== undefined) return recorded;
  const by = DEFAULT_SHARE * Math.abs(value);
  return [value - by, value + by];
}

interface Chosen {
  readonly policies: readonly [BoundScenario, BoundScenario];
  readonly baseline: BoundScenario;
  readonly outcome: BoundOutcome;
}

function chosenOf({ bound, study }: PreparedStudy, request: InfluenceRequest): Outcome<Chosen> {
  const known = [...bound.scenarios.keys()];
  const usual = study.scenarios.filter(({ baseline, secondary }) => !baseline && !secondary);
  const [first, second] = request.policies ?? [usual[0]?.id, (usual[1] ?? baselineOf(study))?.id];
  const [one, other] = [first, second].map((id) => bound.scenarios.get(id ?? ''));
  if (one === undefined || other === undefined) {
    const wanted = (one === undefined ? first : second) ?? '';
    const message =
      request.policies === undefined
        ? 'Influence on the order of policies needs a policy besides the baseline.'
        : `There is no scenario \`${wanted}\`.`;
    const hint = `${didYouMean(wanted, known) ?? ''} The scenarios are ${known.join(', ')}.`.trim();
    return refused([{ code: 'unknown-scenario', severity: 'error', message, hint }]);
  }
  const ids = bound.outcomes.map(({ definition }) => definition.id);
  const wanted = request.outcome ?? study.notes.groups[0]?.total ?? headline(bound.outcomes);
  const outcome = bound.outcomes.find(({ definition }) => definition.id === wanted);
  if (outcome === undefined) {
    const message = `There is no outcome \`${wanted ?? ''}\`.`;
    const hint = `${didYouMean(wanted ?? '', ids) ?? ''} The outcomes are ${ids.join(', ')}.`.trim();
    return refused([{ code: 'unknown-outcome', severity: 'error', message, hint }]);
  }
  return reached({ policies: [one, other], baseline: bound.baseline, outcome });
}

function baselineOf(study: PreparedStudy['study']) {
  return study.scenarios.find(({ baseline }) => baseline);
}

function headline(outcomes: readonly BoundOutcome[]): string | undefined {
  return (outcomes.find(({ definition }) => definition.headline) ?? outcomes[0])?.definition.id;
}

/** At rest where the model can rest, else at the end of a run as its file asks. */
function batchFor(
  prepared: PreparedStudy,
): Outcome<{ readonly batch: Batch; readonly at: Influences['at'] }> {
  const rest = batchOf(prepared.program, { kind: 'rest' });
  if (rest.ok) return reached({ batch: rest.value, at: 'rest' });
  const settings = runSettings(prepared, {
    set: new Map(),
    until: prepared.program.stop,
    backend: 'javascript',
  });
  if (!settings.ok) return settings;
  const end: BatchEnd = { kind: 'run', settings: settings.value };
  const run = batchOf(prepared.program, end);
  return run.ok ? reached({ batch: run.value, at: 'the end of a run' }) : run;
}
