import type { Plugin } from 'vite';
import { AS_PUBLISHED } from '../models/corrections-key.js';
import { builtModelIds } from './bundled-models.js';
import { digestOfInputs } from './cache.js';
import { type ModelParts, modelParts } from './model-parts.js';

const CATALOG = 'virtual:weir-models';
const PART = 'virtual:weir-model/';

/** Parts of a model besides its variants; each is fetched when a view needs it. */
const PARTS = ['sources', 'atlas', 'evidence', 'trust', 'reasons'] as const;

/** Puts what lies in the models folder into the site: a small catalog, and each part of a model as a chunk of its own. */
export function modelsPlugin(): Plugin {
  const made = new Map<string, Promise<ModelParts>>();
  const partsOf = (id: string): Promise<ModelParts> => {
    const parts = made.get(id) ?? modelParts(id, digestOfInputs(id));
    made.set(id, parts);
    return parts;
  };
  return {
    name: 'weir-models',
    resolveId: (id) => (id === CATALOG || id.startsWith(PART) ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${CATALOG}`) return catalogCode(await Promise.all(builtModelIds().map(partsOf)));
      if (!id.startsWith(`\0${PART}`)) return undefined;
      const [name = '', ...rest] = id.slice(PART.length + 1).split('/');
      const text = (await partsOf(name)).texts[rest.join('/')];
      if (text === undefined) throw new Error(`${name} has no ${rest.join('/')}.`);
      return valueCode(text);
    },
  };
}

function catalogCode(models: readonly ModelParts[]): string {
  const entries = models.map(({ id, title, version, variants }) => {
    const published = `${PART}${id}/variant/${AS_PUBLISHED}`;
    const lines = variants.map((key) => {
      const code =
        key === AS_PUBLISHED ? fetching(published) : completing(published, `${PART}${id}/variant/${key}`);
      return `${JSON.stringify(key)}: ${code}`;
    });
    const words = `id: ${JSON.stringify(id)}, title: ${JSON.stringify(title)}, version: ${JSON.stringify(version)}`;
    const parts = PARTS.map((part) => `${part}: ${fetching(`${PART}${id}/${part}`)}`);
    return `{ ${words}, variants: { ${lines.join(', ')} }, ${parts.join(', ')} }`;
  });
  return `export const bundled = [${entries.join(',\n')}];`;
}

function fetching(module: string): string {
  return `() => import(${JSON.stringify(module)}).then((found) => found.default)`;
}

/** Code that fetches a difference and completes it. */
function completing(published: string, variant: string): string {
  const both = `Promise.all([import(${JSON.stringify(published)}), import(${JSON.stringify(variant)})])`;
  const whole = '({ ...b.default, study: { ...a.default.study, ...b.default.study } })';
  return `() => ${both}.then(([a, b]) => ${whole})`;
}

/** A module that exports a value. Text that is parsed as JSON is read faster than the same as JavaScript. */
function valueCode(json: string): string {
  return `export default JSON.parse(${JSON.stringify(json)});`;
}
