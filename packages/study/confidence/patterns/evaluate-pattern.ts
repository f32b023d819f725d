import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { PreparedStudy } from '../../execute/prepared-study.js';
import type { Bounds, Criterion, Curve, Pattern } from '../../study-file/patterns.js';
import { measureOf, type Points, turnTimes } from './measure.js';
import type { PatternRuns } from './pattern-runs.js';

/** What a criterion came to in one row. */
export interface CriterionResult {
  readonly criterion: Criterion;
  readonly value: number;
  readonly holds: boolean;
}

/** A pattern in one row: what was measured, or why nothing could be. */
export type PatternResult = Outcome<readonly CriterionResult[]>;

/**
 * Evaluates a pattern in one row of runs.
 *
 * @param overSets - Whether the bounds over parameter sets count; criteria left out there are left out here.
 */
export function evaluatePattern(
  prepared: PreparedStudy,
  runs: PatternRuns,
  pattern: Pattern,
  row: number,
  overSets: boolean,
): PatternResult {
  const until = pattern.until ?? prepared.program.stop;
  const own = pointsOf(prepared, runs, pattern.outcome, pattern.given, until, row);
  if (!own.ok) return refused(own.diagnostics);
  const turns = turnTimes(own.value, pattern.turns);
  const results: CriterionResult[] = [];
  for (const criterion of pattern.expect) {
    const bounds = overSets ? criterion.overSets : criterion.bounds;
    if (bounds === undefined) continue;
    let value = measureOf(own.value, turns, criterion);
    if (criterion.comparedWith !== undefined) {
      const other = pointsOf(prepared, runs, pattern.outcome, criterion.comparedWith, until, row);
      if (!other.ok) return refused(other.diagnostics);
      value /= measureOf(other.value, turnTimes(other.value, pattern.turns), criterion);
    }
    results.push({ criterion, value, holds: isWithin(value, bounds) });
  }
  return reached(results);
}

function pointsOf(
  prepared: PreparedStudy,
  runs: PatternRuns,
  outcome: string,
  curve: Curve,
  until: number,
  row: number,
): Outcome<Points> {
  const slot = prepared.bound.outcomes.find(({ definition }) => definition.id === outcome)?.variable.slot;
  const made = runs.of(curve, until);
  if (!made.ok || slot === undefined) return refused(made.diagnostics);
  const run = made.value;
  const { relativeTo } = curve;
  const base = typeof relativeTo === 'object' ? runs.of(relativeTo, until) : undefined;
  if (base?.ok === false) return refused(base.diagnostics);
  const { start, every, moments } = run;
  const raw = (moment: number) => (run.isOk(row) ? run.value(slot, row, moment) : Number.NaN);
  const reference = (moment: number) => {
    if (base?.ok === true) return base.value.isOk(row) ? base.value.value(slot, row, moment) : Number.NaN;
    return typeof relativeTo === 'number' ? raw(Math.round((relativeTo - start) / every)) : 1;
  };
  return reached({
    start,
    every,
    values: Array.from({ length: moments }, (_, moment) => raw(moment) / reference(moment)),
    linear: () => (run.isOk(row) ? run.linear(row) : undefined),
  });
}

/** Whether a number lies within bounds; NaN does not. */
export function isWithin(value: number, { atLeast, atMost }: Bounds): boolean {
  return value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);
}
