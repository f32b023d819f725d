import type { CanonicalName, Outcome, SourceText } from '@weir/model';
import { canonicalName, reached, refused } from '@weir/model';
import { variableKey } from '../names/variable-key.js';
import type { StudyNotes } from './notes.js';
import { schemaDiagnostics } from './schema-diagnostics.js';
import type { OutcomeDefinition, PublishedTable, Scenario, Study, StudyStopRule } from './study.js';
import { type StudyFile, studySchema } from './study-schema.js';
import { readYaml } from './yaml-document.js';

/**
 * Reads a study file: its form only. Whether its names exist in a model is checked by `bindStudy`.
 *
 * @errors Those of {@link readYaml}, and `study-key`, `study-missing`, `study-value`.
 */
export function readStudy(source: SourceText): Outcome<Study> {
  const yaml = readYaml(source);
  if (!yaml.ok) return yaml;
  const parsed = studySchema.safeParse(yaml.value.value);
  if (!parsed.success) return refused(schemaDiagnostics(source, yaml.value, parsed.error.issues));
  return reached({ ...studyOf(parsed.data), places: yaml.value.places });
}

function studyOf(file: StudyFile): Study {
  const variables = new Map(Object.entries(file.variables));
  return {
    id: file.id,
    title: file.title,
    version: file.version,
    citation: file.citation,
    modelFile: file.model,
    variables,
    outcomes: Object.entries(file.outcomes).map(([id, outcome]) => outcomeOf(id, outcome, variables)),
    scenarios: Object.entries(file.scenarios).map(([id, scenario]) => scenarioOf(id, scenario)),
    stopRules: new Map(Object.entries(file.stop_rules).map(([id, rule]) => [id, stopRuleOf(rule)])),
    limits: file.limits,
    published: Object.entries(file.published).map(([id, table]) => publishedOf(id, table)),
    notes: notesOf(file),
  };
}

function outcomeOf(
  id: string,
  file: StudyFile['outcomes'][string],
  variables: ReadonlyMap<string, string>,
): OutcomeDefinition {
  return {
    id,
    label: file.label,
    short: file.short ?? file.label,
    ...(file.alias === undefined ? {} : { alias: file.alias }),
    variable: variableNamed(file.variable, variables),
    unit: file.unit,
    kind: file.kind,
    headline: file.headline,
    ...(file.limit === undefined ? {} : { limit: file.limit }),
  };
}

/** A short name of the study, in any case, or else the name of a variable. */
function variableNamed(written: string, variables: ReadonlyMap<string, string>): CanonicalName {
  const key = canonicalName(written);
  for (const [short, name] of variables) if (canonicalName(short) === key) return variableKey(name);
  return variableKey(written);
}

function scenarioOf(id: string, file: StudyFile['scenarios'][string]): Scenario {
  return {
    id,
    label: file.label,
    short: file.short ?? file.label,
    aliases: file.aliases,
    summary: file.summary,
    ...(file.remark === undefined ? {} : { remark: file.remark }),
    baseline: file.baseline,
    secondary: file.secondary,
    set: new Map(Object.entries(file.set)),
  };
}

function stopRuleOf(file: StudyFile['stop_rules'][string]): StudyStopRule {
  const { sample_every: sampleEvery, ...rest } = file;
  return { ...rest, sampleEvery };
}

function publishedOf(id: string, file: StudyFile['published'][string]): PublishedTable {
  return {
    id,
    title: file.title,
    source: file.source,
    ...(file.note === undefined ? {} : { note: file.note }),
    rows: file.rows.map(({ estimated, note, ...row }) => ({
      ...row,
      ...(estimated === undefined ? {} : { estimated }),
      ...(note === undefined ? {} : { note }),
    })),
  };
}

function notesOf(file: StudyFile): StudyNotes {
  return {
    ...(file.content_note === undefined ? {} : { contentNote: file.content_note }),
    ...(file.counterparts === undefined ? {} : { counterparts: file.counterparts }),
    groups: Object.entries(file.groups).map(([id, group]) => ({ id, ...group })),
    spotlights: Object.entries(file.spotlights).map(([outcome, spotlight]) => ({ outcome, ...spotlight })),
    findings: Object.entries(file.findings).map(([id, finding]) => ({ id, ...finding })),
  };
}
