import { elaborate } from './elaborate/elaborate.js';
import type { Model } from './model.js';
import type { ReadOptions } from './read-model-file.js';
import { readModelFile } from './read-model-file.js';
import type { Outcome } from './source/diagnostic.js';
import { hasErrors, reached, refused } from './source/diagnostic.js';
import type { SourceText } from './source/source-text.js';
import { orderEquations } from './structure/order.js';
import { resolve } from './structure/resolve.js';
import { checkUnitNames } from './units/unit-names.js';

/**
 * Reads a model file, XMILE or Vensim, and checks all that a run needs: form, content, arrays and modules, names, the
 * order of equations, the names of units.
 *
 * The balance of units is not part of it: see {@link checkUnits}.
 *
 * @param options - Its language, and what gets the files it includes.
 * @returns The flat model with its warnings, or every error found. A fault that would make others follow from it is
 *   reported alone: faults of form before content, content before arrays, these before names, names before order.
 */
export function readModel(source: SourceText, options: ReadOptions = {}): Outcome<Model> {
  const file = readModelFile(source, options);
  if (!file.ok) return file;
  const read = elaborate(file.value);
  if (!read.ok) return refused([...file.diagnostics, ...read.diagnostics]);
  const diagnostics = [
    ...file.diagnostics,
    ...read.diagnostics,
    ...resolve(read.value),
    ...checkUnitNames(read.value),
  ];
  // With a name amiss the dependencies are not known, and circles found in them need not exist.
  if (!hasErrors(diagnostics)) {
    const order = orderEquations(read.value);
    diagnostics.push(...order.diagnostics);
  }
  return hasErrors(diagnostics) ? refused(diagnostics) : reached(read.value, diagnostics);
}
