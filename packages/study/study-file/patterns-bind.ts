import type { NameIndex } from '../names/name-index.js';
import { resolveName } from '../names/name-index.js';
import { didYouMean } from '../names/nearest-names.js';
import type { Bounds, Criterion, Curve, Measure, Moment, Pattern } from './patterns.js';
import { checkOutcome, checkSituation, type ReportSituation } from './situation-bind.js';
import type { Study } from './study.js';

/** Which times a measure needs. */
const NEEDS: Readonly<Record<Measure, readonly ('at' | 'from')[]>> = {
  value: ['at'],
  time: ['at'],
  'first at least': ['at'],
  'first at most': ['at'],
  'time between': ['at', 'from'],
  difference: ['at', 'from'],
  ratio: ['at', 'from'],
  'fall back': ['at', 'from'],
  'largest drift': [],
  'linear period': [],
  'linear damping': [],
  'linear peak ratio': [],
  'slowest rate': [],
};

/**
 * Checks that the patterns of a study can be evaluated.
 *
 * @errors Reported with their places: those of situations, `unknown-outcome`, `unknown-turn`, `check-value` for a
 *   criterion without limits or without a time that its measure needs, `contradictory-check` for limits that exclude
 *   each other, `unknown-ranges`, and `unknown-name` for what is to add up to 1.
 */
export function bindPatterns(study: Study, names: NameIndex, report: ReportSituation): void {
  const scenarios = study.scenarios.map(({ id }) => id);
  const outcomes = study.outcomes.map(({ id }) => id);
  const { sets, tests } = study.patterns;
  for (const pattern of tests) {
    const path = ['patterns', 'tests', pattern.id];
    const checkCurve = (curve: Curve, ...more: readonly string[]) => {
      checkSituation(curve, scenarios, names, report, [...path, ...more]);
      if (typeof curve.relativeTo === 'object')
        checkSituation(curve.relativeTo, scenarios, names, report, [...path, ...more, 'relative_to']);
    };
    checkOutcome(pattern.outcome, outcomes, report, [...path, 'of']);
    checkCurve(pattern.given, 'given');
    checkTurns(pattern, report, path);
    for (const [position, criterion] of pattern.expect.entries()) {
      const own = [...path, 'expect', String(position)];
      checkCriterion(criterion, pattern, report, own);
      if (criterion.comparedWith !== undefined)
        checkCurve(criterion.comparedWith, 'expect', String(position), 'compared_with');
    }
  }
  if (sets === undefined) return;
  const known = study.ranges.map(({ id }) => id);
  if (!known.includes(sets.ranges)) {
    const hint = didYouMean(sets.ranges, known) ?? `The sets of ranges are ${known.join(', ')}.`;
    const message = `There is no set of ranges \`${sets.ranges}\` in this study.`;
    report({ code: 'unknown-ranges', message, hint }, 'patterns', 'sets', 'ranges');
  }
  for (const [position, name] of sets.sumToOne.entries()) {
    const found = resolveName(names, name);
    const path = ['patterns', 'sets', 'sum_to_one', String(position)];
    if (!found.ok) for (const problem of found.diagnostics) report(problem, ...path);
  }
}

function checkTurns({ turns }: Pattern, report: ReportSituation, path: readonly string[]): void {
  for (const [position, { name, kind, from, to }] of turns.entries()) {
    const known = turns.slice(0, position).map((turn) => turn.name);
    for (const [end, moment] of [from, to].entries())
      checkMoment(moment, known, report, [...path, 'turns', name, kind, String(end)]);
  }
}

function checkMoment(
  moment: Moment,
  known: readonly string[],
  report: ReportSituation,
  path: readonly string[],
): void {
  if (typeof moment === 'number' || known.includes(moment.turn)) return;
  const list =
    known.length === 0 ? 'There are none before this one.' : `The turns before are ${known.join(', ')}.`;
  const message = `There is no turn \`${moment.turn}\` to measure from.`;
  const hint =
    `${didYouMean(moment.turn, known) ?? ''} ${list} Write a time as a number, a turn, or a turn and a number, as in \`peak + 36\`.`.trim();
  report({ code: 'unknown-turn', message, hint }, ...path);
}

function checkCriterion(
  criterion: Criterion,
  { turns }: Pattern,
  report: ReportSituation,
  path: readonly string[],
): void {
  const { measure, at, from, bounds, overSets } = criterion;
  const known = turns.map(({ name }) => name);
  if (at !== undefined) checkMoment(at, known, report, [...path, 'at']);
  if (from !== undefined) checkMoment(from, known, report, [...path, 'from']);
  for (const needed of NEEDS[measure]) {
    if (criterion[needed] !== undefined) continue;
    const message = `\`${measure}\` needs \`${needed}\`: a time or a turn.`;
    report({ code: 'check-value', message, hint: `Add \`${needed}:\`.` }, ...path, 'measure');
  }
  if (bounds.atLeast === undefined && bounds.atMost === undefined) {
    const message = `\`${measure}\` has no limit to hold.`;
    report({ code: 'check-value', message, hint: 'Add `at_least:` or `at_most:`.' }, ...path, 'measure');
  }
  for (const [own, name] of [
    [bounds, 'at_most'],
    [overSets, 'over_sets'],
  ] as const)
    if (own !== undefined && (own === bounds) === (name === 'at_most') && excludes(own)) {
      const message = `No number is at least ${own.atLeast} and at most ${own.atMost}.`;
      report({ code: 'contradictory-check', message, hint: 'Exchange the two.' }, ...path, name);
    }
}

function excludes({ atLeast, atMost }: Bounds): boolean {
  return atLeast !== undefined && atMost !== undefined && atLeast > atMost;
}
