import type { Outcome } from '@weir/model';
import { refused } from '@weir/model';
import { type PreparedStudy, prepareStudy } from '../execute/prepared-study.js';
import { applyCorrections } from './apply-corrections.js';
import { chooseCorrections } from './choose-corrections.js';

/**
 * A study whose model has the corrections asked for. It is another study: the one given, and its model, stay as they
 * are; with nothing asked for, the answer is the one given.
 *
 * @param prepared - As opened, without corrections.
 * @param asked - Ids and groups of the corrections that the study offers.
 * @errors Those of {@link chooseCorrections}, {@link applyCorrections} and `prepareStudy`.
 */
export function correctStudy(prepared: PreparedStudy, asked: readonly string[]): Outcome<PreparedStudy> {
  const { study, model, offered } = prepared;
  const chosen = chooseCorrections(offered, asked);
  if (!chosen.ok) return chosen;
  if (offered === undefined || chosen.value.length === 0)
    return { ok: true, value: prepared, diagnostics: [] };
  const ids = chosen.value.map(({ id }) => id);
  const corrected = applyCorrections(model, ids, offered, study.variables);
  if (!corrected.ok) return corrected;
  const made = prepareStudy(study, corrected.value, { offered, inForce: ids });
  if (!made.ok) return refused([...corrected.diagnostics, ...made.diagnostics]);
  return { ...made, diagnostics: [...corrected.diagnostics, ...made.diagnostics] };
}
