import { ByteWriter } from './bytes.js';
import type { FunctionWriter, ImportedFunction, OwnFunction } from './function-writer.js';
import { OPCODES, TYPES, type ValueType, WITH_IMMEDIATE } from './opcodes.js';

/** Module name of everything that is imported. */
export const IMPORT_MODULE = 'weir';
/** Name of the imported memory. */
export const IMPORTED_MEMORY = 'memory';

/** Name of an imported function. */
export const importedName = (index: number): string => `f${index}`;

const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00] as const;
const SECTIONS = { type: 1, import: 2, function: 3, export: 7, code: 10, data: 11 } as const;
const FUNCTION_TYPE = 0x60;
const FUNCTION_KIND = 0;
const MEMORY_KIND = 2;

/**
 * Writes a module of functions over one imported memory.
 *
 * @source WebAssembly Core Specification 1.0, 5.5.
 */
export class ModuleWriter {
  readonly #types: string[] = [];
  readonly #typeEntries: ByteWriter[] = [];
  readonly #imports: number[] = [];
  readonly #functions: { readonly type: number; readonly writer: FunctionWriter }[] = [];
  readonly #data: { readonly address: number; readonly content: ByteWriter }[] = [];
  readonly #exports: { readonly name: string; readonly target: OwnFunction }[] = [];

  /** Imports a function that takes these and gives a double. */
  importFunction(parameters: readonly ValueType[]): ImportedFunction {
    this.#imports.push(this.#type(parameters, ['f64']));
    return (this.#imports.length - 1) as ImportedFunction;
  }

  /** Adds a function of the module's own, under a name where it is called from outside. */
  define(writer: FunctionWriter, name?: string): OwnFunction {
    this.#functions.push({ type: this.#type(writer.parameters, writer.results), writer });
    const target = (this.#functions.length - 1) as OwnFunction;
    if (name !== undefined) this.#exports.push({ name, target });
    return target;
  }

  /** Doubles that stand in memory, from a byte address on, once the module is ready. */
  doubles(address: number, values: readonly number[]): void {
    const content = new ByteWriter();
    for (const value of values) content.double(value);
    this.#data.push({ address, content });
  }

  /**
   * The module's bytes.
   *
   * @param pages - Least size of the imported memory, in pages of 64 KiB.
   */
  finish(pages: number): Uint8Array<ArrayBuffer> {
    const out = new ByteWriter();
    for (const byte of MAGIC_AND_VERSION) out.byte(byte);
    section(out, SECTIONS.type, this.#typeEntries, (content, entry) => content.append(entry.written));

    const imports = [undefined, ...this.#imports];
    section(out, SECTIONS.import, imports, (content, type, index) => {
      content.name(IMPORT_MODULE);
      content.name(type === undefined ? IMPORTED_MEMORY : importedName(index - 1));
      content.byte(type === undefined ? MEMORY_KIND : FUNCTION_KIND);
      // A memory without a most.
      if (type === undefined) content.byte(0);
      content.unsigned(type ?? pages);
    });
    section(out, SECTIONS.function, this.#functions, (content, { type }) => content.unsigned(type));
    section(out, SECTIONS.export, this.#exports, (content, { name, target }) => {
      content.name(name);
      content.byte(FUNCTION_KIND);
      content.unsigned(this.#imports.length + target);
    });
    section(out, SECTIONS.code, this.#functions, (content, { writer }) => {
      const body = writer.body(this.#imports.length);
      content.unsigned(body.length);
      content.append(body);
    });
    if (this.#data.length > 0) {
      section(out, SECTIONS.data, this.#data, (content, { address, content: { written } }) => {
        // Put into the one memory, at a constant address.
        content.byte(0);
        content.byte(WITH_IMMEDIATE['i32.const']);
        content.signed(address);
        content.byte(OPCODES.end);
        content.unsigned(written.length);
        content.append(written);
      });
    }
    return out.written;
  }

  #type(parameters: readonly ValueType[], results: readonly ValueType[]): number {
    const key = `${parameters.join(' ')} -> ${results.join(' ')}`;
    const known = this.#types.indexOf(key);
    if (known >= 0) return known;
    const entry = new ByteWriter();
    entry.byte(FUNCTION_TYPE);
    for (const list of [parameters, results]) {
      entry.unsigned(list.length);
      for (const type of list) entry.byte(TYPES[type]);
    }
    this.#types.push(key);
    this.#typeEntries.push(entry);
    return this.#types.length - 1;
  }
}

function section<Entry>(
  out: ByteWriter,
  id: number,
  entries: readonly Entry[],
  write: (content: ByteWriter, entry: Entry, index: number) => void,
): void {
  const content = new ByteWriter();
  content.unsigned(entries.length);
  entries.forEach((entry, index) => {
    write(content, entry, index);
  });
  out.byte(id);
  out.unsigned(content.length);
  out.append(content.written);
}
