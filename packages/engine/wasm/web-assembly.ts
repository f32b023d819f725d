import type { ForeignFunction } from './foreign-functions.js';

/** A compiled module: it can be posted to a worker. */
export interface CompiledModule {
  readonly kind?: 'module';
}

/** A memory of pages of 64 KiB. */
interface LinearMemory {
  readonly buffer: ArrayBuffer;
}

/** What a module is given. */
export type Imports = Readonly<Record<string, Readonly<Record<string, ForeignFunction | LinearMemory>>>>;

/** What a module's functions take; they give nothing back. */
export type ExportedFunction = (...operands: readonly number[]) => void;

/** The part of the WebAssembly JavaScript interface that the engine uses, the same in Node.js and browsers. */
interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => CompiledModule;
  readonly Instance: new (
    module: CompiledModule,
    imports: Imports,
  ) => { readonly exports: Readonly<Record<string, ExportedFunction>> };
  readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean;
  readonly Memory: new (size: { readonly initial: number }) => LinearMemory;
}

// The global of this name, declared here so that the engine needs no types of browsers or of Node.js.
declare const WebAssembly: WebAssemblyInterface;

/** A new memory. */
export const newMemory = (pages: number): LinearMemory => new WebAssembly.Memory({ initial: pages });

/**
 * Compiles a module at once.
 *
 * @throws CompileError of WebAssembly where the bytes are no module or break a limit of the JavaScript engine.
 */
export const compile = (bytes: Uint8Array<ArrayBuffer>): CompiledModule => new WebAssembly.Module(bytes);

/** Readies a compiled module. */
export function instantiate(
  module: CompiledModule,
  imports: Imports,
): Readonly<Record<string, ExportedFunction>> {
  return new WebAssembly.Instance(module, imports).exports;
}

/** Whether there is WebAssembly, and it accepts these bytes as a module. */
export function accepts(bytes: Uint8Array<ArrayBuffer>): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(bytes);
}
