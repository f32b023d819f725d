// Reads the Massachusetts model for the benchmarks, and finds its variables by the names of the public archive.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lower } from '@weir/engine';
import { readModel, sourceText } from '@weir/model';

export const MODEL_FILE = fileURLToPath(new URL('../../models/massachusetts/model.xmile', import.meta.url));

/** The value of an outcome, or an end with its messages. */
function reachedValue(outcome) {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.diagnostics.map(({ message }) => message).join('\n'));
}

/**
 * @param {string} [text] - Text of the model file, if not the file's own.
 * @returns The program, and the slot of each archive name: the documentation of every variable states it.
 */
export function loadMassachusetts(text = readFileSync(MODEL_FILE, 'utf8')) {
  const model = reachedValue(readModel(sourceText(MODEL_FILE, text)));
  const program = reachedValue(lower(model));
  const slots = new Map();
  for (const variable of model.variables.values()) {
    const [, archiveName] = variable.documentation?.match(/Archive name:\s+(?:none; here )?(\w+)\./) ?? [];
    if (archiveName !== undefined) slots.set(archiveName, program.slotOf.get(variable.key));
  }
  return {
    program,
    slotOf(archiveName) {
      const slot = slots.get(archiveName);
      if (slot === undefined)
        throw new Error(`The model has no variable with the archive name ${archiveName}.`);
      return slot;
    },
  };
}
