import { askReader } from '../reading/ask-reader.js';
import type { Atlas } from './atlas.js';
import type { ModelSource } from './load-model.js';

/** What there is to see of a model with corrections in force: as the site carries it, or read here. */
export async function loadAtlas(
  source: ModelSource,
  corrections: readonly string[],
): Promise<Atlas | undefined> {
  if (source.kind === 'bundled' && corrections.length === 0) return source.model.atlas();
  const sources = source.kind === 'bundled' ? await source.model.sources() : source.sources;
  const made = await askReader('atlas', { sources, corrections });
  return made.ok ? made.value : undefined;
}
