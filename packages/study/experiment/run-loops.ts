import {
  batchOf,
  type FixedMethod,
  type Program,
  type RunSettings,
  type Slot,
  simulate,
  stepKernel,
} from '@weir/engine';
import { type Diagnostic, type Outcome, reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { planScenario, type ScenarioPlan } from '../execute/scenario-plan.js';
import { WEIR_VERSION } from '../execute/version.js';
import { isLink, type Link, type LinkSwitch, linkSwitches } from '../mechanism/link-switches.js';
import { resolveName } from '../names/name-index.js';
import { didYouMean } from '../names/nearest-names.js';
import { type DatedProgram, datedProgram } from '../scenario/dated-program.js';
import type { LoopDefinition, LoopsExperiment } from './experiment.js';
import type { LoopsResult } from './experiment-result.js';
import { SAMPLE_EVERY } from './path-rows.js';

/** Effect in percent below which no loop is called dominant. */
export const LEAST_EFFECT = 0.1;

/** Most moments an experiment may look at. */
const MOST_MOMENTS = 1000;

/**
 * Which loop moves an outcome when. At each moment, and for each loop, the scenario is run once more with the loop's
 * links frozen from that moment on at the values they had then; what the outcome is without the freeze less what it is
 * with it, at the end of the horizon, is what the loop did.
 *
 * Effects of loops do not add up: they act through each other.
 *
 * @errors `unknown-outcome`, `unknown-name`, `ambiguous-name`, `unknown-link` for a pair that is no link of the model,
 *   `experiment-times` for moments that are no samples of the run, and those of `planScenario`, `datedProgram` and the
 *   engine's batch.
 * @source Ford 1999, "A behavioral approach to feedback loop dominance analysis", System Dynamics Review 15 (1), for
 *   deactivation of a loop over a stretch of time.
 */
export function runLoops(prepared: PreparedStudy, experiment: LoopsExperiment): Outcome<LoopsResult> {
  const outcome = prepared.bound.outcomes.find(({ definition }) => definition.id === experiment.outcome);
  if (outcome === undefined) return refused([unknownOutcome(prepared, experiment)]);
  const planned = planScenario(prepared, {
    scenario: experiment.scenario,
    set: experiment.set,
    until: prepared.program.stop,
    saveEvery: SAMPLE_EVERY,
    backend: 'javascript',
  });
  if (!planned.ok) return planned;
  const plan = planned.value;
  const moments = momentsOf(prepared.program, experiment);
  const links = loopLinks(prepared, plan.prepared.program, experiment.loops);
  if (!moments.ok || !links.ok) return refused([...moments.diagnostics, ...links.diagnostics]);
  const base = simulate(plan.prepared.executable('javascript'), plan.given, plan.settings);
  if (base.status !== 'ok' || base.series === undefined) {
    const message = base.status === 'ok' ? 'nothing was saved' : base.message;
    return refused([{ code: 'run-failed', severity: 'error', message: `The run broke off: ${message}` }]);
  }
  const { times, columns } = base.series;
  const valueAt = (slot: Slot, time: number): number => columns[slot]?.[sampleAt(times, time)] ?? Number.NaN;
  const frozen = freezer(plan, links.value, outcome.variable.slot);
  if (!frozen.ok) return frozen;

  const path = moments.value.map((time) => valueAt(outcome.variable.slot, time));
  const effects = experiment.loops.map(({ id }) => [id, [] as (number | null)[]] as const);
  for (const [index, time] of moments.value.entries()) {
    const ended = frozen.value(time, time + experiment.horizon, (slot) => valueAt(slot, time));
    if (!ended.ok) return ended;
    const live = valueAt(outcome.variable.slot, time + experiment.horizon);
    for (const [row, [, own]] of effects.entries()) {
      const effect = (100 * (live - (ended.value[row] ?? Number.NaN))) / (path[index] ?? Number.NaN);
      own.push(Number.isFinite(effect) ? effect : null);
    }
  }
  return reached({
    kind: 'loops',
    weir: WEIR_VERSION,
    model: prepared.study.id,
    corrections: prepared.corrections,
    runs: { [experiment.scenario]: plan.runId },
    experiment,
    times: moments.value,
    path,
    effects: Object.fromEntries(effects),
    dominant: moments.value.map((_, index) => largest(effects, index)),
  });
}

/** The outcome at the end, one value a loop, with the loop's links frozen at what they read at a moment. */
type Freezer = (from: number, end: number, valueThen: (slot: Slot) => number) => Outcome<Float64Array>;

function freezer(plan: ScenarioPlan, loops: readonly (readonly Link[])[], outcome: Slot): Outcome<Freezer> {
  const { given, settings } = plan;
  const { program: switched, switches } = linkSwitches(plan.prepared.program, loops.flat());
  const dated = datedProgram(switched, new Map(switches.map(({ live }) => [live, 1])));
  if (!dated.ok) return dated;
  const { program } = dated.value;
  const owners = loops.flatMap((links, loop) => links.map(() => loop));
  const places = switches.map((one) => placesOf(dated.value, one));
  const slots = [
    ...given.map(({ slot }) => slot),
    ...places.flatMap(({ frozen, to, at, over }) => [frozen, to, at, over]),
  ];
  const kernel = isFixed(settings.method) ? stepKernel(program, settings.method) : undefined;
  return reached((from, end, valueThen) => {
    const rows = loops.map((_, loop) => [
      ...given.map(({ value }) => value),
      ...switches.flatMap(({ source }, index) => [
        valueThen(source),
        owners[index] === loop ? 0 : 1,
        from,
        0,
      ]),
    ]);
    const own: RunSettings = { method: settings.method, dt: settings.dt, stop: { kind: 'time', time: end } };
    const batch = batchOf(program, { kind: 'run', settings: own }, kernel === undefined ? {} : { kernel });
    if (!batch.ok) return refused(batch.diagnostics);
    const ran = batch.value.run({
      rows: rows.length,
      given: slots,
      inputs: Float64Array.from(rows.flat()),
      observed: [outcome],
    });
    return ran.ok ? reached(ran.value.values) : refused(ran.diagnostics);
  });
}

function isFixed(method: RunSettings['method']): method is FixedMethod {
  return method !== 'rk45' && method !== 'gear';
}

function placesOf({ slots }: DatedProgram, { live, frozen }: LinkSwitch) {
  const change = slots.get(live)?.changes[0];
  if (change === undefined) throw new Error('a switch without a date');
  return { frozen, ...change };
}

/** The links of each loop, in the order of the loops. */
function loopLinks(
  { bound }: PreparedStudy,
  program: Program,
  loops: readonly LoopDefinition[],
): Outcome<readonly (readonly Link[])[]> {
  const problems: Diagnostic[] = [];
  const found = loops.map(({ id, links }) =>
    links.flatMap(([from, to]): readonly Link[] => {
      const [source, target] = [resolveName(bound.names, from), resolveName(bound.names, to)];
      if (!source.ok || !target.ok) {
        problems.push(...source.diagnostics, ...target.diagnostics);
        return [];
      }
      const link = { source: source.value.slot, target: target.value.slot };
      if (isLink(program, link)) return [link];
      const message = `The loop \`${id}\` has no link from \`${from}\` to \`${to}\`: the equation of \`${to}\` does not read it.`;
      problems.push({
        code: 'unknown-link',
        severity: 'error',
        message,
        hint: 'See `weir uses MODEL VARIABLE`.',
      });
      return [];
    }),
  );
  return problems.length > 0 ? refused(problems) : reached(found);
}

function momentsOf({ start, stop }: Program, experiment: LoopsExperiment): Outcome<readonly number[]> {
  const { from, to, every, horizon } = experiment;
  const count = Math.floor((to - from) / every + 1e-9) + 1;
  const isSample = (time: number): boolean =>
    Math.abs((time - start) / SAMPLE_EVERY - Math.round((time - start) / SAMPLE_EVERY)) < 1e-9;
  const fits = from >= start && to + horizon <= stop && to >= from && count <= MOST_MOMENTS;
  if (fits && [from, every + start, horizon + start].every(isSample)) {
    return reached(Array.from({ length: count }, (_, index) => from + index * every));
  }
  const message = `The experiment \`${experiment.id}\` looks at ${from} to ${to}, every ${every}, and ${horizon} ahead; the run is from ${start} to ${stop}.`;
  const hint = `Give whole multiples of ${SAMPLE_EVERY} that lie within the run, horizon included, and at most ${MOST_MOMENTS} moments.`;
  return refused([{ code: 'experiment-times', severity: 'error', message, hint }]);
}

function sampleAt(times: Float64Array, time: number): number {
  return times.findIndex((sample) => Math.abs(sample - time) < SAMPLE_EVERY / 2);
}

function largest(
  effects: readonly (readonly [string, readonly (number | null)[]])[],
  index: number,
): string | null {
  let best: string | null = null;
  let size = LEAST_EFFECT;
  for (const [id, own] of effects) {
    const effect = Math.abs(own[index] ?? 0);
    if (effect > size) [best, size] = [id, effect];
  }
  return best;
}

function unknownOutcome({ bound }: PreparedStudy, { id, outcome }: LoopsExperiment): Diagnostic {
  const known = bound.outcomes.map(({ definition }) => definition.id);
  return {
    code: 'unknown-outcome',
    severity: 'error',
    message: `The experiment \`${id}\` is about no outcome of the study: \`${outcome}\`.`,
    hint: didYouMean(outcome, known) ?? `The outcomes are ${known.join(', ')}.`,
  };
}
