import type { PreparedStudy } from '../execute/prepared-study.js';
import { WEIR_VERSION } from '../execute/version.js';
import { shortNameOf } from '../names/name-index.js';
import type { DerivationStep, Evidence, EvidenceSource } from './evidence.js';
import { isGap } from './evidence.js';
import type { BoundEvidence } from './evidence-in-force.js';
import type { Influences } from './influence.js';

/** What is known of one constant, as JSON. */
export interface EvidenceEntryDocument {
  readonly name: string;
  readonly short_name: string;
  readonly correction: string | null;
  /** The correction that solved for the value, which then is not the recorded one. */
  readonly solved_by: string | null;
  readonly value: number;
  readonly unit: string;
  readonly status: string;
  readonly grade: string;
  /** Whether no source is recorded. */
  readonly gap: boolean;
  readonly range: readonly [number, number] | null;
  readonly range_basis: string | null;
  readonly reasoning: string;
  readonly derivation: readonly DerivationStep[];
  readonly alternatives: readonly {
    readonly value: number;
    readonly why: string;
    readonly derivation: readonly DerivationStep[];
    readonly sources: readonly string[];
  }[];
  readonly questions: readonly string[];
  readonly sources: readonly EvidenceSource[];
  readonly influence: {
    readonly range: readonly [number, number];
    readonly range_is_recorded: boolean;
    /** At the low end, the own value and the high end; `null` where there is none. */
    readonly differences: readonly (number | null)[];
    readonly swing: number | null;
    readonly reverses: boolean;
  } | null;
}

/** What is known of a model's constants, as JSON; gaps first, those that matter most first. */
export interface EvidenceDocument {
  readonly weir: string;
  readonly model: string;
  readonly corrections: readonly string[];
  readonly constants: number;
  readonly gaps: number;
  readonly measure: {
    readonly policies: readonly [string, string];
    readonly outcome: string;
    readonly baseline: string;
    readonly at: string;
    readonly meaning: string;
  } | null;
  readonly entries: readonly EvidenceEntryDocument[];
}

/**
 * What is known of a study's constants: first those without a source, in the order of their influence, then the
 * others, in the same order.
 *
 * @param found - Absent where influence was not computed: then in the order of the model.
 */
export function evidenceDocument(
  prepared: PreparedStudy,
  evidence: Evidence,
  bound: readonly BoundEvidence[],
  found?: Influences,
): EvidenceDocument {
  const swingOf = ({ constant }: BoundEvidence) => {
    const swing = found?.byConstant.get(constant.variable.name)?.swing ?? 0;
    // What moves the model out of reach of an answer matters most.
    return Number.isNaN(swing) ? Number.POSITIVE_INFINITY : swing;
  };
  const order = bound.map((one, index) => ({ one, index, gap: isGap(one.entry), swing: swingOf(one) }));
  order.sort((a, b) => {
    if (a.gap !== b.gap) return a.gap ? -1 : 1;
    return a.swing === b.swing ? a.index - b.index : a.swing > b.swing ? -1 : 1;
  });
  return {
    weir: WEIR_VERSION,
    model: prepared.study.id,
    corrections: prepared.corrections,
    constants: bound.length,
    gaps: order.filter(({ gap }) => gap).length,
    measure: found === undefined ? null : measureOf(found),
    entries: order.map(({ one }) => entryOf(prepared, evidence, one, found)),
  };
}

function measureOf({
  policies,
  outcome,
  baseline,
  at,
}: Influences): NonNullable<EvidenceDocument['measure']> {
  const [first, second] = policies;
  const meaning =
    `Largest less smallest of (${first} less ${second}) in ${outcome}, in percent of ${baseline}, at ${at}, with the ` +
    'constant at both ends of its range (plus and minus 20 % where none is recorded) and at its own value, all else as it is.';
  return { policies, outcome, baseline, at, meaning };
}

function entryOf(
  { bound }: PreparedStudy,
  { sources }: Evidence,
  { constant, entry, correction, solvedBy }: BoundEvidence,
  found: Influences | undefined,
): EvidenceEntryDocument {
  const { variable, value } = constant;
  const influence = found?.byConstant.get(variable.name);
  const finite = (number: number) => (Number.isFinite(number) ? number : null);
  return {
    name: variable.name,
    short_name: shortNameOf(bound.names, variable),
    correction: correction ?? null,
    solved_by: solvedBy ?? null,
    value,
    unit: entry.unit,
    status: entry.status,
    grade: entry.grade ?? entry.strength ?? 'none',
    gap: isGap(entry),
    range: entry.range ?? null,
    range_basis: entry.rangeBasis ?? null,
    reasoning: entry.reasoning,
    derivation: entry.derivation?.steps ?? [],
    alternatives: entry.alternatives.map((one) => ({
      value: one.value,
      why: one.why,
      derivation: one.derivation?.steps ?? [],
      sources: one.sources,
    })),
    questions: entry.questions,
    sources: entry.sources.flatMap((id) => sources.get(id) ?? []),
    influence:
      influence === undefined
        ? null
        : {
            range: influence.range,
            range_is_recorded: influence.isRecorded,
            differences: influence.differences.map(finite),
            swing: finite(influence.swing),
            reverses: influence.reverses,
          },
  };
}
