import { batchOf } from '@weir/engine';
import { type Outcome, reached, refused } from '@weir/model';
import { correctStudy } from '../correction/correct-study.js';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { lastingSettings } from '../scenario/lasting-settings.js';

/** The difference of two policies in a model with one correction more. */
export interface CorrectionFlip {
  readonly id: string;
  /** Values of the outcome at the fixed points, in its unit; absent where one was not found or the model refused it. */
  readonly values?: { readonly scenario: number; readonly against: number };
  /** Whether the order of the policies is the other way round. */
  readonly reverses: boolean;
}

/**
 * The order of two policies under each correction that the study offers, one at a time on top of those in force.
 *
 * @param opened - The study without corrections; `inForce` are put on top of it.
 * @errors Those of `correctStudy` for the corrections in force; `unknown-scenario` and `unknown-outcome` are found by
 *   `flipPoints` first.
 */
export function correctionFlips(
  opened: PreparedStudy,
  inForce: readonly string[],
  {
    scenario,
    against,
    outcome,
  }: { readonly scenario: string; readonly against: string; readonly outcome: string },
): Outcome<readonly CorrectionFlip[]> {
  const start = correctStudy(opened, inForce);
  if (!start.ok) return refused(start.diagnostics);
  const usual = policyValues(start.value, scenario, against, outcome);
  const sign = usual === undefined ? Number.NaN : Math.sign(usual.scenario - usual.against);
  const offered = [...(opened.offered?.corrections.keys() ?? [])].filter(
    (id) => !start.value.corrections.includes(id),
  );
  return reached(
    offered.map((id): CorrectionFlip => {
      const corrected = correctStudy(opened, [...inForce, id]);
      const values = corrected.ok ? policyValues(corrected.value, scenario, against, outcome) : undefined;
      if (values === undefined) return { id, reverses: false };
      return { id, values, reverses: Math.sign(values.scenario - values.against) === -sign };
    }),
  );
}

function policyValues(
  prepared: PreparedStudy,
  scenario: string,
  against: string,
  outcome: string,
): CorrectionFlip['values'] {
  const variable = prepared.bound.outcomes.find(({ definition }) => definition.id === outcome)?.variable;
  const batch = batchOf(prepared.program, { kind: 'rest' });
  if (variable === undefined || !batch.ok) return undefined;
  const [left, right] = [scenario, against].map((id) => {
    const bound = prepared.bound.scenarios.get(id);
    if (bound === undefined) return undefined;
    const settings = lastingSettings(bound);
    const given = [...settings.keys()];
    const inputs = Float64Array.from(settings.values());
    const run = batch.value.run({ rows: 1, given, inputs, observed: [variable.slot] });
    return run.ok && run.value.status[0] === 0 ? run.value.values[0] : undefined;
  });
  return left === undefined || right === undefined ? undefined : { scenario: left, against: right };
}
