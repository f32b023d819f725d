import type { ProgramVariable } from '@weir/engine';
import { referencesIn } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';

/** A constant of a model: a variable whose equation is a number, or arithmetic with nothing but numbers. */
export interface ModelConstant {
  readonly variable: ProgramVariable;
  readonly value: number;
}

/** Every constant of a model, in the order of the file. */
export function modelConstants({ model, program, executable }: PreparedStudy): readonly ModelConstant[] {
  const values = new Float64Array(program.variables.length);
  const { start, stop, dt } = program;
  executable('interpreter').initialise(values, new Uint8Array(values.length), { start, stop, dt });
  return program.variables.flatMap((variable) => {
    const own = model.variables.get(variable.key);
    if (variable.timing !== 'constant' || variable.kind !== 'auxiliary' || own?.kind !== 'auxiliary')
      return [];
    if (own.hidden === true || own.graph !== undefined || referencesIn(own.equation).length > 0) return [];
    return [{ variable, value: values[variable.slot] ?? Number.NaN }];
  });
}
