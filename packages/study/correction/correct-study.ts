import type { Diagnostic, Model, Outcome } from '@weir/model';
import { hasErrors, refused } from '@weir/model';
import { type PreparedStudy, prepareStudy } from '../execute/prepared-study.js';
import { variableKey } from '../names/variable-key.js';
import { checksWithout } from '../study-file/checks-without.js';
import { claimsWithout } from '../study-file/claims.js';
import { controlsWithout } from '../study-file/controls.js';
import { rangesWithout } from '../study-file/ranges.js';
import type { Study } from '../study-file/study.js';
import { applyCorrections } from './apply-corrections.js';
import { calibratedModel } from './calibrate-study.js';
import { chooseCorrections } from './choose-corrections.js';
import { modelAtRest } from './start-at-rest.js';

/**
 * A study whose model has the corrections asked for. It is another study: the one given, and its model, stay as they
 * are; with nothing asked for, the answer is the one given.
 *
 * Equations first; then a constant is solved for where a correction asks for it; then the start at rest, which is the
 * rest of all that.
 *
 * @param prepared - As opened, without corrections.
 * @param asked - Ids and groups of the corrections that the study offers.
 * @errors Those of {@link chooseCorrections}, {@link applyCorrections}, {@link calibratedModel}, {@link modelAtRest}
 *   and `prepareStudy`.
 */
export function correctStudy(prepared: PreparedStudy, asked: readonly string[]): Outcome<PreparedStudy> {
  const { study, model, offered } = prepared;
  const chosen = chooseCorrections(offered, asked);
  if (!chosen.ok) return chosen;
  if (offered === undefined || chosen.value.length === 0)
    return { ok: true, value: prepared, diagnostics: [] };
  const ids = chosen.value.map(({ id }) => id);
  const equations = applyCorrections(model, ids, offered, study.variables);
  if (!equations.ok) return equations;
  const own = withoutRemoved(ofThePublished(study), equations.value);
  const startsAtRest = chosen.value.some((one) => one.startAtRest);
  const state = { offered, inForce: ids, startsAtRest };
  let made = prepareStudy(own, equations.value, state);
  const diagnostics = [...equations.diagnostics, ...made.diagnostics];
  // What is computed from the study as corrected so far, each on top of the one before.
  const steps = [
    ...chosen.value
      .filter(({ calibrate }) => calibrate !== undefined)
      .map((one) => [one, calibratedModel] as const),
    ...chosen.value
      .filter((one) => one.startAtRest)
      .slice(0, 1)
      .map((one) => [one, modelAtRest] as const),
  ];
  for (const [correction, solve] of steps) {
    if (!made.ok) break;
    const solved = solve(made.value, correction, offered, prepared);
    made = solved.ok ? prepareStudy(own, solved.value, state) : solved;
    diagnostics.push(...solved.diagnostics, ...(solved.ok ? errorsOf(made.diagnostics) : []));
  }
  return made.ok && !hasErrors(diagnostics) ? { ...made, diagnostics } : refused(diagnostics);
}

/** The warnings of a study prepared again are those of the first time. */
function errorsOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** The study, whose words on limits were written of the model as it was read. */
function ofThePublished(study: Study): Study {
  const strip = `Of the model as published: ${study.limits.strip}`;
  return { ...study, limits: { ...study.limits, strip } };
}

/** The study without short names, and ranges, of variables that the model has no more. */
function withoutRemoved(study: Study, model: Model): Study {
  const isThere = (name: string): boolean => model.variables.has(variableKey(name));
  const variables = [...study.variables].filter(([, name]) => isThere(name));
  if (variables.length === study.variables.size) return study;
  const gone = new Set<string>(
    [...study.variables].flatMap(([short, name]) =>
      isThere(name) ? [] : [variableKey(short), variableKey(name)],
    ),
  );
  const ranges = rangesWithout(study.ranges, (name) => gone.has(variableKey(name)));
  const isGone = (name: string): boolean => gone.has(variableKey(name));
  return {
    ...study,
    variables: new Map(variables),
    ranges,
    claims: claimsWithout(study.claims, isGone),
    ...checksWithout(study, isGone),
    notes: { ...study.notes, controls: controlsWithout(study.notes.controls ?? [], isGone) },
  };
}
