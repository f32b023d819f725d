import type { SettingsDocument } from './documents.js';

/**
 * What must be read beside results at the published stop rule of a corrected model: the rule was made for the model
 * as published, and a corrected one may still be moving when it stops. Absent where it does not apply.
 */
export function publishedRuleNote(
  settings: SettingsDocument,
  corrections: readonly string[],
): string | undefined {
  if (corrections.length === 0 || settings.until !== 'published') return undefined;
  return 'The published stop rule was made for the model as published; a corrected model may still be moving when it stops. For the state of rest use --until equilibrium.';
}
