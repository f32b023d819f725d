import type { LookupTable } from '../builtins/table-lookup.js';
import type { Program } from '../lower/program.js';
import { ForeignFunctions, type Surroundings } from './foreign-functions.js';
import type { Local } from './function-writer.js';
import { Layout } from './layout.js';
import { IMPORT_MODULE, IMPORTED_MEMORY, importedName, ModuleWriter } from './module-writer.js';
import { type ExportedFunction, instantiate, newMemory } from './web-assembly.js';

/** A module being written, and what its functions share. */
export interface Unit {
  readonly program: Program;
  readonly module: ModuleWriter;
  readonly foreign: ForeignFunctions;
  readonly layout: Layout;
}

/** Where a function finds the clock: parameters and variables of its own. */
export interface ClockLocals {
  readonly start: Local;
  readonly stop: Local;
  readonly dt: Local;
  readonly seed: Local;
  /** Number of the step. */
  readonly step: Local;
  readonly time: Local;
  /** Stage of the method, a whole number, where there are any. */
  readonly stage?: Local;
}

/** A module ready to run, and its memory. */
export interface ReadyUnit {
  readonly layout: Layout;
  readonly memory: Float64Array;
  readonly given: Uint8Array;
  /** @throws RangeError where the module has no function of that name. */
  exported(name: string): ExportedFunction;
}

/** A new module for a program. */
export function newUnit(program: Program): Unit {
  const module = new ModuleWriter();
  return { program, module, foreign: new ForeignFunctions(module), layout: new Layout(program) };
}

/** Compiles a unit, with a memory of its own. */
export function ready(
  { program, module, foreign, layout }: Unit,
  tables: readonly LookupTable[],
  shift: Surroundings['shift'],
): ReadyUnit {
  const linear = newMemory(layout.pages);
  const memory = new Float64Array(linear.buffer);
  const functions = foreign.make({ memory, tables, shift });
  const exported = instantiate(module.finish(layout.pages), {
    [IMPORT_MODULE]: {
      [IMPORTED_MEMORY]: linear,
      ...Object.fromEntries(functions.map((item, index) => [importedName(index), item])),
    },
  });
  return {
    layout,
    memory,
    given: new Uint8Array(linear.buffer, layout.given, program.variables.length),
    exported: (name) => {
      const found = exported[name];
      if (found === undefined) throw new RangeError(`no function ${name}`);
      return found;
    },
  };
}
