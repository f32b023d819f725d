import type { Diagnostic, Outcome, SourceText } from '@weir/model';
import { hasErrors, reached, refused } from '@weir/model';
import { didYouMean } from '../names/nearest-names.js';
import { schemaDiagnostics } from '../study-file/schema-diagnostics.js';
import { pathText, readYaml, type YamlValues } from '../study-file/yaml-document.js';
import type { Change, Correction, Corrections, NewVariable } from './correction.js';
import { type CorrectionsFile, correctionsJsonSchema, correctionsSchema } from './corrections-schema.js';

type FileCorrection = CorrectionsFile['corrections'][string];

/**
 * Reads a corrections file: its form, and that its ids are ids of the file. Whether it fits a model is checked by
 * `applyCorrections`.
 *
 * @errors Those of `readYaml`; `study-key`, `study-missing` and `study-value`; `unknown-correction` for an id in a
 *   group or in `conflicts` that the file does not have; `duplicate-id` for a group with the name of a correction.
 */
export function readCorrections(source: SourceText): Outcome<Corrections> {
  const yaml = readYaml(source);
  if (!yaml.ok) return yaml;
  const parsed = correctionsSchema.safeParse(yaml.value.value);
  if (!parsed.success) {
    const format = { schema: correctionsJsonSchema(), called: 'the corrections file' };
    return refused(schemaDiagnostics(source, yaml.value, parsed.error.issues, format));
  }
  const problems = problemsIn(parsed.data, yaml.value);
  if (hasErrors(problems)) return refused(problems);
  const corrections = Object.entries(parsed.data.corrections).map(
    ([id, correction]) => [id, correctionOf(id, correction)] as const,
  );
  return reached({
    corrections: new Map(corrections),
    groups: new Map(Object.entries(parsed.data.groups)),
    source,
    places: yaml.value.places,
  });
}

function problemsIn(file: CorrectionsFile, { places }: YamlValues): readonly Diagnostic[] {
  const known = Object.keys(file.corrections);
  const folded = new Map(known.map((id) => [id.toLowerCase(), id]));
  const problems: Diagnostic[] = [];
  const report = (path: readonly PropertyKey[], problem: Omit<Diagnostic, 'severity' | 'place'>) => {
    const place = places.values.get(pathText(path)) ?? places.keys.get(pathText(path));
    problems.push({ ...problem, severity: 'error', ...(place === undefined ? {} : { place }) });
  };
  const checkIds = (ids: readonly string[], path: readonly PropertyKey[]) => {
    for (const [index, id] of ids.entries()) {
      if (known.includes(id)) continue;
      const hint = didYouMean(id, known) ?? `The corrections are ${known.join(', ')}.`;
      const message = `There is no correction \`${id}\` in this file.`;
      report([...path, index], { code: 'unknown-correction', message, hint });
    }
  };
  for (const id of known) {
    const first = folded.get(id.toLowerCase()) ?? id;
    if (first === id) continue;
    const message = `\`${id}\` and \`${first}\` differ only by case.`;
    report(['corrections', id], { code: 'duplicate-id', message, hint: 'Rename one of them.' });
  }
  for (const [name, ids] of Object.entries(file.groups)) {
    checkIds(ids, ['groups', name]);
    if (!folded.has(name)) continue;
    const message = `The group \`${name}\` has the name of a correction.`;
    report(['groups', name], { code: 'duplicate-id', message, hint: 'Rename the group.' });
  }
  for (const [id, correction] of Object.entries(file.corrections)) {
    checkIds(correction.conflicts, ['corrections', id, 'conflicts']);
    checkIds(correction.builds_on, ['corrections', id, 'builds_on']);
    for (const [index, earlier] of correction.builds_on.entries()) {
      if (known.indexOf(earlier) < known.indexOf(id)) continue;
      const message = `\`${id}\` builds on \`${earlier}\`, which must stand above it.`;
      const path = ['corrections', id, 'builds_on', index];
      report(path, { code: 'study-value', message, hint: 'Change the order of the file.' });
    }
    const { changes, new: added, remove, calibrate, start_at_rest: starts } = correction;
    if (changes.length + added.length + remove.length === 0 && calibrate === undefined && !starts) {
      const message = `\`corrections.${id}\` changes nothing.`;
      report(['corrections', id], { code: 'study-value', message, hint: 'Give it `changes`.' });
    }
    for (const [index, variable] of added.entries()) {
      const isFlow = variable.kind === 'flow';
      const hasEnds = variable.from !== undefined || variable.to !== undefined;
      if (isFlow === hasEnds) continue;
      const path = ['corrections', id, 'new', index];
      const message = isFlow
        ? `The flow \`${variable.name}\` leaves no stock and fills none.`
        : `\`${variable.name}\` has \`from\` or \`to\`, but is not a flow.`;
      report(path, {
        code: 'study-value',
        message,
        hint: 'Give a flow `from`, `to` or both, and nothing else.',
      });
    }
    for (const [index, change] of correction.changes.entries()) {
      if ((change.equation === undefined) !== (change.value === undefined)) continue;
      const path = ['corrections', id, 'changes', index];
      const given = change.equation === undefined ? 'neither' : 'both';
      const message = `\`${path.join('.')}\` must have either \`equation\` or \`value\`, and has ${given}.`;
      report(path, { code: 'study-value', message, hint: 'Give one of the two.' });
    }
  }
  return problems;
}

function correctionOf(id: string, file: FileCorrection): Correction {
  const {
    new: newVariables,
    changes,
    remove,
    builds_on,
    calibrate,
    start_at_rest: startAtRest,
    ...rest
  } = file;
  return {
    id,
    ...rest,
    changes: changes.map(changeOf),
    newVariables: newVariables.map(newVariableOf),
    removed: remove,
    buildsOn: builds_on,
    ...(calibrate === undefined ? {} : { calibrate }),
    startAtRest,
  };
}

function changeOf({ variable, expected, equation, value }: FileCorrection['changes'][number]): Change {
  return { variable, expected: String(expected), equation: equation ?? String(value) };
}

function newVariableOf({ equation, from, to, ...variable }: FileCorrection['new'][number]): NewVariable {
  return {
    ...variable,
    equation: String(equation),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
