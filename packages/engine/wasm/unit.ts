import type { LookupTable } from '../builtins/table-lookup.js';
import { withPlainInputs } from '../lower/plain-inputs.js';
import type { Program } from '../lower/program.js';
import {
  ForeignFunctions,
  type ForeignRequest,
  foreignFunction,
  type Surroundings,
} from './foreign-functions.js';
import type { Local } from './function-writer.js';
import { Layout } from './layout.js';
import { LookupFunctions } from './lookup-functions.js';
import { IMPORT_MODULE, IMPORTED_MEMORY, importedName, ModuleWriter } from './module-writer.js';
import { SINGLE_WORDS } from './single-words.js';
import {
  type CompiledModule,
  compile,
  type ExportedFunction,
  instantiate,
  newMemory,
} from './web-assembly.js';
import type { Words } from './words.js';

/** A module being written, and what its functions share. */
export interface Unit {
  readonly program: Program;
  readonly module: ModuleWriter;
  readonly foreign: ForeignFunctions;
  readonly layout: Layout;
  /** How values are written. */
  readonly words: Words;
  /** Graphical functions that the module computes by itself; where absent, the interpreter's function is called. */
  readonly lookups?: LookupFunctions;
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

/** A compiled module, and what it takes to ready it: plain data beside the module, so that it can be posted to workers. */
export interface CompiledUnit {
  readonly module: CompiledModule;
  readonly imports: readonly ForeignRequest[];
  /** Size of the memory. */
  readonly pages: number;
}

/** A module ready to run, and its memory. */
export interface ReadyUnit {
  readonly memory: Float64Array;
  readonly bytes: Uint8Array;
  /** @throws RangeError where the module has no function of that name. */
  exported(name: string): ExportedFunction;
}

/** A new module for a program, for one run at a time. */
export function newUnit(given: Program): Unit {
  const program = withPlainInputs(given);
  const module = new ModuleWriter();
  const layout = new Layout(program);
  return {
    program,
    module,
    foreign: new ForeignFunctions(module),
    layout,
    words: SINGLE_WORDS,
    lookups: new LookupFunctions(module, layout, program.tables),
  };
}

/** Compiles a unit. */
export function compileUnit({ module, foreign, layout }: Unit): CompiledUnit {
  const { pages } = layout;
  return { module: compile(module.finish(pages)), imports: foreign.requests, pages };
}

/** Readies a compiled unit, with a memory of its own. */
export function ready(
  { module, imports, pages }: CompiledUnit,
  tables: readonly LookupTable[],
  shift: Surroundings['shift'],
): ReadyUnit {
  const linear = newMemory(pages);
  const memory = new Float64Array(linear.buffer);
  const functions = imports.map((request) => foreignFunction(request, { memory, tables, shift }));
  const exported = instantiate(module, {
    [IMPORT_MODULE]: {
      [IMPORTED_MEMORY]: linear,
      ...Object.fromEntries(functions.map((item, index) => [importedName(index), item])),
    },
  });
  return {
    memory,
    bytes: new Uint8Array(linear.buffer),
    exported: (name) => {
      const found = exported[name];
      if (found === undefined) throw new RangeError(`no function ${name}`);
      return found;
    },
  };
}
