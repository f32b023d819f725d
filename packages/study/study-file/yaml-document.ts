import type { Diagnostic, Outcome, Place, SourceText, Span } from '@weir/model';
import { placeOf, reached, refused } from '@weir/model';
import type { Document, YAMLError } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { StudyPlaces } from './study.js';

/** Largest study file read, in UTF-16 code units: far above any study, far below what could stall a reader. */
const LARGEST_FILE = 4_000_000;

/** How often aliases may repeat what they stand for, in all. */
const MOST_ALIASES = 100;

/** Names that mean something to JavaScript objects and so cannot be names in a study. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** A YAML text as plain values, with the places of its keys and values. */
export interface YamlValues {
  readonly value: unknown;
  readonly places: StudyPlaces;
}

/** The path of a value as a key of {@link StudyPlaces}. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.map(String).join('/');
}

/**
 * Reads YAML 1.2 with the core schema: no custom tags, no duplicate keys, text keys only, bounded aliases.
 *
 * @errors `yaml-syntax` where the text is not YAML, `reserved-name`, `yaml-alias`, `file-too-large`.
 */
export function readYaml(source: SourceText): Outcome<YamlValues> {
  if (source.text.length > LARGEST_FILE) {
    const message = `The file has ${source.text.length} characters; a study file may have ${LARGEST_FILE}.`;
    return refused([errorAt(source, 0, 1, 'file-too-large', message)]);
  }
  let document: Document.Parsed;
  try {
    document = parseDocument(source.text, {
      version: '1.2',
      schema: 'core',
      customTags: [],
      strict: true,
      stringKeys: true,
      uniqueKeys: true,
      prettyErrors: false,
      logLevel: 'silent',
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refused([errorAt(source, 0, 1, 'yaml-syntax', 'The file is nested too deeply to be read.')]);
  }
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) return refused(problems.map((problem) => syntaxError(source, problem)));
  const walk = new Walk(source, document);
  walk.visit(document.contents, []);
  if (walk.problems.length > 0) return refused(walk.problems);
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return reached({ value, places: { keys: walk.keys, values: walk.values } });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const message = `Aliases stand for too much: more than ${MOST_ALIASES} values in all.`;
    return refused([
      errorAt(source, 0, 1, 'yaml-alias', message, 'Write the values out where they are used.'),
    ]);
  }
}

/** Notes the place of every key and value of a document, and what must not be there. */
class Walk {
  readonly keys = new Map<string, Place>();
  readonly values = new Map<string, Place>();
  readonly problems: Diagnostic[] = [];

  constructor(
    private readonly source: SourceText,
    private readonly document: Document.Parsed,
  ) {}

  visit(node: unknown, path: readonly PropertyKey[]): void {
    const span = rangeOf(node);
    if (span !== undefined) this.values.set(pathText(path), placeOf(this.source, span));
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        this.noteKey(name, rangeOf(key) ?? { start: 0, end: 1 }, [...path, name]);
        this.visit(value, [...path, name]);
      }
    } else if (isSeq(node)) {
      for (const [position, item] of node.items.entries()) this.visit(item, [...path, position]);
    } else if (isAlias(node) && node.resolve(this.document) === undefined) {
      const { start, end } = span ?? { start: 0, end: 1 };
      const message = `The alias \`*${node.source}\` names no anchor above it.`;
      this.problems.push(
        errorAt(this.source, start, end - start, 'yaml-alias', message, 'Write the value out.'),
      );
    }
  }

  private noteKey(name: string, span: Span, path: readonly PropertyKey[]): void {
    this.keys.set(pathText(path), placeOf(this.source, span));
    if (!RESERVED.has(name)) return;
    const message = `\`${name}\` cannot be a name.`;
    const length = span.end - span.start;
    this.problems.push(
      errorAt(this.source, span.start, length, 'reserved-name', message, 'Choose another name.'),
    );
  }
}

function rangeOf(node: unknown): Span | undefined {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return undefined;
  const range = node.range;
  return range === undefined || range === null ? undefined : { start: range[0], end: range[1] };
}

function syntaxError(source: SourceText, problem: YAMLError): Diagnostic {
  const [start, end] = problem.pos;
  const [message, hint] = sentenceFor(problem);
  return errorAt(source, start, end - start, 'yaml-syntax', message, hint);
}

/** What went wrong in a person's words, for the slips that people make; the library's own words otherwise. */
function sentenceFor(problem: YAMLError): readonly [message: string, hint?: string] {
  switch (problem.code) {
    case 'DUPLICATE_KEY':
      return ['This name stands twice at the same level.', 'Remove or rename one of the two.'];
    case 'TAG_RESOLVE_FAILED':
      return ['Tags such as `!name` are not part of a study file.', 'Remove the tag.'];
    case 'TAB_AS_INDENT':
      return ['Lines must be indented with spaces, not tabs.', 'Replace the tab by spaces.'];
    case 'BAD_ALIAS':
      return ['This alias names no anchor above it.', 'Write the value out.'];
    case 'NON_STRING_KEY':
      return ['Names must be text.', 'Put the name in quotes.'];
    case 'MULTIPLE_DOCS':
      return ['A study file holds one document.', 'Remove the line of three dashes and what follows.'];
    default:
      return [`This is not YAML: ${problem.message.split('\n')[0] ?? ''}`];
  }
}

function errorAt(
  source: SourceText,
  start: number,
  length: number,
  code: string,
  message: string,
  hint?: string,
): Diagnostic {
  const place = placeOf(source, { start, end: start + Math.max(1, length) });
  return { code, severity: 'error', message, place, ...(hint === undefined ? {} : { hint }) };
}
