import type { Model } from './model.js';
import type { Outcome } from './source/diagnostic.js';
import { hasErrors, reached, refused } from './source/diagnostic.js';
import type { SourceText } from './source/source-text.js';
import { orderEquations } from './structure/order.js';
import { resolve } from './structure/resolve.js';
import { checkUnitNames } from './units/unit-names.js';
import { readXmile } from './xmile/read-xmile.js';

/**
 * Reads a model file and checks all that a run needs: form, content, names, the order of equations, the names of units.
 *
 * The balance of units is not part of it: see {@link checkUnits}.
 *
 * @returns The model with its warnings, or every error found. A fault that would make others follow from it is
 *   reported alone: faults of form before content, content before names, names before order.
 */
export function readModel(source: SourceText): Outcome<Model> {
  const read = readXmile(source);
  if (!read.ok) return read;
  const diagnostics = [...read.diagnostics, ...resolve(read.value), ...checkUnitNames(read.value)];
  // With a name amiss the dependencies are not known, and circles found in them need not exist.
  if (!hasErrors(diagnostics)) {
    const order = orderEquations(read.value);
    diagnostics.push(...order.diagnostics);
  }
  return hasErrors(diagnostics) ? refused(diagnostics) : reached(read.value, diagnostics);
}
