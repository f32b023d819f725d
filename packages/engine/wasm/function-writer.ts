import { ByteWriter } from './bytes.js';
import { type Instruction, NO_RESULT, OPCODES, TYPES, type ValueType, WITH_IMMEDIATE } from './opcodes.js';

/** Position of a parameter or local variable in its function. */
export type Local = number & { readonly __brand: 'Local' };

/** Position of a function among those that the module imports. */
export type ImportedFunction = number & { readonly __brand: 'ImportedFunction' };

/** Position of a function among those that the module defines. */
export type OwnFunction = number & { readonly __brand: 'OwnFunction' };

/** Doubles stand at whole multiples of 2^3 bytes. */
const ALIGNED = 3;

/** Writes the body of one function, instruction after instruction. It takes numbers and gives nothing back. */
export class FunctionWriter {
  readonly parameters: readonly ValueType[];
  readonly #locals: ValueType[] = [];
  readonly #code = new ByteWriter();
  readonly #ownCalls: { readonly position: number; readonly target: OwnFunction }[] = [];

  constructor(parameters: readonly ValueType[]) {
    this.parameters = parameters;
  }

  /** The parameter at a position. */
  parameter(index: number): Local {
    if (index >= this.parameters.length) throw new RangeError(`no parameter ${index}`);
    return index as Local;
  }

  /** A new local variable, 0 at first. */
  local(type: ValueType = 'f64'): Local {
    this.#locals.push(type);
    return (this.parameters.length + this.#locals.length - 1) as Local;
  }

  get(local: Local): void {
    this.#withIndex('local.get', local);
  }

  set(local: Local): void {
    this.#withIndex('local.set', local);
  }

  tee(local: Local): void {
    this.#withIndex('local.tee', local);
  }

  double(value: number): void {
    this.#code.byte(WITH_IMMEDIATE['f64.const']);
    this.#code.double(value);
  }

  integer(value: number): void {
    this.#code.byte(WITH_IMMEDIATE['i32.const']);
    this.#code.signed(value);
  }

  op(...instructions: readonly Instruction[]): void {
    for (const instruction of instructions) this.#code.byte(OPCODES[instruction]);
  }

  /** Pushes the double at a byte address. */
  load(address: number): void {
    this.integer(0);
    this.loadAt(address);
  }

  /** Pushes the double at a byte address beyond the one on the stack. */
  loadAt(address: number): void {
    this.#memory('f64.load', ALIGNED, address);
  }

  /** Pushes the byte at an address, as a whole number. */
  loadByte(address: number): void {
    this.integer(0);
    this.#memory('i32.load8_u', 0, address);
  }

  /** Writes the double that `push` leaves on the stack to a byte address. */
  store(address: number, push: () => void): void {
    this.integer(0);
    push();
    this.#memory('f64.store', ALIGNED, address);
  }

  /** Opens a choice by the whole number on the stack, until `end`; `else` may stand in between. */
  if(result?: ValueType): void {
    this.#code.byte(WITH_IMMEDIATE.if);
    this.#code.byte(result === undefined ? NO_RESULT : TYPES[result]);
  }

  /** Runs `body` for as long as what `test` leaves on the stack is not 0. */
  while(test: () => void, body: () => void): void {
    for (const opening of ['block', 'loop'] as const) {
      this.#code.byte(WITH_IMMEDIATE[opening]);
      this.#code.byte(NO_RESULT);
    }
    test();
    this.op('i32.eqz');
    this.#withIndex('br_if', 1);
    body();
    this.#withIndex('br', 0);
    this.op('end', 'end');
  }

  call(target: ImportedFunction): void {
    this.#withIndex('call', target);
  }

  /** Calls a function of the same module. */
  callOwn(target: OwnFunction): void {
    this.#code.byte(WITH_IMMEDIATE.call);
    this.#ownCalls.push({ position: this.#code.length, target });
    this.#code.paddedUnsigned(0);
  }

  /**
   * The finished body, in the form of the code section.
   *
   * @param imports - Number of functions that the module imports: they are counted before its own.
   */
  body(imports: number): Uint8Array {
    for (const { position, target } of this.#ownCalls) this.#code.rewrite(position, imports + target);
    const body = new ByteWriter();
    const runs: { readonly type: ValueType; count: number }[] = [];
    for (const type of this.#locals) {
      const last = runs.at(-1);
      if (last?.type === type) last.count += 1;
      else runs.push({ type, count: 1 });
    }
    body.unsigned(runs.length);
    for (const { type, count } of runs) {
      body.unsigned(count);
      body.byte(TYPES[type]);
    }
    body.append(this.#code.written);
    body.byte(OPCODES.end);
    return body.written;
  }

  #withIndex(instruction: keyof typeof WITH_IMMEDIATE, index: number): void {
    this.#code.byte(WITH_IMMEDIATE[instruction]);
    this.#code.unsigned(index);
  }

  #memory(instruction: 'f64.load' | 'f64.store' | 'i32.load8_u', alignment: number, address: number): void {
    this.#code.byte(WITH_IMMEDIATE[instruction]);
    this.#code.unsigned(alignment);
    this.#code.unsigned(address);
  }
}
