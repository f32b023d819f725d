import { BUILTIN_ROWS } from '../builtins/builtin-table.js';
import { INPUT_ROWS } from '../builtins/input-table.js';
import { modulo } from '../builtins/modulo.js';
import { type LookupTable, lookUp } from '../builtins/table-lookup.js';
import {
  heldPulseInput,
  type InputBuiltin,
  pulseInput,
  pulseTrainInput,
  rampInput,
  rampUntilInput,
  stepInput,
} from '../builtins/time-inputs.js';
import type { PureBuiltin } from '../lower/program.js';
import { drawRandom, type RandomBuiltin } from '../random/random-table.js';
import type { RandomSite } from '../random/stream.js';
import type { ImportedFunction } from './function-writer.js';
import type { ModuleWriter } from './module-writer.js';

/** A function of JavaScript that generated code calls. */
export type ForeignFunction = (...operands: number[]) => number;

/** What foreign functions need beside their operands, once a module is ready. */
export interface Surroundings {
  /** The module's memory as doubles. */
  readonly memory: Float64Array;
  readonly tables: readonly LookupTable[];
  /** Puts the value of a step into a pure delay of the run at hand: what comes out at the next step. */
  shift(held: number, step: number, value: number): number;
}

/** Which function of JavaScript a module imports, as plain data. */
export type ForeignRequest =
  | { readonly kind: 'operator'; readonly name: 'power' | 'modulo' }
  | { readonly kind: 'builtin'; readonly name: PureBuiltin; readonly count: number }
  | { readonly kind: 'list'; readonly name: PureBuiltin }
  | { readonly kind: 'input'; readonly name: InputBuiltin; readonly count: number }
  | {
      readonly kind: 'random';
      readonly name: RandomBuiltin;
      readonly site: RandomSite;
      readonly count: number;
    }
  | { readonly kind: 'lookup'; readonly table: number }
  | { readonly kind: 'shift'; readonly held: number };

/** Functions of `Math` that WebAssembly has no instruction for: handed over as they are. */
const MATH: Partial<Record<PureBuiltin, ForeignFunction>> = {
  arccos: Math.acos,
  arcsin: Math.asin,
  arctan: Math.atan,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  ln: Math.log,
  log10: Math.log10,
  power: Math.pow,
  sin: Math.sin,
  sinh: Math.sinh,
  tan: Math.tan,
  tanh: Math.tanh,
};

/** Inputs over time that are given all their operands; those that leave some out go by the table of inputs. */
const INPUTS: Readonly<Record<InputBuiltin, ForeignFunction>> = {
  step: stepInput,
  ramp: rampInput,
  pulse: pulseInput,
  pulse_train: pulseTrainInput,
  vensim_pulse: heldPulseInput,
  vensim_ramp: rampUntilInput,
};

/** Parameters of an input after its operands: first time, time step, number of the step. */
const CLOCK = 3;

/**
 * The functions of JavaScript that a module imports, each once: the very ones that the interpreter calls, so that
 * both give the same bits.
 */
export class ForeignFunctions {
  readonly #module: ModuleWriter;
  readonly #known = new Map<string, ImportedFunction>();
  readonly #requests: ForeignRequest[] = [];

  constructor(module: ModuleWriter) {
    this.#module = module;
  }

  /** What has been imported, in the order of the imports. */
  get requests(): readonly ForeignRequest[] {
    return this.#requests;
  }

  /** Of two operands. */
  operator(name: 'power' | 'modulo'): ImportedFunction {
    return this.#import(`operator ${name}`, 2, { kind: 'operator', name });
  }

  builtin(name: PureBuiltin, count: number): ImportedFunction {
    return this.#import(`builtin ${name} ${count}`, count, { kind: 'builtin', name, count });
  }

  /** A built-in whose operands stand in memory: it takes their byte address and their number. */
  builtinOfList(name: PureBuiltin): ImportedFunction {
    return this.#import(`list ${name}`, 2, { kind: 'list', name });
  }

  /** Takes the operands, then the first time, the time step and the number of the step. */
  input(name: InputBuiltin, count: number): ImportedFunction {
    return this.#import(`input ${name} ${count}`, count + 3, { kind: 'input', name, count });
  }

  /** Takes the operands, then the run's seed and the number of the step. */
  random(name: RandomBuiltin, site: RandomSite, count: number): ImportedFunction {
    const key = `random ${name} ${site.first} ${site.second} ${count}`;
    return this.#import(key, count + 2, { kind: 'random', name, site, count });
  }

  lookup(table: number): ImportedFunction {
    return this.#import(`lookup ${table}`, 1, { kind: 'lookup', table });
  }

  /** Takes the number of the step and the value that a memory takes over. */
  shift(held: number): ImportedFunction {
    return this.#import(`shift ${held}`, 2, { kind: 'shift', held });
  }

  #import(key: string, count: number, request: ForeignRequest): ImportedFunction {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const imported = this.#module.importFunction(Array.from({ length: count }, () => 'f64' as const));
    this.#known.set(key, imported);
    this.#requests.push(request);
    return imported;
  }
}

/**
 * The function that a request names.
 *
 * @throws RangeError for a table that the surroundings do not have.
 */
export function foreignFunction(request: ForeignRequest, surroundings: Surroundings): ForeignFunction {
  const { NaN: nan } = Number;
  switch (request.kind) {
    case 'operator':
      return request.name === 'power' ? Math.pow : modulo;
    case 'builtin': {
      const { evaluate } = BUILTIN_ROWS[request.name];
      return MATH[request.name] ?? ((...operands) => evaluate(operands));
    }
    case 'list': {
      const { evaluate } = BUILTIN_ROWS[request.name];
      const { memory } = surroundings;
      return (address = 0, count = 0) => evaluate([...memory.subarray(address / 8, address / 8 + count)]);
    }
    case 'input': {
      const { name, count } = request;
      if (count === INPUTS[name].length - CLOCK) return INPUTS[name];
      return (...all) => {
        const [start = nan, dt = nan, step = nan] = all.slice(count);
        return INPUT_ROWS[name].evaluate(all.slice(0, count), start, dt, step);
      };
    }
    case 'random': {
      const { name, site, count } = request;
      return (...all) => {
        const [seed = nan, step = nan] = all.slice(count);
        return drawRandom(name, seed, site.first, site.second, step, all.slice(0, count));
      };
    }
    case 'lookup': {
      const found = surroundings.tables[request.table];
      if (found === undefined) throw new RangeError(`no table ${request.table}`);
      return (at = nan) => lookUp(found, at);
    }
    case 'shift':
      return (step = nan, value = nan) => surroundings.shift(request.held, step, value);
  }
}
