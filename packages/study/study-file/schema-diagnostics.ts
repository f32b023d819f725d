import type { Diagnostic, Place, SourceText } from '@weir/model';
import { placeOf } from '@weir/model';
import type { z } from 'zod';
import { didYouMean } from '../names/nearest-names.js';
import type { StudyPlaces } from './study.js';
import { studyJsonSchema } from './study-schema.js';
import { pathText, type YamlValues } from './yaml-document.js';

type Issue = z.core.$ZodIssue;

/** The format that a file should have. */
export interface FileFormat {
  /** Its JSON Schema: where the names of keys are looked up. */
  readonly schema: object;
  /** What the file is called in messages. */
  readonly called: string;
}

/**
 * What a schema found wrong with a study file, in plain sentences with places.
 *
 * @param format - That of study files unless given.
 * @errors `study-key` for a key that is not part of the format, `study-missing` for one that is missing,
 *   `study-value` for a value of the wrong form.
 */
export function schemaDiagnostics(
  source: SourceText,
  yaml: YamlValues,
  issues: readonly Issue[],
  format: FileFormat = { schema: studyJsonSchema(), called: 'the study file' },
): readonly Diagnostic[] {
  return issues.flatMap((issue) => diagnosticsOf(source, yaml, issue, format));
}

function diagnosticsOf(
  source: SourceText,
  yaml: YamlValues,
  issue: Issue,
  { schema, called }: FileFormat,
): readonly Diagnostic[] {
  const { path } = issue;
  const named = (at: readonly PropertyKey[]) =>
    at.length === 0 ? called : `\`${at.map(String).join('.')}\``;
  const error = (code: string, message: string, place: Place, hint?: string): Diagnostic => ({
    code,
    severity: 'error',
    message,
    place,
    ...(hint === undefined ? {} : { hint }),
  });
  const here = nearestPlace(source, yaml.places, path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => {
      const place = yaml.places.keys.get(pathText([...path, key])) ?? here;
      const hint = didYouMean(key, known) ?? `The keys here are ${known.map(quoted).join(', ')}.`;
      return error('study-key', `\`${key}\` is not a key of ${named(path)}.`, place, hint);
    });
  }
  if (issue.code === 'invalid_key') {
    const wanted = issue.issues[0]?.message ?? 'text';
    const place = yaml.places.keys.get(pathText(path)) ?? here;
    return [
      error('study-value', `The name \`${String(path.at(-1))}\` is not allowed here: use ${wanted}.`, place),
    ];
  }
  const value = valueAt(yaml.value, path);
  const meant = issue.code === 'invalid_union' ? meantBranch(issue) : undefined;
  if (meant !== undefined) {
    return meant.flatMap((inner) =>
      diagnosticsOf(source, yaml, { ...inner, path: [...path, ...inner.path] }, { schema, called }),
    );
  }
  if (value === undefined && issue.code === 'invalid_type') {
    const parent = named(path.slice(0, -1));
    const above = path.slice(0, -1);
    const place = yaml.places.keys.get(pathText(above)) ?? nearestPlace(source, yaml.places, above);
    const hint = `Add \`${String(path.at(-1))}:\` with ${wantedOf(issue)}.`;
    return [error('study-missing', `\`${String(path.at(-1))}\` is missing in ${parent}.`, place, hint)];
  }
  const hint = issue.code === 'invalid_type' && issue.expected === 'string' ? textHint(value) : undefined;
  return [
    error('study-value', `${named(path)} must be ${wantedOf(issue)}, not ${described(value)}.`, here, hint),
  ];
}

type Union = Extract<Issue, { code: 'invalid_union' }>;

/** What is wrong with the form of several that a value has the type of; undefined where it has the type of none. */
function meantBranch({ errors }: Union): readonly Issue[] | undefined {
  return errors.find((branch) =>
    branch.every(({ code, path }) => code !== 'invalid_type' || path.length > 0),
  );
}

/** The types of a union: plain values, or where there are none all of them. */
function unionWords({ errors }: Union): string {
  const expected = errors.flat().flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected] : []));
  const plain = expected.filter((type) => type === 'number' || type === 'string' || type === 'boolean');
  const words = (plain.length > 0 ? plain : expected).map((type) => TYPE_WORDS[type] ?? type);
  return [...new Set(words)].join(' or ');
}

/** Why something that was meant as text may not be: YAML reads numbers and colons its own way. */
function textHint(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return 'Put it in quotes to make it text.';
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isGroup ? 'Text with a colon followed by a space must be in quotes.' : undefined;
}

/** What should have stood there. */
function wantedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_WORDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => quoted(String(value))).join(', ')}`;
    case 'invalid_union':
      return unionWords(issue);
    case 'too_small':
      if (issue.origin === 'string') return 'text that is not empty';
      if (issue.origin === 'array') return `a list of at least ${issue.minimum}`;
      return `${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}`;
    case 'too_big':
      return `${issue.inclusive ? 'at most' : 'below'} ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  object: 'a group of named values',
  record: 'a group of named values',
  array: 'a list',
};

function described(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (typeof value === 'string') return value.trim() === '' ? 'empty' : quoted(value);
  if (typeof value === 'number' || typeof value === 'boolean') return quoted(String(value));
  return Array.isArray(value) ? 'a list' : 'a group of named values';
}

function quoted(text: string): string {
  return `\`${text}\``;
}

/** The place of a path, or of the closest thing above it that stands in the file. */
function nearestPlace(source: SourceText, places: StudyPlaces, path: readonly PropertyKey[]): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const key = pathText(path.slice(0, length));
    const place = (length === path.length ? places.values.get(key) : undefined) ?? places.keys.get(key);
    if (place !== undefined) return { ...place, length: Math.min(place.length, 80) };
  }
  return placeOf(source, { start: 0, end: 1 });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) current = propertyOf(current, key);
  return current;
}

function propertyOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** Keys that the format has at a path, read from its JSON Schema. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  let current = schema;
  for (const key of path) {
    current = formsOf(current)
      .map(
        (form) =>
          propertyOf(propertyOf(form, 'properties'), key) ??
          propertyOf(form, 'items') ??
          propertyOf(form, 'additionalProperties'),
      )
      .find((form) => form !== undefined);
  }
  return formsOf(current).flatMap((form) => {
    const properties = propertyOf(form, 'properties');
    return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  });
}

/** A schema, or those that it is one of. */
function formsOf(schema: unknown): readonly unknown[] {
  const forms = propertyOf(schema, 'anyOf');
  return Array.isArray(forms) ? forms : [schema];
}
