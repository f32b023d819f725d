import { batchOf } from '@weir/engine';
import { joinResults, publishedResults } from '@weir/figures';
import {
  checkEvidence,
  compareScenarios,
  correctStudy,
  type EvidenceDocument,
  evidenceDocument,
  evidenceInForce,
  influences,
  lastingSettings,
  type PreparedStudy,
  runConfidenceTests,
} from '@weir/study';
import { openEvidence } from '@weir/study/node';
import type { CorrectionEffect, ReproducedTable, TrustPart } from '../models/trust-part.js';

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
    effects: [effectOf(prepared), ...corrected.map(({ id, made }) => ({ id, ...effectOf(made) }))],
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

/** Changes of every policy at the fixed points; nothing for a model that does not rest. */
function effectOf({ bound, program }: PreparedStudy): CorrectionEffect {
  const batch = batchOf(program, { kind: 'rest' });
  const observed = bound.outcomes.map(({ variable }) => variable.slot);
  const valuesOf = (scenario: string): Float64Array | undefined => {
    const found = bound.scenarios.get(scenario);
    if (!batch.ok || found === undefined) return undefined;
    const settings = lastingSettings(found);
    const inputs = Float64Array.from(settings.values());
    const run = batch.value.run({ rows: 1, given: [...settings.keys()], inputs, observed });
    return run.ok && run.value.status[0] === 0 ? run.value.values : undefined;
  };
  const base = valuesOf(bound.baseline.definition.id);
  if (base === undefined) return { baseline: {}, changes: {} };
  const changes = [...bound.scenarios.keys()].flatMap((scenario) => {
    const values = valuesOf(scenario);
    if (values === undefined) return [];
    const own = bound.outcomes.map(({ definition }, at) => {
      const [value, start] = [values[at] ?? Number.NaN, base[at] ?? Number.NaN];
      return [
        definition.id,
        definition.kind === 'share' ? 100 * (value - start) : 100 * (value / start - 1),
      ] as const;
    });
    return [[scenario, Object.fromEntries(own.filter(([, change]) => Number.isFinite(change)))] as const];
  });
  return {
    baseline: Object.fromEntries(
      bound.outcomes.map(({ definition }, at) => [definition.id, base[at] ?? Number.NaN]),
    ),
    changes: Object.fromEntries(changes),
  };
}
