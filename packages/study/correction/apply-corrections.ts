import type { Diagnostic, Model, Outcome } from '@weir/model';
import {
  checkUnitNames,
  checkUnits,
  hasErrors,
  laidEndToEnd,
  orderEquations,
  reached,
  refused,
  resolve,
} from '@weir/model';
import { chooseCorrections } from './choose-corrections.js';
import type { Corrections } from './correction.js';
import { CorrectionReader } from './correction-reader.js';

/**
 * Another model: the given one with the corrections asked for. Each is set against the given model, and against those
 * that it builds on, in the order of the file, so the order of asking does not matter. Spans of corrected equations
 * point into the corrections file, which is laid behind the model file in the model's source.
 *
 * Constants that are solved for and starts at rest need runs of a study; see `correctStudy`.
 *
 * @param asked - Ids and groups; with none, the model itself is the answer.
 * @param shortNames - Short names of the study, which changes may use for variables.
 * @errors Those of {@link chooseCorrections}; `unknown-name` for a change of no variable; `correction-outdated` where
 *   the model has not the equation that is replaced; `correction-conflict` where two change one variable and the later
 *   does not build on the earlier;
 *   `correction-equation` for what cannot be replaced or take a place; `duplicate-id` for a new variable that there
 *   is; those of equations, names and order; and what `checkUnits` finds that it does not find in the given model, as
 *   errors.
 */
export function applyCorrections(
  model: Model,
  asked: readonly string[],
  corrections: Corrections,
  shortNames: ReadonlyMap<string, string> = new Map(),
): Outcome<Model> {
  const chosen = chooseCorrections(corrections, asked);
  if (!chosen.ok) return chosen;
  if (chosen.value.length === 0) return reached(model);
  const source = laidEndToEnd([model.source, corrections.source]);
  const reader = new CorrectionReader(model, corrections, source, shortNames);
  for (const correction of chosen.value) reader.read(correction);
  if (reader.texts.problems.length > 0) return refused(reader.texts.problems);
  const corrected: Model = { ...model, source, variables: reader.variables };
  const names = newIn([...resolve(corrected), ...checkUnitNames(corrected)], () => [
    ...resolve(model),
    ...checkUnitNames(model),
  ]);
  if (hasErrors(names)) return refused(names);
  const order = newIn(orderEquations(corrected).diagnostics, () => orderEquations(model).diagnostics);
  if (hasErrors(order)) return refused(order);
  const units = newIn(checkUnits(corrected), () => checkUnits(model));
  if (units.length > 0) return refused(units.map((finding) => ({ ...finding, severity: 'error' })));
  return reached(corrected, [...names, ...order]);
}

/** What is said of the corrected model and not of the given one. */
function newIn(found: readonly Diagnostic[], before: () => readonly Diagnostic[]): readonly Diagnostic[] {
  if (found.length === 0) return found;
  const told = new Set(before().map(saying));
  return found.filter((finding) => !told.has(saying(finding)));
}

function saying({ code, message, variable }: Diagnostic): string {
  return JSON.stringify([code, message, variable]);
}
