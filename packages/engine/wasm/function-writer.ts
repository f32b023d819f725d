import { ByteWriter } from './bytes.js';
import {
  type Instruction,
  NO_RESULT,
  OPCODES,
  TYPES,
  type ValueType,
  VECTOR_OPCODES,
  VECTOR_PREFIX,
  VECTOR_WITH_IMMEDIATE,
  type VectorInstruction,
  WITH_IMMEDIATE,
} from './opcodes.js';

/** Position of a parameter or local variable in its function. */
export type Local = number & { readonly __brand: 'Local' };

/** Position of a function among those that the module imports. */
export type ImportedFunction = number & { readonly __brand: 'ImportedFunction' };

/** Position of a function among those that the module defines. */
export type OwnFunction = number & { readonly __brand: 'OwnFunction' };

/** Doubles stand at whole multiples of 2^3 bytes. */
const ALIGNED = 3;

/** One of the two doubles of a vector. */
export type Lane = 0 | 1;

/** Writes the body of one function, instruction after instruction. */
export class FunctionWriter {
  readonly parameters: readonly ValueType[];
  /** What it leaves on the stack. */
  readonly results: readonly ValueType[];
  /** Where addresses are counted from, a whole number; from 0 where there is none. */
  base: Local | undefined;
  readonly #locals: ValueType[] = [];
  readonly #code = new ByteWriter();
  readonly #ownCalls: { readonly position: number; readonly target: OwnFunction }[] = [];

  constructor(parameters: readonly ValueType[], results: readonly ValueType[] = []) {
    this.parameters = parameters;
    this.results = results;
  }

  /** The parameter at a position. */
  parameter(index: number): Local {
    if (index >= this.parameters.length) throw new RangeError(`no parameter ${index}`);
    return index as Local;
  }

  /** Writes with addresses counted from 0, whatever the base. */
  absolutely(write: () => void): void {
    const { base } = this;
    this.base = undefined;
    write();
    this.base = base;
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
    this.#pushBase();
    this.loadAt(address);
  }

  /** Pushes the double at a byte address beyond the one on the stack. */
  loadAt(address: number): void {
    this.#memory('f64.load', ALIGNED, address);
  }

  /** Pushes the byte at an address, as a whole number. */
  loadByte(address: number): void {
    this.#pushBase();
    this.#memory('i32.load8_u', 0, address);
  }

  /** Writes the double that `push` leaves on the stack to a byte address. */
  store(address: number, push: () => void): void {
    this.#pushBase();
    push();
    this.#memory('f64.store', ALIGNED, address);
  }

  /** As {@link op}, on vectors. */
  vector(...instructions: readonly VectorInstruction[]): void {
    for (const instruction of instructions) this.#vectorOp(VECTOR_OPCODES[instruction]);
  }

  /** Pushes a vector of one number twice. */
  twice(value: number): void {
    this.#vectorOp(VECTOR_WITH_IMMEDIATE['v128.const']);
    this.#code.double(value);
    this.#code.double(value);
  }

  /** Pushes the vector at a byte address. */
  loadVector(address: number): void {
    this.#pushBase();
    this.#vectorMemory('v128.load', address);
  }

  /** Writes the vector that `push` leaves on the stack to a byte address. */
  storeVector(address: number, push: () => void): void {
    this.#pushBase();
    push();
    this.#vectorMemory('v128.store', address);
  }

  /** Writes one double of a vector to a byte address. */
  storeLane(address: number, vector: Local, lane: Lane): void {
    this.#pushBase();
    this.get(vector);
    this.#vectorMemory('v128.store64_lane', address);
    this.#code.byte(lane);
  }

  /** Pushes one double of a vector. */
  extract(vector: Local, lane: Lane): void {
    this.get(vector);
    this.#vectorOp(VECTOR_WITH_IMMEDIATE['f64x2.extract_lane']);
    this.#code.byte(lane);
  }

  /** Puts the double on the stack into the vector below it. */
  replace(lane: Lane): void {
    this.#vectorOp(VECTOR_WITH_IMMEDIATE['f64x2.replace_lane']);
    this.#code.byte(lane);
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

  #pushBase(): void {
    if (this.base === undefined) this.integer(0);
    else this.get(this.base);
  }

  #vectorOp(opcode: number): void {
    this.#code.byte(VECTOR_PREFIX);
    this.#code.unsigned(opcode);
  }

  #vectorMemory(instruction: 'v128.load' | 'v128.store' | 'v128.store64_lane', address: number): void {
    this.#vectorOp(VECTOR_WITH_IMMEDIATE[instruction]);
    this.#code.unsigned(ALIGNED);
    this.#code.unsigned(address);
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
