import { BATCH_STATUS, type BatchResult, batchOf, type Slot } from '@weir/engine';
import { type Outcome, reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { findScenario } from '../names/find-in-study.js';
import { lastingSettings } from '../scenario/lasting-settings.js';
import { type BoundMechanism, bindMechanisms } from './bind-mechanisms.js';
import { MECHANISM_LIMIT, noMechanisms, notConverged, tooMany } from './explain-problems.js';
import { type LinkSwitch, linkSwitches } from './link-switches.js';
import { type PlayerShare, shapleyShares } from './shapley-shares.js';

/** How the effect of a policy on the fixed points comes about, shared among the study's mechanisms. */
export interface PolicyExplanation {
  readonly scenario: string;
  readonly baseline: string;
  readonly corrections: readonly string[];
  /** Mechanisms that the policy uses; the others carry nothing of it. */
  readonly mechanisms: readonly { readonly id: string; readonly label: string }[];
  /** Those that are not 0 under the baseline. */
  readonly outcomes: readonly OutcomeExplanation[];
  /** Points of rest computed. */
  readonly runs: number;
}

/** One outcome: all numbers in percent of the baseline's value. */
export interface OutcomeExplanation {
  readonly id: string;
  /** Effect of the whole policy. */
  readonly total: number;
  /** What changes with every mechanism frozen: 0 where the mechanisms are all there are. */
  readonly unexplained: number;
  /** Shape [mechanisms], in their order. */
  readonly shares: readonly PlayerShare[];
}

/**
 * Shares the effect of a policy on the fixed points among the mechanisms of the study. Each link of a mechanism can be
 * frozen at the value it has under the baseline; every combination of frozen mechanisms is solved, and each is given
 * its Shapley share.
 *
 * @param scenarioId - A scenario other than the baseline.
 * @errors `unknown-scenario`; `unknown-name`, `ambiguous-name` and `unknown-link` for the study's mechanisms, with their
 *   place; `no-mechanisms`; `mechanism-limit`; `not-converged`, where a combination has no point of rest; those of `batchOf`.
 */
export function explainPolicy(prepared: PreparedStudy, scenarioId: string): Outcome<PolicyExplanation> {
  const { bound, program, study } = prepared;
  const scenario = findScenario(bound, scenarioId);
  if (!scenario.ok) return scenario;
  const mechanisms = bindMechanisms(prepared);
  if (!mechanisms.ok) return mechanisms;
  if (mechanisms.value.length === 0) return refused([noMechanisms(study.title)]);

  const policy = lastingSettings(scenario.value);
  const before = lastingSettings(bound.baseline);
  const { program: switchable, switches } = linkSwitches(
    program,
    mechanisms.value.flatMap(({ found }) => found),
  );
  const outcomes = bound.outcomes.map(({ variable }) => variable.slot);
  const sources = switches.map(({ source }) => source);
  const settings = [...new Set([...policy.keys(), ...before.keys()])];
  const batch = batchOf(switchable, { kind: 'rest' });
  if (!batch.ok) return batch;

  const observed = [...outcomes, ...sources, ...settings];
  const solve = (rows: readonly ReadonlyMap<Slot, number>[]): Outcome<BatchResult> => {
    const given = [...(rows[0]?.keys() ?? [])];
    const inputs = Float64Array.from(rows.flatMap((row) => given.map((slot) => row.get(slot) ?? Number.NaN)));
    const run = batch.value.run({ rows: rows.length, given, inputs, observed });
    if (!run.ok) return run;
    const failed = run.value.status.findIndex((status) => status !== 0);
    if (failed < 0) return run;
    const status = BATCH_STATUS[run.value.status[failed] ?? 0] ?? 'invalid';
    return refused([notConverged(scenarioId, status)]);
  };
  const start = solve([before]);
  if (!start.ok) return start;
  const after = solve([
    filled(policy, settings, start.value.values.subarray(outcomes.length + sources.length)),
  ]);
  if (!after.ok) return after;
  const used = mechanisms.value.filter(({ found }) =>
    found.some(({ source }) => {
      const at = outcomes.length + sources.indexOf(source);
      return start.value.values[at] !== after.value.values[at];
    }),
  );
  if (used.length > MECHANISM_LIMIT) return refused([tooMany(scenarioId, used.length)]);
  const groups = solve(
    Array.from({ length: 2 ** used.length }, (_, group) => {
      const row = new Map(
        filled(policy, settings, start.value.values.subarray(outcomes.length + sources.length)),
      );
      for (const [at, one] of switches.entries()) {
        row.set(one.live, isLive(one, used, group) ? 1 : 0);
        row.set(one.frozen, start.value.values[outcomes.length + at] ?? Number.NaN);
      }
      return row;
    }),
  );
  if (!groups.ok) return groups;
  const explained = bound.outcomes.flatMap(({ definition }, at): OutcomeExplanation[] => {
    const base = start.value.values[at] ?? Number.NaN;
    // No change in percent is defined from 0.
    if (base === 0) return [];
    const gains = Array.from({ length: 2 ** used.length }, (_, group) => {
      const value = groups.value.values[group * observed.length + at] ?? Number.NaN;
      return (100 * (value - base)) / base;
    });
    return [
      {
        id: definition.id,
        total: gains.at(-1) ?? Number.NaN,
        unexplained: gains[0] ?? Number.NaN,
        shares: shapleyShares(gains),
      },
    ];
  });
  return reached({
    scenario: scenarioId,
    baseline: bound.baseline.definition.id,
    corrections: prepared.corrections,
    mechanisms: used.map(({ id, label }) => ({ id, label })),
    outcomes: explained,
    runs: 2 ** used.length,
  });
}

/** A link that no used mechanism has stays live: its source is the same under both policies. */
function isLive(link: LinkSwitch, used: readonly BoundMechanism[], group: number): boolean {
  const at = used.findIndex(({ found }) =>
    found.some(({ source, target }) => source === link.source && target === link.target),
  );
  return at < 0 || (group & (1 << at)) !== 0;
}

/** The policy's settings; what only the baseline sets, or the policy alone, at what it is otherwise. */
function filled(
  policy: ReadonlyMap<Slot, number>,
  settings: readonly Slot[],
  defaults: ArrayLike<number>,
): ReadonlyMap<Slot, number> {
  return new Map(settings.map((slot, at) => [slot, policy.get(slot) ?? defaults[at] ?? Number.NaN]));
}
