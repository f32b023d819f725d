import { type Outcome, reached, refused, type SourceText } from '@weir/model';
import { schemaDiagnostics } from '../study-file/schema-diagnostics.js';
import { readYaml } from '../study-file/yaml-document.js';
import type { Findings } from './findings.js';
import { findingsJsonSchema, findingsSchema } from './findings-schema.js';

/**
 * Reads a findings file: its form only. Whether its corrections are offered is checked by `auditModel`.
 *
 * @errors Those of `readYaml`, and `study-key`, `study-missing`, `study-value`.
 */
export function readFindings(source: SourceText): Outcome<Findings> {
  const yaml = readYaml(source);
  if (!yaml.ok) return yaml;
  const parsed = findingsSchema.safeParse(yaml.value.value);
  if (!parsed.success) {
    const format = { schema: findingsJsonSchema(), called: 'the findings file' };
    return refused(schemaDiagnostics(source, yaml.value, parsed.error.issues, format));
  }
  const { works, stands, findings } = parsed.data;
  return reached({
    works,
    stands,
    findings: Object.entries(findings).map(([id, { proof, size, ...rest }]) => ({
      id,
      ...rest,
      ...(proof === undefined ? {} : { proof }),
      ...(size === undefined ? {} : { size }),
    })),
    places: yaml.value.places,
  });
}
