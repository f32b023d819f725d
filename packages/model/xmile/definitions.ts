import { canonicalName, displayName } from '../names/canonical-name.js';
import type { SourceText } from '../source/source-text.js';
import type { XmlElement } from '../xml/xml-element.js';
import { attributeOf, childNamed, childrenNamed, textOf } from '../xml/xml-element.js';

/** Where in the whole a definition goes. */
export type DefinitionKind = 'specification' | 'unit' | 'dimension' | 'macro' | 'variable' | 'model' | 'view';

/** One thing that a file defines, as an element. */
export interface Definition {
  readonly kind: DefinitionKind;
  /** What it is compared by, within its kind; empty where it has no name and nothing can take its place. */
  readonly keys: readonly string[];
  /** What to call it in messages. */
  readonly shown: string;
  readonly element: XmlElement;
}

/** What a file says once, in the file or in its nameless model. */
const ONCE = ['sim_specs', 'behavior'];

/** What may stand directly in an old `<model>` that has no `<variables>`. */
const IN_MODEL = ['stock', 'flow', 'aux', 'gf', 'module', 'group'];

/** What stands among variables and is compared with none. */
const UNNAMED = ['group'];

/**
 * What a file defines for the files that include it. The variables and views are those of `model`; other models are
 * definitions as a whole.
 *
 * @param source - The text that spans of `root` refer to.
 * @param models - The elements that are the root model, in this file.
 */
export function definitionsIn(
  source: SourceText,
  root: XmlElement,
  models: readonly XmlElement[],
): readonly Definition[] {
  const named = (
    kind: DefinitionKind,
    elements: readonly XmlElement[],
    more?: (element: XmlElement) => readonly string[],
  ): Definition[] =>
    elements.map((element) => {
      const name = attributeOf(element, 'name')?.trim() ?? '';
      const keys = [canonicalName(name), ...(more?.(element) ?? [])].filter(
        (key) => key !== '' && !UNNAMED.includes(element.name),
      );
      return { kind, keys, shown: `\`${displayName(name)}\``, element };
    });
  const aliases = (unit: XmlElement) =>
    childrenNamed(unit, 'alias').map((alias) => canonicalName(textOf(source, alias).text));
  const within = (section: string) => childNamed(root, section)?.children ?? [];
  const onces = ONCE.flatMap((name): Definition[] => {
    const [element] = [root, ...models].flatMap((level) => childrenNamed(level, name));
    return element === undefined
      ? []
      : [{ kind: 'specification', keys: [name], shown: `\`<${name}>\``, element }];
  });
  const others = childrenNamed(root, 'model').filter((model) => !models.includes(model));
  return [
    ...onces,
    ...named('unit', within('model_units').filter(isEnabled), aliases),
    ...named('dimension', within('dimensions')),
    ...named('macro', childrenNamed(root, 'macro')),
    ...named('variable', models.flatMap(variableElements)),
    ...named('model', others),
    ...models
      .flatMap((model) => childNamed(model, 'views')?.children ?? [])
      .map((element): Definition => ({ kind: 'view', keys: [], shown: '', element })),
  ];
}

function isEnabled(unit: XmlElement): boolean {
  return attributeOf(unit, 'disabled')?.trim().toLowerCase() !== 'true';
}

function variableElements(model: XmlElement): readonly XmlElement[] {
  const section = childNamed(model, 'variables');
  return section?.children ?? model.children.filter(({ name }) => IN_MODEL.includes(name));
}
