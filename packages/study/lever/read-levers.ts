import type { Outcome, SourceText } from '@weir/model';
import { reached, refused } from '@weir/model';
import { schemaDiagnostics } from '../study-file/schema-diagnostics.js';
import { readYaml } from '../study-file/yaml-document.js';
import type { Lever, LeverInModel, Levers } from './lever.js';
import { type LeversFile, leversJsonSchema, leversSchema } from './levers-schema.js';

/**
 * Reads a levers file: its form only.
 *
 * @errors Those of `readYaml`; `study-key`, `study-missing` and `study-value`.
 */
export function readLevers(source: SourceText): Outcome<Levers> {
  const yaml = readYaml(source);
  if (!yaml.ok) return yaml;
  const parsed = leversSchema.safeParse(yaml.value.value);
  if (!parsed.success) {
    const format = { schema: leversJsonSchema(), called: 'the levers file' };
    return refused(schemaDiagnostics(source, yaml.value, parsed.error.issues, format));
  }
  const { title, limit, models, outcomes, levers } = parsed.data;
  return reached({
    title,
    limit,
    until: new Map(Object.entries(models).map(([id, { until }]) => [id, until])),
    outcomes: Object.entries(outcomes).map(([id, { label, in: own }]) => ({
      id,
      label,
      in: new Map(Object.entries(own)),
    })),
    levers: Object.entries(levers).map(([id, lever]) => leverOf(id, lever)),
  });
}

function leverOf(id: string, { label, in: own }: LeversFile['levers'][string]): Lever {
  return { id, label, in: new Map(Object.entries(own).map(([model, lever]) => [model, inModel(lever)])) };
}

function inModel({
  structure,
  absent,
  scenario,
  set,
  scale,
}: LeversFile['levers'][string]['in'][string]): LeverInModel {
  if (absent) return { structure };
  return {
    structure,
    run: {
      set: new Map(Object.entries(set)),
      scale: new Map(Object.entries(scale)),
      ...(scenario === undefined ? {} : { scenario }),
    },
  };
}
