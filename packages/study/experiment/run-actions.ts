import { element, quantileOf } from '@weir/analysis';
import { type Outcome, reached, refused } from '@weir/model';
import { drawDesign } from '../ensemble/ensemble-rows.js';
import { changePercent } from '../execute/compare-scenarios.js';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { WEIR_VERSION } from '../execute/version.js';
import { rangesOf } from '../study-file/ranges-of.js';
import type { ActionsExperiment, Measure, Robustness } from './experiment.js';
import type { ActionMeasure, ActionRobustness, ActionsResult } from './experiment-result.js';
import { type MeasuredRows, measuredRows } from './measured-rows.js';
import { isTimeTake } from './path-measure.js';
import { AS_PLANNED, type VariedRows } from './path-rows.js';

type Measured = ReadonlyMap<string, MeasuredRows>;

/**
 * Sets scenarios side by side by measures of their paths, at the defaults and, where the experiment asks for it, over
 * sets of parameters: the same sets for every scenario, each change from the baseline of the same set.
 *
 * @errors `unknown-scenario`, `unknown-ranges`, `bad-design`, and those of `measuredRows`.
 */
export function runActions(prepared: PreparedStudy, experiment: ActionsExperiment): Outcome<ActionsResult> {
  const { set, measures, robustness } = experiment;
  const baseline = prepared.bound.baseline.definition.id;
  const scenarios = [...new Set([baseline, ...experiment.scenarios])];
  const defaults = measuredRows(prepared, scenarios, set, AS_PLANNED, measures);
  if (!defaults.ok) return defaults;
  let drawn: Measured | undefined;
  if (robustness !== undefined) {
    const varied = drawnRows(prepared, robustness);
    if (!varied.ok) return varied;
    const ran = measuredRows(prepared, scenarios, set, varied.value, measures);
    if (!ran.ok) return ran;
    drawn = ran.value;
  }
  const values = scenarios.map((scenario) => {
    const own = measures.map((measure) => {
      return [measure.id, actionMeasure(scenario, baseline, measure, defaults.value, drawn)] as const;
    });
    return [scenario, Object.fromEntries(own)] as const;
  });
  return reached({
    kind: 'actions',
    weir: WEIR_VERSION,
    model: prepared.study.id,
    corrections: prepared.corrections,
    runs: Object.fromEntries([...defaults.value].map(([id, { runId }]) => [id, runId])),
    experiment,
    baseline,
    values: Object.fromEntries(values),
  });
}

/** Sets of parameters as rows. */
function drawnRows(prepared: PreparedStudy, { ranges, sets, seed }: Robustness): Outcome<VariedRows> {
  const found = rangesOf(prepared, ranges);
  if (!found.ok) return found;
  const { inputs } = found.value;
  const named = inputs.map(({ name, distribution }) => ({ name, distribution }));
  const design = drawDesign('lhs', { inputs: named, seed }, sets);
  if (!design.ok) {
    const [fault] = design.faults;
    return refused([{ code: 'bad-design', severity: 'error', message: fault.message }]);
  }
  const rows = Array.from({ length: sets }, (_, i) =>
    inputs.map((__, j) => element(design.value.inputs, i, j)),
  );
  return reached({
    variables: inputs.map(({ variable }) => variable),
    values: Float64Array.from(rows.flat()),
    rows: sets,
  });
}

function actionMeasure(
  scenario: string,
  baseline: string,
  { id, take }: Measure,
  defaults: Measured,
  drawn: Measured | undefined,
): ActionMeasure {
  const of = (measured: Measured | undefined, name: string) => measured?.get(name)?.values.get(id);
  const value = of(defaults, scenario)?.[0] ?? Number.NaN;
  const base = of(defaults, baseline)?.[0] ?? Number.NaN;
  const change = changeFrom(base, value, isTimeTake(take));
  const own = of(drawn, scenario);
  const others = drawn === undefined ? [] : [...drawn.keys()].flatMap((name) => of(drawn, name) ?? []);
  const reference = of(drawn, baseline);
  const spread =
    own === undefined || reference === undefined
      ? undefined
      : robustnessOf(own, reference, others, isTimeTake(take));
  return {
    value: Number.isFinite(value) ? value : null,
    change,
    ...(spread === undefined ? {} : { robustness: spread }),
  };
}

/** In percent, or for a time as a difference. */
function changeFrom(baseline: number, value: number, isTime: boolean): number | null {
  if (!Number.isFinite(value) || !Number.isFinite(baseline)) return null;
  return isTime ? value - baseline : changePercent(value, baseline);
}

/** Over the sets in which the scenario and the baseline both have a number. */
function robustnessOf(
  own: Float64Array,
  baseline: Float64Array,
  all: readonly Float64Array[],
  isTime: boolean,
): ActionRobustness | undefined {
  const changes: number[] = [];
  let lower = 0;
  let lowest = 0;
  for (const [set, value] of own.entries()) {
    const base = baseline[set] ?? Number.NaN;
    const change = changeFrom(base, value, isTime);
    if (change === null) continue;
    changes.push(change);
    if (value < base) lower += 1;
    const least = Math.min(...all.map((other) => other[set] ?? Number.NaN).filter(Number.isFinite));
    if (value === least) lowest += 1;
  }
  if (changes.length === 0) return undefined;
  const sorted = Float64Array.from(changes).sort();
  const [low, median, high] = [0.05, 0.5, 0.95].map((at) => quantileOf(sorted, at));
  return {
    sets: changes.length,
    low: low ?? Number.NaN,
    median: median ?? Number.NaN,
    high: high ?? Number.NaN,
    shareLower: lower / changes.length,
    shareLowest: lowest / changes.length,
  };
}
