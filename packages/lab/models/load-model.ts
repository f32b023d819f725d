import type { Diagnostic } from '@weir/model';
import { askReader } from '../reading/ask-reader.js';
import type { BundledModel } from './catalog.js';
import { correctionsKey } from './corrections-key.js';
import type { LoadedModel } from './loaded-model.js';
import type { StudySources } from './sources.js';

/** Where a model comes from: the site, or a file of the person's own. */
export type ModelSource =
  | { readonly kind: 'bundled'; readonly model: BundledModel }
  | { readonly kind: 'own'; readonly id: string; readonly sources: StudySources };

/** A model that could be loaded, or why not. */
export type Loading =
  | { readonly ok: true; readonly loaded: LoadedModel; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Loads a model with corrections in force: as the site carries it where it does, else read and corrected here, by a
 * worker that is started for it.
 */
export async function loadModel(
  source: ModelSource,
  corrections: readonly string[],
  offered: readonly { readonly id: string }[],
): Promise<Loading> {
  if (source.kind === 'bundled') {
    const ready = source.model.variants[correctionsKey(corrections, offered)];
    if (ready !== undefined) return { ok: true, loaded: await ready(), diagnostics: [] };
  }
  const sources = source.kind === 'bundled' ? await source.model.sources() : source.sources;
  const made = await askReader('load', { sources, corrections });
  const { diagnostics } = made;
  return made.ok ? { ok: true, loaded: made.value, diagnostics } : { ok: false, diagnostics };
}

/** The key of a model's program among the workers'. */
export function programKey(source: ModelSource, loaded: LoadedModel): string {
  const id = source.kind === 'bundled' ? source.model.id : source.id;
  return `${id}|${loaded.corrections.join('+')}|${loaded.programHash}`;
}
