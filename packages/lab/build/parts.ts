import { joinResults, publishedResults } from '@weir/figures';
import {
  checkEvidence,
  compareScenarios,
  correctStudy,
  type EvidenceDocument,
  evidenceDocument,
  evidenceInForce,
  explainPolicy,
  influences,
  type PolicyExplanation,
  type PreparedStudy,
  policyEffects,
  runConfidenceTests,
} from '@weir/study';
import { openEvidence } from '@weir/study/node';
import type { ReproducedTable, TrustPart } from '../models/trust-part.js';

/** What is recorded of a bundled model's constants; null where nothing is. */
export function evidencePart(id: string, prepared: PreparedStudy): EvidenceDocument | null {
  const evidence = openEvidence(id);
  if (!evidence.ok) return null;
  const checked = checkEvidence(evidence.value, prepared);
  if (!checked.ok) throw new Error(JSON.stringify(checked.diagnostics, null, 2));
  const bound = evidenceInForce(evidence.value, prepared);
  const found = influences(prepared, bound, {});
  return evidenceDocument(prepared, evidence.value, bound, found.ok ? found.value : undefined);
}

/** By which mechanisms each policy works, at the fixed points of the model as published. */
export function reasonsPart(prepared: PreparedStudy): readonly PolicyExplanation[] {
  if (prepared.study.mechanisms.length === 0) return [];
  return prepared.study.scenarios
    .filter(({ id }) => id !== prepared.bound.baseline.definition.id)
    .flatMap(({ id }) => {
      const explained = explainPolicy(prepared, id);
      return explained.ok ? [explained.value] : [];
    });
}

/** Checks, reproduction and the effect of each correction. */
export async function trustPart(prepared: PreparedStudy): Promise<TrustPart> {
  const { offered, study } = prepared;
  const corrected = [...(offered?.corrections.keys() ?? [])].flatMap((id) => {
    const made = correctStudy(prepared, [id]);
    return made.ok ? [{ id, made: made.value }] : [];
  });
  return {
    checks: runConfidenceTests(prepared).map(({ source: _, ...result }) => ({
      ...result,
      places: result.places.map(({ place: __, ...rest }) => rest),
    })),
    reproduction: study.published.length === 0 ? [] : await reproduction(prepared),
    effects: [
      { changes: policyEffects(prepared).changes },
      ...corrected.map(({ id, made }) => ({ id, changes: policyEffects(made).changes })),
    ],
  };
}

async function reproduction(prepared: PreparedStudy): Promise<readonly ReproducedTable[]> {
  const compared = await compareScenarios(prepared, [], {
    set: new Map(),
    until: 'published',
    backend: 'javascript',
  });
  if (!compared.ok) throw new Error(JSON.stringify(compared.diagnostics, null, 2));
  const results = joinResults(prepared.study, compared.value);
  return prepared.study.published.map((table) => ({
    id: table.id,
    title: table.title,
    source: table.source,
    ...(table.note === undefined ? {} : { note: table.note }),
    rows: publishedResults(results, table).map(({ row, value, agreement }) => ({
      ...row,
      ...(value === undefined ? {} : { value }),
      ...(agreement === undefined ? {} : { agreement }),
    })),
  }));
}
