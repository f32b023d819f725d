import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Model } from '../model.js';
import { readModel } from '../read-model.js';
import { sourceText } from '../source/source-text.js';
import { valueIn } from './outcomes.js';

const MODELS = new URL('../../../models/', import.meta.url);

/** The models of this repository by the names of their folders, for tests at the size of real ones. */
export function bundledModels(): readonly (readonly [name: string, model: Model])[] {
  return readdirSync(MODELS).flatMap((name): readonly (readonly [string, Model])[] => {
    const file = new URL(`${name}/model.xmile`, MODELS);
    if (!existsSync(file)) return [];
    const text = readFileSync(fileURLToPath(file), 'utf8');
    return [[name, valueIn(readModel(sourceText('model.xmile', text)))]];
  });
}

/** The one of most variables. */
export function largestBundledModel(): Model {
  const [largest] = bundledModels()
    .map(([, model]) => model)
    .sort((one, other) => other.variables.size - one.variables.size);
  if (largest === undefined) throw new Error('no bundled models');
  return largest;
}
