import { lawOf } from '@weir/analysis';
import { batchOf, type Slot } from '@weir/engine';
import { type Diagnostic, type Outcome, reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { findOutcome, findScenario } from '../names/find-in-study.js';
import { lastingSettings } from '../scenario/lasting-settings.js';
import type { BoundRange } from '../study-file/ranges-bound.js';
import { rangesOf } from '../study-file/ranges-of.js';
import { type SearchPoint, type SignChange, signChanges } from './sign-change.js';

/** Two policies, and an outcome by which they are set against one another at their fixed points. */
export interface FlipRequest {
  readonly scenario: string;
  /** The baseline unless given. */
  readonly against?: string;
  readonly outcome: string;
  /** The set of ranges in which a reversal is looked for. */
  readonly ranges: string;
}

/** Which constants, each on its own, reverse the order of two policies. */
export interface FlipSearch {
  readonly scenario: string;
  readonly against: string;
  readonly outcome: string;
  readonly ranges: string;
  readonly corrections: readonly string[];
  /** Value of the outcome under either policy, in its unit, nothing varied. */
  readonly values: { readonly scenario: number; readonly against: number };
  /** In the order of the range set. */
  readonly constants: readonly ConstantFlip[];
  /** Fixed points solved. */
  readonly runs: number;
}

/** What the search found for one constant. */
export interface ConstantFlip {
  /** Short name where the study gives one. */
  readonly name: string;
  /** Name in the model. */
  readonly label: string;
  readonly default: number;
  readonly low: number;
  readonly high: number;
  readonly found: SignChange;
}

/** Ends of a range of a law without ends: all but one value in a thousand lie between. */
const TAIL = 0.0005;

/**
 * Searches, for each constant on its own, the value nearest to its default at which two policies change places by an
 * outcome. What a policy sets stays set.
 *
 * @errors `unknown-scenario`, `unknown-outcome`, `unknown-ranges`, `no-difference` where the policies have the same
 *   value or no point of rest; those of `batchOf`.
 */
export function flipPoints(prepared: PreparedStudy, request: FlipRequest): Outcome<FlipSearch> {
  const { bound } = prepared;
  const scenario = findScenario(bound, request.scenario);
  const against =
    request.against === undefined ? reached(bound.baseline) : findScenario(bound, request.against);
  const outcome = findOutcome(bound, request.outcome);
  const ranges = rangesOf(prepared, request.ranges);
  if (!scenario.ok) return scenario;
  if (!against.ok) return against;
  if (!outcome.ok) return outcome;
  if (!ranges.ok) return ranges;
  const constants = ranges.value.inputs.flatMap(searchable);
  const policies = [scenario.value, against.value].map(lastingSettings);
  const batch = batchOf(prepared.program, { kind: 'rest' });
  if (!batch.ok) return batch;

  let runs = 0;
  const problems: Diagnostic[] = [];
  /** Values of the outcome, shape [points x 2]; no point stands for the defaults. */
  const values = (points: readonly (SearchPoint | undefined)[]): Float64Array => {
    const given = constants.map(({ slot }) => slot);
    const own = policies.map((policy) => [...policy.keys()].filter((slot) => !given.includes(slot)));
    const results = policies.map((policy, side) => {
      const slots = [...given, ...(own[side] ?? [])];
      const inputs = new Float64Array(points.length * slots.length);
      for (const [row, point] of points.entries())
        for (const [column, slot] of slots.entries()) {
          const constant = constants[column];
          const varied = point !== undefined && point.range === column ? point.value : constant?.start;
          inputs[row * slots.length + column] = policy.get(slot) ?? varied ?? Number.NaN;
        }
      runs += points.length;
      const observed = [outcome.value.variable.slot];
      const run = batch.value.run({ rows: points.length, given: slots, inputs, observed });
      if (!run.ok) problems.push(...run.diagnostics);
      return run.ok ? run.value.values : new Float64Array(points.length).fill(Number.NaN);
    });
    return Float64Array.from(
      { length: points.length * 2 },
      (_, at) => results[at % 2]?.[at >> 1] ?? Number.NaN,
    );
  };
  const start = values([undefined]);
  const found = signChanges(constants, (points) => {
    const both = values(points);
    return Float64Array.from(
      points,
      (_, at) => (both[2 * at] ?? Number.NaN) - (both[2 * at + 1] ?? Number.NaN),
    );
  });
  if (problems.length > 0) return refused(problems);
  if (found === undefined) return refused([noDifference(request, against.value.definition.id)]);
  return reached({
    scenario: request.scenario,
    against: against.value.definition.id,
    outcome: request.outcome,
    ranges: request.ranges,
    corrections: prepared.corrections,
    values: { scenario: start[0] ?? Number.NaN, against: start[1] ?? Number.NaN },
    constants: constants.map(({ name, label, start: value, low, high }, at) => ({
      name,
      label,
      default: value,
      low,
      high,
      found: found[at] ?? { kind: 'holds' },
    })),
    runs,
  });
}

interface Searchable {
  readonly name: string;
  readonly label: string;
  readonly slot: Slot;
  readonly start: number;
  readonly low: number;
  readonly high: number;
}

/** Constants with a default and a law; those that are computed from others have no default to start from. */
function searchable({ name, variable, distribution, default: start }: BoundRange): readonly Searchable[] {
  const law = lawOf(distribution);
  if (!law.ok || start === undefined) return [];
  const { value } = law;
  const low = value.open ? value.lower(TAIL) : value.lower(0);
  const high = value.open ? value.upper(TAIL) : value.upper(0);
  return [
    {
      name,
      label: variable.name,
      slot: variable.slot,
      start,
      low: Math.min(low, start),
      high: Math.max(high, start),
    },
  ];
}

function noDifference({ scenario, outcome }: FlipRequest, against: string): Diagnostic {
  return {
    code: 'no-difference',
    severity: 'error',
    message: `\`${scenario}\` and \`${against}\` have the same \`${outcome}\`, or one of them has no point of rest.`,
    hint: 'Choose two policies that differ in this outcome.',
  };
}
