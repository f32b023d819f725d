import type { Diagnostic } from '@weir/model';
import type { NameIndex } from '../names/name-index.js';
import { resolveName } from '../names/name-index.js';
import { didYouMean } from '../names/nearest-names.js';
import { settableProblem } from '../scenario/settable.js';
import type { Situation } from './reality-checks.js';

/** Hears a problem at a path of the study file. */
export type ReportSituation = (problem: Omit<Diagnostic, 'severity'>, ...path: readonly string[]) => void;

/**
 * Checks that what a situation names is there and can be set.
 *
 * @errors Reported with their places: `unknown-scenario`, `unknown-name`, `ambiguous-name`, `not-settable`, `not-finite`.
 */
export function checkSituation(
  { scenario, set }: Situation,
  scenarios: readonly string[],
  names: NameIndex,
  report: ReportSituation,
  path: readonly string[],
): void {
  if (scenario !== undefined && !scenarios.includes(scenario)) {
    const hint = didYouMean(scenario, scenarios) ?? `The scenarios are ${scenarios.join(', ')}.`;
    const message = `There is no scenario \`${scenario}\` in this study.`;
    report({ code: 'unknown-scenario', message, hint }, ...path, 'scenario');
  }
  for (const [name, value] of set) {
    const found = resolveName(names, name);
    const problems = found.ok ? [settableProblem(found.value, name, value, names)] : found.diagnostics;
    for (const problem of problems) if (problem !== undefined) report(problem, ...path, 'set', name);
  }
}

/**
 * Checks that an outcome is one of the study.
 *
 * @errors Reported with its place: `unknown-outcome`.
 */
export function checkOutcome(
  wanted: string,
  outcomes: readonly string[],
  report: ReportSituation,
  path: readonly string[],
): void {
  if (outcomes.includes(wanted)) return;
  const hint = didYouMean(wanted, outcomes) ?? `The outcomes are ${outcomes.join(', ')}.`;
  report(
    { code: 'unknown-outcome', message: `There is no outcome \`${wanted}\` in this study.`, hint },
    ...path,
  );
}
