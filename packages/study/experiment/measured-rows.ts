import { type Diagnostic, type Outcome, reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { didYouMean } from '../names/nearest-names.js';
import type { Measure } from './experiment.js';
import { pathMeasure } from './path-measure.js';
import { type PathRows, pathRows, type VariedRows } from './path-rows.js';

/** Measures of rows of runs. */
export interface MeasuredRows {
  readonly runId: string;
  /** By measure id, shape [rows]; NaN where a run did not end well, infinite for what does not come about. */
  readonly values: ReadonlyMap<string, Float64Array>;
}

/**
 * Runs scenarios over the same rows and measures their paths. Scenarios that paths are set against are run, too.
 *
 * @returns By scenario id.
 * @errors `unknown-outcome`, `unknown-scenario`, and those of {@link pathRows}.
 */
export function measuredRows(
  prepared: PreparedStudy,
  scenarios: readonly string[],
  set: ReadonlyMap<string, number>,
  varied: VariedRows,
  measures: readonly Measure[],
): Outcome<ReadonlyMap<string, MeasuredRows>> {
  const problems = measures.flatMap((measure) => measureProblems(prepared, measure));
  if (problems.length > 0) return refused(problems);
  const outcomes = [...new Set(measures.map(({ outcome }) => outcome))];
  const against = measures.flatMap((measure) => measure.against ?? []);
  const paths = new Map<string, PathRows>();
  for (const scenario of new Set([...scenarios, ...against])) {
    const ran = pathRows(prepared, scenario, set, varied, outcomes);
    if (!ran.ok) return ran;
    paths.set(scenario, ran.value);
  }
  const measured = scenarios.flatMap((scenario): readonly (readonly [string, MeasuredRows])[] => {
    const own = paths.get(scenario);
    if (own === undefined) return [];
    const values = measures.map((measure) => {
      const other = measure.against === undefined ? undefined : paths.get(measure.against);
      const rows = Float64Array.from({ length: own.rows }, (_, row) => {
        const path = own.path(row, measure.outcome);
        const base = other?.path(row, measure.outcome);
        const taken =
          base === undefined ? path : path.map((value, sample) => value / (base[sample] ?? Number.NaN));
        return pathMeasure(own.times, taken, measure);
      });
      return [measure.id, rows] as const;
    });
    return [[scenario, { runId: own.runId, values: new Map(values) }]];
  });
  return reached(new Map(measured));
}

function measureProblems({ bound }: PreparedStudy, { id, outcome, against }: Measure): readonly Diagnostic[] {
  const outcomes = bound.outcomes.map(({ definition }) => definition.id);
  const scenarios = [...bound.scenarios.keys()];
  const problems: Diagnostic[] = [];
  if (!outcomes.includes(outcome)) {
    const message = `The measure \`${id}\` is of no outcome of the study: \`${outcome}\`.`;
    const hint = didYouMean(outcome, outcomes) ?? `The outcomes are ${outcomes.join(', ')}.`;
    problems.push({ code: 'unknown-outcome', severity: 'error', message, hint });
  }
  if (against !== undefined && !scenarios.includes(against)) {
    const message = `The measure \`${id}\` is set against no scenario of the study: \`${against}\`.`;
    const hint = didYouMean(against, scenarios) ?? `The scenarios are ${scenarios.join(', ')}.`;
    problems.push({ code: 'unknown-scenario', severity: 'error', message, hint });
  }
  return problems;
}
