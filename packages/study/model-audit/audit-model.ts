import { type Diagnostic, type Outcome, reached, refused } from '@weir/model';
import { correctStudy } from '../correction/correct-study.js';
import type { Evidence } from '../evidence/evidence.js';
import { compareScenarios } from '../execute/compare-scenarios.js';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { WEIR_VERSION } from '../execute/version.js';
import { explainPolicy, type PolicyExplanation } from '../mechanism/explain-policy.js';
import { didYouMean } from '../names/nearest-names.js';
import type { Claim } from '../study-file/claims.js';
import type {
  AuditedClaim,
  AuditedEstimate,
  AuditedFigure,
  AuditedVariant,
  ModelAuditDocument,
} from './audit-document.js';
import type { Findings } from './findings.js';
import { policyEffects } from './policy-effects.js';

/** Below this share of the value compared with, two results are the same. */
const SAME = 1e-9;

/**
 * Audits a published model: what was found, what each correction and group does to the policies' effects at the fixed
 * points, which claims hold under all, some or none of them, by which mechanisms policies work, and the published
 * figures beside runs with the published numerics.
 *
 * @param prepared - As opened, without corrections.
 * @param evidence - For the publication's own arithmetic; absent where none is recorded.
 * @errors `unknown-correction` for a finding whose correction is not offered; those of `compareScenarios`,
 *   `correctStudy` and `explainPolicy`.
 */
export async function auditModel(
  prepared: PreparedStudy,
  findings: Findings,
  evidence?: Evidence,
): Promise<Outcome<ModelAuditDocument>> {
  const { study, bound } = prepared;
  const unknown = unknownCorrections(prepared, findings);
  if (unknown.length > 0) return refused(unknown);
  const variants = variantsOf(prepared);
  if (!variants.ok) return variants;
  const baseline = bound.baseline.definition.id;
  const mechanisms: PolicyExplanation[] = [];
  if (study.mechanisms.length > 0)
    for (const { id, secondary } of study.scenarios) {
      if (id === baseline || secondary) continue;
      const explained = explainPolicy(prepared, id);
      if (!explained.ok) return explained;
      mechanisms.push(explained.value);
    }
  const figures = await figuresOf(prepared);
  if (!figures.ok) return figures;
  return reached({
    weir: WEIR_VERSION,
    model: study.id,
    title: study.title,
    works: findings.works,
    baseline,
    findings: findings.findings,
    variants: variants.value,
    claims: study.claims.map((claim) => claimOver(claim, variants.value, baseline)),
    mechanisms,
    tables: study.published.map(({ id, title, source, note }) => ({
      id,
      title,
      source,
      ...(note === undefined ? {} : { note }),
    })),
    figures: figures.value,
    estimates: evidence === undefined ? [] : [...evidence.estimates.values()].map(estimateOf),
    stands: findings.stands,
  });
}

function unknownCorrections(
  { offered }: PreparedStudy,
  { findings, places }: Findings,
): readonly Diagnostic[] {
  const known = [...(offered?.corrections.keys() ?? [])];
  return findings.flatMap(({ id, corrections }) =>
    corrections
      .filter((correction) => !known.includes(correction))
      .map((correction): Diagnostic => {
        const place = places.keys.get(`findings/${id}/corrections`);
        return {
          code: 'unknown-correction',
          severity: 'error',
          message: `Finding ${id} names the correction \`${correction}\`, which is not offered.`,
          ...(place === undefined ? {} : { place }),
          hint: didYouMean(correction, known) ?? `There are: ${known.join(', ')}.`,
        };
      }),
  );
}

/** The model as published, under each correction alone, and under each group. */
function variantsOf(prepared: PreparedStudy): Outcome<readonly AuditedVariant[]> {
  const { offered } = prepared;
  const variants: AuditedVariant[] = [
    { id: 'none', kind: 'published', corrections: [], effects: policyEffects(prepared) },
  ];
  for (const { id, title, status } of offered?.corrections.values() ?? []) {
    const corrected = correctStudy(prepared, [id]);
    if (!corrected.ok) return corrected;
    const { corrections } = corrected.value;
    const effects = policyEffects(corrected.value);
    variants.push({ id, kind: 'correction', corrections, title, status, effects });
  }
  for (const [id, members] of offered?.groups ?? []) {
    if (members.length === 0) continue;
    const corrected = correctStudy(prepared, members);
    if (!corrected.ok) return corrected;
    const { corrections } = corrected.value;
    variants.push({ id, kind: 'group', corrections, effects: policyEffects(corrected.value) });
  }
  return reached(variants);
}

function claimOver(claim: Claim, variants: readonly AuditedVariant[], baseline: string): AuditedClaim {
  const { id, sentence, source, stated, outcome, scenario, direction } = claim;
  const than = claim.than ?? baseline;
  const holds = variants.map(({ id: variant, effects: { values } }): readonly [string, boolean | null] => {
    const [own, other] = [values[scenario]?.[outcome], values[than]?.[outcome]];
    if (own === undefined || other === undefined || !Number.isFinite(own - other)) return [variant, null];
    const isSame = Math.abs(own - other) <= SAME * Math.abs(other);
    return [variant, !isSame && own > other === (direction === 'higher')];
  });
  const known = holds.flatMap(([, held]) => (held === null ? [] : [held]));
  const verdict = known.every((held) => held) ? 'all' : known.some((held) => held) ? 'some' : 'none';
  return {
    id,
    sentence,
    source,
    stated,
    outcome,
    scenario,
    than,
    direction,
    holds: Object.fromEntries(holds),
    verdict,
  };
}

async function figuresOf(prepared: PreparedStudy): Promise<Outcome<readonly AuditedFigure[]>> {
  const { study } = prepared;
  if (study.published.length === 0 || !study.stopRules.has('published')) return reached([]);
  const compared = await compareScenarios(prepared, [], {
    set: new Map(),
    until: 'published',
    backend: 'javascript',
  });
  if (!compared.ok) return compared;
  const runs = new Map(compared.value.runs.map((run) => [run.scenario, run]));
  return reached(
    study.published.flatMap(({ id, rows }) =>
      rows.map(({ label, scenario, outcome, unit, printed }) => ({
        table: id,
        label,
        scenario,
        outcome,
        unit,
        printed,
        value: runs.get(scenario)?.outcomes[outcome] ?? null,
      })),
    ),
  );
}

function estimateOf({
  name,
  what,
  value,
  unit,
  derivation,
  note,
}: NonNullable<ReturnType<Evidence['estimates']['get']>>): AuditedEstimate {
  return { name, what, value, unit, steps: derivation.steps, ...(note === undefined ? {} : { note }) };
}
