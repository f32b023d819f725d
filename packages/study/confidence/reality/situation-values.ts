import type { EquilibriumSolver, Method } from '@weir/engine';
import type { Outcome } from '@weir/model';
import { reached } from '@weir/model';
import { equilibriumOf } from '../../equilibrium/equilibrium-of.js';
import type { PreparedStudy } from '../../execute/prepared-study.js';
import { runScenario } from '../../execute/run-scenario.js';
import type { Situation } from '../../study-file/reality-checks.js';

/** Values of outcomes, or the reason why there are none. */
export type OutcomeValues =
  | { readonly ok: true; readonly values: Readonly<Record<string, number>> }
  | { readonly ok: false; readonly reason: string };

/** Gives the outcomes of situations, each situation once. */
export class SituationValues {
  private readonly known = new Map<string, OutcomeValues>();

  /** @param solver - Nothing for models without points of rest. */
  constructor(
    private readonly prepared: PreparedStudy,
    private readonly solver: EquilibriumSolver | undefined,
  ) {}

  /** Outcomes of a situation at a model time, or at the point of rest. */
  of(situation: Situation, start: 'file' | 'rest', at: 'rest' | number): OutcomeValues {
    const key = JSON.stringify([situation.scenario, [...situation.set], start, at]);
    const known = this.known.get(key) ?? this.computed(situation, start, at);
    this.known.set(key, known);
    return known;
  }

  private computed(situation: Situation, start: 'file' | 'rest', at: 'rest' | number): OutcomeValues {
    const { prepared, solver } = this;
    const asked = {
      ...(situation.scenario === undefined ? {} : { scenario: situation.scenario }),
      set: situation.set,
    };
    if (at === 'rest') {
      if (solver === undefined) return { ok: false, reason: 'the model has no point of rest' };
      return valuesOf(equilibriumOf(prepared, asked, solver));
    }
    const [method]: readonly Method[] = prepared.model.simulation.methods;
    return valuesOf(
      runScenario(prepared, {
        ...asked,
        until: at,
        backend: 'javascript',
        ...(start === 'rest' ? { from: 'equilibrium', method: 'rk45' } : {}),
        ...(start === 'file' && method !== undefined ? { method } : {}),
      }),
    );
  }
}

function valuesOf(
  outcome: Outcome<{
    readonly outcomes: Readonly<Record<string, number>>;
    readonly verdict?: string;
    readonly reasons?: readonly string[];
  }>,
): OutcomeValues {
  const found = outcome.ok ? reached(outcome.value) : outcome;
  if (!found.ok) return { ok: false, reason: found.diagnostics[0]?.message ?? 'no result' };
  const { verdict = 'ok', reasons = [], outcomes } = found.value;
  return verdict === 'ok' ? { ok: true, values: outcomes } : { ok: false, reason: reasons[0] ?? verdict };
}
