import { canonicalName } from '@weir/model';
import type { NameIndex } from '../names/name-index.js';
import type { RealityCheck, Situation } from './reality-checks.js';
import { checkOutcome, checkSituation, type ReportSituation } from './situation-bind.js';
import type { Study } from './study.js';

/**
 * Checks that the Reality Checks of a study can be evaluated, and do not contradict themselves or each other.
 *
 * @param start - First time of the model: an expectation cannot be before it.
 * @errors Reported with their places: those of situations, `unknown-outcome`, `check-value` for a limit that is missing
 *   or of no use, or a time before the start, `contradictory-check`.
 */
export function bindRealityChecks(
  study: Study,
  names: NameIndex,
  start: number,
  report: ReportSituation,
): void {
  const scenarios = study.scenarios.map(({ id }) => id);
  const outcomes = study.outcomes.map(({ id }) => id);
  const seen: RealityCheck[] = [];
  for (const check of study.realityChecks) {
    const path = ['reality_checks', check.id];
    const { given, expect } = check;
    checkSituation(given, scenarios, names, report, [...path, 'given']);
    checkSituation(expect.against, scenarios, names, report, [...path, 'expect', 'against']);
    checkOutcome(expect.outcome, outcomes, report, [...path, 'expect', 'outcome']);
    checkLimit(check, start, report, path);
    checkAgainst(check, study, report, path);
    for (const earlier of seen) checkPair(earlier, check, study, report, path);
    seen.push(check);
  }
}

function checkLimit(
  { expect }: RealityCheck,
  start: number,
  report: ReportSituation,
  path: readonly string[],
): void {
  const { direction, value, at } = expect;
  const needs = direction === 'at most' || direction === 'at least';
  if (needs && value === undefined) {
    const message = `\`${direction}\` needs a limit.`;
    report(
      { code: 'check-value', message, hint: 'Add `value:` with a number.' },
      ...path,
      'expect',
      'direction',
    );
  }
  if (!needs && value !== undefined) {
    const message = `\`${direction}\` has no limit, so \`value\` does nothing.`;
    const hint = 'Remove it, or expect `at most` or `at least`.';
    report({ code: 'check-value', message, hint }, ...path, 'expect', 'value');
  }
  if (typeof at === 'number' && !(at >= start)) {
    const message = `The model starts at ${start}, so nothing can be expected at ${at}.`;
    report(
      { code: 'check-value', message, hint: `Give a time from ${start} on, or \`rest\`.` },
      ...path,
      'expect',
      'at',
    );
  }
}

/** A change against itself is none. */
function checkAgainst(
  check: RealityCheck,
  study: Study,
  report: ReportSituation,
  path: readonly string[],
): void {
  const { given, expect } = check;
  const compares = ['lower', 'higher', 'about the same'].includes(expect.direction);
  if (
    !compares ||
    given.start === 'rest' ||
    situationText(given, study) !== situationText(expect.against, study)
  )
    return;
  const message = `\`${check.id}\` compares a situation with itself.`;
  const hint = 'Give a scenario or set something, or compare it `against` something else.';
  report({ code: 'contradictory-check', message, hint }, ...path, 'expect', 'direction');
}

/** Two expectations of one number that cannot both hold. */
function checkPair(
  earlier: RealityCheck,
  later: RealityCheck,
  study: Study,
  report: ReportSituation,
  path: readonly string[],
): void {
  if (aboutText(earlier, study) !== aboutText(later, study)) return;
  const same = situationText(earlier.expect.against, study) === situationText(later.expect.against, study);
  if (!excludes(earlier, later, same) && !excludes(later, earlier, same)) return;
  const message = `\`${earlier.id}\` and \`${later.id}\` cannot both hold: \`${earlier.expect.direction}\` and \`${later.expect.direction}\` of one number.`;
  const hint = 'Remove one of the two, or tell apart what is given.';
  report({ code: 'contradictory-check', message, hint }, ...path, 'expect', 'direction');
}

function excludes(
  { expect: one }: RealityCheck,
  { expect: other }: RealityCheck,
  sameAgainst: boolean,
): boolean {
  const limit = one.value ?? 0;
  switch (one.direction) {
    case 'lower':
      return (
        sameAgainst &&
        (other.direction === 'higher' || (other.direction === 'about the same' && one.by > other.within))
      );
    case 'higher':
      return sameAgainst && other.direction === 'about the same' && one.by > other.within;
    case 'at least':
      return (
        (other.direction === 'at most' && (other.value ?? limit) < limit) ||
        (other.direction === 'zero' && limit > 0)
      );
    case 'at most':
      return other.direction === 'zero' && limit < 0;
    default:
      return false;
  }
}

function aboutText({ given, expect }: RealityCheck, study: Study): string {
  return JSON.stringify([situationText(given, study), given.start, expect.outcome, expect.at]);
}

function situationText({ scenario, set }: Situation, study: Study): string {
  const baseline = study.scenarios.find((one) => one.baseline)?.id;
  const values = [...set].map(([name, value]) => [canonicalName(name), value] as const);
  return JSON.stringify([scenario ?? baseline, values.sort(([one], [other]) => (one < other ? -1 : 1))]);
}
