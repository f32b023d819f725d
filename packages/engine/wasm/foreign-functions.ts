import { BUILTINS } from '@weir/model';
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

type Make = (surroundings: Surroundings) => ForeignFunction;

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

/**
 * The functions of JavaScript that a module imports, each once: the very ones that the interpreter calls, so that
 * both give the same bits.
 */
export class ForeignFunctions {
  readonly #module: ModuleWriter;
  readonly #known = new Map<string, ImportedFunction>();
  readonly #makers: Make[] = [];

  constructor(module: ModuleWriter) {
    this.#module = module;
  }

  /** Of two operands. */
  operator(name: 'power' | 'modulo'): ImportedFunction {
    return this.#import(`operator ${name}`, 2, () => (name === 'power' ? Math.pow : modulo));
  }

  builtin(name: PureBuiltin, count: number): ImportedFunction {
    return this.#import(`builtin ${name} ${count}`, count, () => {
      const { evaluate } = BUILTIN_ROWS[name];
      return MATH[name] ?? ((...operands) => evaluate(operands));
    });
  }

  /** A built-in whose operands stand in memory: it takes their byte address and their number. */
  builtinOfList(name: PureBuiltin): ImportedFunction {
    return this.#import(`builtin ${name}`, 2, ({ memory }) => {
      const { evaluate } = BUILTIN_ROWS[name];
      return (address = 0, count = 0) => evaluate([...memory.subarray(address / 8, address / 8 + count)]);
    });
  }

  /** Takes the operands, then the first time, the time step and the number of the step. */
  input(name: InputBuiltin, count: number): ImportedFunction {
    const { NaN: nan } = Number;
    return this.#import(`input ${name} ${count}`, count + 3, () => {
      if (count === BUILTINS[name].arity[1]) return INPUTS[name];
      return (...all) => {
        const [start = nan, dt = nan, step = nan] = all.slice(count);
        return INPUT_ROWS[name].evaluate(all.slice(0, count), start, dt, step);
      };
    });
  }

  /** Takes the operands, then the run's seed and the number of the step. */
  random(name: RandomBuiltin, { first, second }: RandomSite, count: number): ImportedFunction {
    const { NaN: nan } = Number;
    return this.#import(`random ${name} ${first} ${second} ${count}`, count + 2, () => (...all) => {
      const [seed = nan, step = nan] = all.slice(count);
      return drawRandom(name, seed, first, second, step, all.slice(0, count));
    });
  }

  lookup(table: number): ImportedFunction {
    return this.#import(`lookup ${table}`, 1, ({ tables }) => {
      const found = tables[table];
      if (found === undefined) throw new RangeError(`no table ${table}`);
      return (at = Number.NaN) => lookUp(found, at);
    });
  }

  /** Takes the number of the step and the value that a memory takes over. */
  shift(held: number): ImportedFunction {
    const { NaN: nan } = Number;
    return this.#import(
      `shift ${held}`,
      2,
      (surroundings) =>
        (step = nan, value = nan) =>
          surroundings.shift(held, step, value),
    );
  }

  /** The functions in the order of the imports. */
  make(surroundings: Surroundings): readonly ForeignFunction[] {
    return this.#makers.map((make) => make(surroundings));
  }

  #import(key: string, count: number, make: Make): ImportedFunction {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const imported = this.#module.importFunction(Array.from({ length: count }, () => 'f64' as const));
    this.#known.set(key, imported);
    this.#makers.push(make);
    return imported;
  }
}
