import { type Input, oneAtATime } from '@weir/analysis';
import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { type EnsemblePlan, planEnsemble } from '../ensemble/ensemble-plan.js';
import type { EnsembleRequest } from '../ensemble/ensemble-request.js';
import type { EnsembleTables } from '../ensemble/run-ensemble.js';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { WEIR_VERSION } from '../execute/version.js';
import { resolveName } from '../names/name-index.js';
import type { Claim } from '../study-file/claims.js';
import type { BoundRanges } from '../study-file/ranges-bound.js';
import { rangesOf } from '../study-file/ranges-of.js';
import { claimAtDefault, countClaim } from './count-claim.js';
import type { ClaimCounts, ClaimRobustness, RobustnessDocument } from './robustness-document.js';
import { USUAL_SEED } from './sensitivity-request.js';

/** What is asked. */
export interface RobustnessRequest extends Pick<EnsembleRequest, 'dt' | 'method' | 'until'> {
  /** Ids of claims; all of the study's where there are none. */
  readonly claims?: readonly string[];
  /** Ids of range sets. */
  readonly ranges: readonly string[];
  /** Draws of each set. */
  readonly n: number;
  /** 1234 where nothing is said. */
  readonly seed?: string | number;
}

/** An ensemble of a robustness analysis: claims that are tried on the same draws. */
export interface RobustnessPart {
  /** Id of the ranges; undefined for the run at the defaults. */
  readonly ranges: string | undefined;
  readonly claims: readonly Claim[];
  readonly plan: EnsemblePlan;
}

/** A robustness analysis that has been decided on. */
export interface RobustnessPlan {
  readonly prepared: PreparedStudy;
  readonly request: RobustnessRequest;
  readonly claims: readonly Claim[];
  readonly sets: readonly BoundRanges[];
  readonly parts: readonly RobustnessPart[];
}

/**
 * Decides on the runs that try a study's claims over ranges of parameters. Scenarios are run on the same draws; what a
 * claim holds is not varied for it.
 *
 * @errors `no-claims`, `unknown-claim`, `unknown-ranges`, and those of `planEnsemble`.
 */
export function planRobustness(prepared: PreparedStudy, request: RobustnessRequest): Outcome<RobustnessPlan> {
  const claims = chosenClaims(prepared, request.claims);
  if (!claims.ok) return claims;
  const sets: BoundRanges[] = [];
  for (const id of request.ranges) {
    const found = rangesOf(prepared, id);
    if (!found.ok) return found;
    sets.push(found.value);
  }
  const parts: RobustnessPart[] = [];
  const groups = byHold(claims.value);
  for (const set of [undefined, ...sets])
    for (const group of set === undefined ? [claims.value] : groups) {
      const plan = planPart(prepared, request, set ?? sets[0], group, set === undefined);
      if (!plan.ok) return plan;
      parts.push({ ranges: set?.id, claims: group, plan: plan.value });
    }
  return reached({ prepared, request, claims: claims.value, sets, parts });
}

function chosenClaims({ study }: PreparedStudy, wanted: readonly string[] = []): Outcome<readonly Claim[]> {
  if (study.claims.length === 0)
    return refused([
      problem(
        'no-claims',
        `The study \`${study.id}\` makes no claims.`,
        'Add a `claims` section to its study.yaml; docs/sensitivity.md shows one.',
      ),
    ]);
  if (wanted.length === 0) return reached(study.claims);
  const known = study.claims.map(({ id }) => id);
  const unknown = wanted.find((id) => !known.includes(id));
  return unknown === undefined
    ? reached(study.claims.filter(({ id }) => wanted.includes(id)))
    : refused([
        problem(
          'unknown-claim',
          `There is no claim \`${unknown}\` in this study.`,
          `The claims are ${known.join(', ')}.`,
        ),
      ]);
}

function planPart(
  prepared: PreparedStudy,
  { until, method, dt, n, seed = USUAL_SEED }: RobustnessRequest,
  set: BoundRanges | undefined,
  claims: readonly Claim[],
  atDefault: boolean,
): Outcome<EnsemblePlan> {
  const held = new Set(
    (claims[0]?.hold ?? []).flatMap((name) => {
      const found = resolveName(prepared.bound.names, name);
      return found.ok ? [found.value] : [];
    }),
  );
  const ranges = (set?.inputs ?? []).filter(({ variable }) => atDefault || !held.has(variable));
  const inputs: readonly Input[] = ranges.map(({ name, distribution }) => ({ name, distribution }));
  const baseline = prepared.bound.baseline.definition.id;
  const scenarios = new Set(claims.flatMap(({ scenario, than = baseline }) => [scenario, than]));
  const settings = {
    until,
    scenarios: [...scenarios],
    outcomes: [...new Set(claims.map(({ outcome }) => outcome))],
    ...(method === undefined ? {} : { method }),
    ...(dt === undefined ? {} : { dt }),
  };
  if (!atDefault)
    return planEnsemble(prepared, {
      ...settings,
      runs: { kind: 'draws', design: 'lhs', n, seed, ranges: inputs },
    });
  const first = ranges.find((range) => range.default !== undefined);
  const start = first?.default ?? 0;
  // A sweep of one input whose first run is the baseline: every parameter at its default.
  return planEnsemble(prepared, {
    ...settings,
    runs: {
      kind: 'made',
      seed,
      ranges: inputs.filter(({ name }) => name === first?.name),
      make: (experiment) =>
        oneAtATime(
          experiment,
          experiment.inputs.map(() => start),
          2,
        ),
    },
  });
}

function byHold(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = [...claim.hold].sort().join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [claim]);
    else group.push(claim);
  }
  return [...groups.values()];
}

/**
 * Counts in how many draws each claim holds.
 *
 * @param tables - Results of the plan's parts, in their order.
 */
export function robustnessOf(plan: RobustnessPlan, tables: readonly EnsembleTables[]): RobustnessDocument {
  const { prepared, request, sets, parts } = plan;
  const { study, corrections, bound } = prepared;
  const baseline = bound.baseline.definition.id;
  const claims = plan.claims.map((claim): ClaimRobustness => {
    const counts: Record<string, ClaimCounts> = {};
    let atDefault: ClaimRobustness['at_default'] = null;
    for (const [p, part] of parts.entries()) {
      const own = tables[p];
      if (own === undefined || !part.claims.includes(claim)) continue;
      if (part.ranges === undefined) atDefault = claimAtDefault(claim, own, baseline);
      else counts[part.ranges] = countClaim(claim, own, baseline);
    }
    const { id, than, ...rest } = claim;
    const outcome = bound.outcomes.find(({ definition }) => definition.id === claim.outcome)?.definition;
    return {
      claim: id,
      ...rest,
      label: outcome?.label ?? claim.outcome,
      than: than ?? baseline,
      at_default: atDefault,
      by_ranges: counts,
    };
  });
  return {
    weir: WEIR_VERSION,
    model: study.id,
    version: study.version,
    corrections,
    until: request.until,
    design: 'latin-hypercube',
    seed: request.seed ?? USUAL_SEED,
    draws: request.n,
    ranges: sets.map(({ id, definition: { label, justification } }) => ({ id, label, justification })),
    claims,
    limits: study.limits.strip,
  };
}

function problem(code: string, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', message, hint };
}
