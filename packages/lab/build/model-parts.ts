import { AS_PUBLISHED } from '../models/corrections-key.js';
import type { LoadedModel } from '../models/loaded-model.js';
import { builtModel } from './bundled-models.js';
import { cachedText } from './cache.js';
import { evidencePart, reasonsPart, trustPart } from './parts.js';

/** A bundled model as texts of modules. Making them runs the model's checks, so they are kept between builds. */
export interface ModelParts {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Keys of the corrections that are ready made. */
  readonly variants: readonly string[];
  /** JSON text of each part: `sources`, `atlas`, `evidence`, `trust`, `reasons`, and `variant/KEY`. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The parts of a bundled model, made or as kept from the last build from the same files. */
export async function modelParts(id: string, digest: string): Promise<ModelParts> {
  return JSON.parse(await cachedText(id, digest, async () => JSON.stringify(await makeParts(id))));
}

async function makeParts(id: string): Promise<ModelParts> {
  const { title, version, variants, sources, atlas, prepared } = builtModel(id);
  const published = variants[AS_PUBLISHED];
  if (published === undefined) throw new Error(`${id} cannot be read as published.`);
  const texts: Record<string, string> = {
    sources: JSON.stringify(sources),
    atlas: JSON.stringify(atlas),
    evidence: JSON.stringify(evidencePart(id, prepared)),
    trust: JSON.stringify(await trustPart(prepared)),
    reasons: JSON.stringify(reasonsPart(prepared)),
  };
  for (const [key, variant] of Object.entries(variants)) {
    const part = key === AS_PUBLISHED ? variant : difference(variant, published);
    texts[`variant/${key}`] = JSON.stringify(part);
  }
  return { id, title, version, variants: Object.keys(variants), texts };
}

/** A corrected model with only those parts of its study that the correction changes. */
function difference(wanted: LoadedModel, published: LoadedModel): object {
  const before = new Map<string, unknown>(Object.entries(published.study));
  const changed = Object.entries(wanted.study).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before.get(key)),
  );
  return { ...wanted, study: Object.fromEntries(changed) };
}
