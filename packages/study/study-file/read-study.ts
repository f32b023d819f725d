import type { CanonicalName, Outcome, SourceText } from '@weir/model';
import { canonicalName, reached, refused } from '@weir/model';
import type { Mechanism } from '../mechanism/mechanism.js';
import { variableKey } from '../names/variable-key.js';
import type { DatedChange } from '../scenario/dated-change.js';
import { claimsOf } from './claims.js';
import { controlGroupsOf } from './controls-schema.js';
import type { StudyNotes } from './notes.js';
import { patternsOf } from './patterns.js';
import { rangeSetsOf } from './ranges.js';
import { realityChecksOf } from './reality-checks.js';
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
    ranges: rangeSetsOf(file.ranges),
    mechanisms: Object.entries(file.mechanisms).map(([id, mechanism]) => mechanismOf(id, mechanism)),
    limits: file.limits,
    published: Object.entries(file.published).map(([id, table]) => publishedOf(id, table)),
    claims: claimsOf(file.claims),
    realityChecks: realityChecksOf(file.reality_checks),
    patterns: patternsOf(file.patterns),
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
    kind: file.kind,
    ...settingsOf(file.set),
    ...tablesOf(file.tables),
  };
}

function tablesOf(file: StudyFile['scenarios'][string]['tables']): Pick<Scenario, 'tables'> {
  const tables = Object.entries(file).map(
    ([name, { file: path, column }]) =>
      [name, column === undefined ? { file: path } : { file: path, column }] as const,
  );
  return tables.length === 0 ? {} : { tables: new Map(tables) };
}

type FileSettings = StudyFile['scenarios'][string]['set'];

/** Values for the whole run, and those from a date on. Of several values without a date, the last counts. */
function settingsOf(file: FileSettings): Pick<Scenario, 'set' | 'changes'> {
  const set = new Map<string, number>();
  const changes = new Map<string, DatedChange[]>();
  for (const [name, written] of Object.entries(file)) {
    for (const setting of Array.isArray(written) ? written : [written]) {
      if (typeof setting === 'number') set.set(name, setting);
      else {
        const { to, at, over } = setting;
        changes.set(name, [...(changes.get(name) ?? []), { value: to, at, over }]);
      }
    }
  }
  return { set, ...(changes.size === 0 ? {} : { changes }) };
}

function stopRuleOf(file: StudyFile['stop_rules'][string]): StudyStopRule {
  const { sample_every: sampleEvery, ...rest } = file;
  return { ...rest, sampleEvery };
}

function mechanismOf(id: string, { label, links }: StudyFile['mechanisms'][string]): Mechanism {
  return { id, label, links: links.map(({ from, to }) => (to === undefined ? { from } : { from, to })) };
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
    controls: controlGroupsOf(file.controls),
  };
}
