import type { Memory } from '../backend.js';
import type { Program } from '../lower/program.js';

/** Names of the functions that generated code defines, in the order it returns them. */
export const KERNEL_FUNCTIONS = ['initialise', 'observe', 'euler', 'rungeKutta'] as const;

/** The functions of a generated kernel. All work on the caller's `values`, shape `[variables]`. */
export interface Kernel {
  initialise(
    values: Float64Array,
    given: Uint8Array,
    start: number,
    stop: number,
    dt: number,
    seed: number,
  ): void;
  observe(values: Float64Array, start: number, stop: number, dt: number, seed: number, step: number): void;
  euler(
    values: Float64Array,
    start: number,
    stop: number,
    dt: number,
    seed: number,
    step: number,
    steps: number,
    memory: Memory,
  ): void;
  /** A method of stages that each build on the one before: see `RUNGE_KUTTA`. */
  rungeKutta(
    values: Float64Array,
    start: number,
    stop: number,
    dt: number,
    seed: number,
    step: number,
    steps: number,
    memory: Memory,
    offsets: readonly number[],
    weights: readonly number[],
    divisor: number,
  ): void;
}

/** The function of a kernel for methods that choose their own steps. */
export type RatesFunction = (
  values: Float64Array,
  start: number,
  stop: number,
  dt: number,
  seed: number,
  step: number,
  offset: number,
  rate: Float64Array,
) => void;

/** Parameters of a function of generated code. */
const CLOCK = 'start, stop, dt, seed';
export const PARAMETERS = {
  initialise: `values, given, ${CLOCK}`,
  observe: `values, ${CLOCK}, k`,
  /** Parameters, and names at the place of call, of functions that settle assignments at one time. */
  settle: `values, ${CLOCK}, k, stage, time`,
  advance: `values, ${CLOCK}, step, steps, memory`,
  stages: `values, ${CLOCK}, step, steps, memory, offsets, weights, divisor`,
  rates: `values, ${CLOCK}, k, h, rate`,
} as const;

/** A function of generated code. */
export function functionSource(name: string, parameters: string, statements: readonly string[]): string {
  return `function ${name}(${parameters}) {\n${statements.map((line) => `  ${line}\n`).join('')}}\n`;
}

/** Declarations of the program's tables as locals. */
export function tableSource(program: Program): string {
  return program.tables.map((_, index) => `const table${index} = tables[${index}];\n`).join('');
}
