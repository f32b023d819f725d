import { canonicalName } from '../names/canonical-name.js';
import type { Findings } from '../source/findings.js';
import type { Span } from '../source/source-text.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childrenNamed } from '../xml/xml-element.js';
import type { Definition, DefinitionKind } from './definitions.js';
import { definitionsIn } from './definitions.js';
import type { XmileFile, XmileFiles } from './included-files.js';
import { modelsOf } from './models.js';

/** How many definitions a note names. */
const NAMED = 5;

/**
 * One `<xmile>` of a file and all that it includes: units, dimensions, macros, models, and the variables and views of
 * models without a name, which are added to the root model. Where an including and an included file define the same
 * name, the including one's holds, with a note. Two files of which neither includes the other may not define the same
 * name; the reading that follows refuses it. The header is that of the model file.
 *
 * @param files - The model file first, an including file before what it includes; spans refer to the whole text.
 * @errors Notes include-overridden.
 * @source OASIS XMILE 1.0, 2.11.
 */
export function mergedRoot(findings: Findings, files: XmileFiles): XmlElement {
  const [main, ...included] = files;
  if (included.length === 0) return main.root;
  const own = modelsOf(main.root).slice(0, 1);
  const defined = files.map((file) => ({
    file,
    definitions: definitionsIn(findings.source, file.root, file === main ? own : nameless(file.root)),
  }));
  /** The files that define each name. */
  const owners = new Map(own.map((model) => [modelKey(model), new Set([main])]));
  for (const { file, definitions } of defined)
    for (const key of definitions.flatMap(keysOf)) {
      const files = owners.get(key);
      if (files === undefined) owners.set(key, new Set([file]));
      else files.add(file);
    }
  const kept = defined.flatMap(({ file, definitions }) => {
    const includer = ({ kind, keys: [name] }: Definition): XmileFile | undefined =>
      name === undefined
        ? undefined
        : [...(owners.get(`${kind} ${name}`) ?? [])].find(({ below }) => below.has(file.path));
    noteOverridden(findings, file, definitions, includer);
    return definitions.filter((definition) => includer(definition) === undefined);
  });
  return assembled(findings, files, own[0], kept);
}

function keysOf({ kind, keys }: Definition): readonly string[] {
  return keys.map((key) => `${kind} ${key}`);
}

/** The key of the root model, so that no included model takes its name. */
function modelKey(model: XmlElement): string {
  return `model ${canonicalName(attributeOf(model, 'name') ?? '')}`;
}

/** Models without a name: what they hold goes to the root model. */
function nameless(root: XmlElement): readonly XmlElement[] {
  return childrenNamed(root, 'model').filter(
    (model) => (model.attributes.get('name')?.value.text ?? '').trim() === '',
  );
}

function noteOverridden(
  findings: Findings,
  { source, included }: XmileFile,
  definitions: readonly Definition[],
  includer: (definition: Definition) => XmileFile | undefined,
): void {
  const pairs = definitions.flatMap((definition) => {
    const winner = includer(definition);
    return winner === undefined ? [] : [{ definition, winner }];
  });
  if (pairs.length === 0 || included === undefined) return;
  const names = pairs.slice(0, NAMED).map(({ definition }) => definition.shown);
  const more = pairs.length > NAMED ? ` and ${pairs.length - NAMED} more` : '';
  const winners = [...new Set(pairs.map(({ winner }) => `\`${winner.source.file}\``))];
  const message = `What \`${source.file}\` says of ${names.join(', ')}${more} is not used: ${winners.join(' and ')} says it too, and the including file holds.`;
  findings.list.push({
    code: 'include-overridden',
    severity: 'note',
    message,
    place: included,
    hint: 'Remove one of the two where that is not meant.',
  });
}

/** The root element with these definitions in it. */
function assembled(
  findings: Findings,
  files: XmileFiles,
  own: XmlElement | undefined,
  definitions: readonly Definition[],
): XmlElement {
  const [{ root }] = files;
  const of = (kind: DefinitionKind): readonly XmlElement[] =>
    definitions.filter((definition) => definition.kind === kind).map(({ element }) => element);
  const base = own ?? files.flatMap((file) => nameless(file.root))[0];
  // What a model says for itself goes before what its file says: from an included model it stands with the latter.
  const left = own === undefined ? ['variables', 'views', 'sim_specs', 'behavior'] : ['variables', 'views'];
  const model = base && {
    ...base,
    children: [
      ...base.children.filter(({ name }) => !left.includes(name)),
      container('variables', base.startTag, of('variable')),
      container('views', base.startTag, of('view')),
    ],
  };
  const theirs = of('specification').filter(
    (element) => !root.children.includes(element) && own?.children.includes(element) !== true,
  );
  const replaced = ['model_units', 'dimensions', 'macro', 'model'];
  return {
    ...root,
    children: [
      ...root.children.filter(({ name }) => !replaced.includes(name)),
      ...onceEach(findings, theirs),
      container('model_units', root.startTag, of('unit')),
      container('dimensions', root.startTag, of('dimension')),
      ...of('macro'),
      ...(model === undefined ? [] : [model]),
      ...of('model'),
    ],
  };
}

/** Specifications of included files: of two that stand side by side, neither goes before the other. */
function onceEach(findings: Findings, elements: readonly XmlElement[]): readonly XmlElement[] {
  for (const [index, { name, span }] of elements.entries())
    if (elements.findIndex((other) => other.name === name) < index)
      findings.error(
        'repeated-element',
        span,
        `\`<${name}>\` stands in two included files, neither of which includes the other.`,
        { hint: 'Write it in the model file, where it holds for all.' },
      );
  return elements;
}

function container(name: string, startTag: Span, children: readonly XmlElement[]): XmlElement {
  return { name, attributes: new Map(), children, rawText: [], span: startTag, startTag };
}
