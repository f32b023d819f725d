import type { Study } from '../study-file/study.js';

/**
 * How the equations stand, in words: the corrections in force, or that there are none. A study of a publication
 * is run `as published`; any other as the model file has it.
 */
export function correctionsText(study: Study, corrections: readonly string[]): string {
  if (corrections.length > 0) return `corrections ${corrections.join(', ')}`;
  return study.published.length > 0 ? 'as published' : 'as in the model file';
}
