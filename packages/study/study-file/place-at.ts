import type { Place } from '@weir/model';
import type { Study } from './study.js';
import { pathText } from './yaml-document.js';

/** The place of a value in the study file, or of the key above it; undefined for a study made from a bare model. */
export function placeAt(study: Study, path: readonly string[]): Place | undefined {
  const text = pathText(path);
  return study.places?.values.get(text) ?? study.places?.keys.get(text);
}
