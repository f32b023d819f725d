import type { NameIndex } from '../names/name-index.js';
import { resolveName } from '../names/name-index.js';
import type { ClaimsFile } from './claims-schema.js';
import { checkOutcome, checkSituation, type ReportSituation } from './situation-bind.js';
import type { Study } from './study.js';

/** A statement about the direction of an effect, to be tried over ranges of parameters. */
export interface Claim {
  readonly id: string;
  /** In the words of the publication, or ours where it makes none. */
  readonly sentence: string;
  readonly source: string;
  readonly stated: 'findings' | 'publication';
  /** Outcome id. */
  readonly outcome: string;
  readonly scenario: string;
  /** The scenario it is compared with; absent for the baseline. */
  readonly than?: string;
  readonly direction: 'higher' | 'lower';
  /** Parameters that are not varied for it, by name as written. */
  readonly hold: readonly string[];
}

/** The claims of a study file, in its order. */
export function claimsOf(file: ClaimsFile): readonly Claim[] {
  return Object.entries(file).map(([id, { than, ...rest }]) => ({
    id,
    ...rest,
    ...(than === undefined ? {} : { than }),
  }));
}

/**
 * Checks that what claims name is there.
 *
 * @errors Reported with their places: `unknown-outcome`, `unknown-scenario`, `unknown-name`, `ambiguous-name`.
 */
export function bindClaims(study: Study, names: NameIndex, report: ReportSituation): void {
  const scenarios = study.scenarios.map(({ id }) => id);
  const outcomes = study.outcomes.map(({ id }) => id);
  const nothing = new Map<string, number>();
  for (const { id, outcome, scenario, than, hold } of study.claims) {
    checkOutcome(outcome, outcomes, report, ['claims', id, 'outcome']);
    checkSituation({ scenario, set: nothing }, scenarios, names, report, ['claims', id]);
    if (than !== undefined && !scenarios.includes(than))
      checkSituation(
        { scenario: than, set: nothing },
        scenarios,
        names,
        (problem) => report(problem, 'claims', id, 'than'),
        [],
      );
    for (const [position, name] of hold.entries()) {
      const found = resolveName(names, name);
      if (found.ok) continue;
      for (const problem of found.diagnostics) report(problem, 'claims', id, 'hold', String(position));
    }
  }
}

/** Claims that hold nothing which a model has no more. */
export function claimsWithout(claims: readonly Claim[], isGone: (name: string) => boolean): readonly Claim[] {
  return claims.map((claim) => ({ ...claim, hold: claim.hold.filter((name) => !isGone(name)) }));
}
