import type { Executable, ProgramVariable } from '@weir/engine';
import type { Auxiliary, Model } from '@weir/model';
import { referencesIn } from '@weir/model';

/** A constant that the model file gives as a number, and that no other value stands behind. */
export interface LeafConstant {
  readonly variable: ProgramVariable;
  readonly definition: Auxiliary;
  readonly value: number;
}

/** The constants that a model file gives as numbers, in the order of the file; those made by Weir apart. */
export function leafConstants(model: Model, executable: Executable): readonly LeafConstant[] {
  const { program } = executable;
  const values = startValues(executable);
  return program.variables.flatMap((variable) => {
    const definition = model.variables.get(variable.key);
    if (variable.timing !== 'constant' || definition?.kind !== 'auxiliary') return [];
    if (definition.hidden === true || definition.graph !== undefined) return [];
    if (referencesIn(definition.equation).length > 0) return [];
    return [{ variable, definition, value: values[variable.slot] ?? Number.NaN }];
  });
}

/** All values at the first moment of a run with the file's own numbers, shape `[variables]`. */
export function startValues(executable: Executable): Float64Array {
  const { program } = executable;
  const clock = { start: program.start, stop: program.stop, dt: program.dt };
  const values = new Float64Array(program.variables.length);
  executable.initialise(values, new Uint8Array(values.length), clock);
  executable.observe(values, clock, 0);
  return values;
}
