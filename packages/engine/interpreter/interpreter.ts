import type { Backend, ClockSettings, Memory } from '../backend.js';
import { lookupTable } from '../builtins/table-lookup.js';
import { memoryOf } from '../integrate/delay-line.js';
import { commitHeld, pendingValues } from '../integrate/held-values.js';
import { netFlow } from '../integrate/net-flow.js';
import { RUNGE_KUTTA, type Stages } from '../integrate/runge-kutta.js';
import type { Assignment } from '../lower/program.js';
import { DEFAULT_SEED } from '../random/default-seed.js';
import { evaluate } from './evaluate.js';

/** Makes an executable that walks the program's nodes: slow, and the measure of what is right. */
export const interpreter: Backend = (program) => {
  const { held, stocks } = program;
  const tables = program.tables.map(lookupTable);
  const withinStep = program.dynamic.filter(({ slot }) => !program.oncePerStep.has(slot));
  const rates = (values: Float64Array): number[] => stocks.map((stock) => netFlow(stock, values));

  /** Settles assignments in order, at `step`, `offset` into it. */
  function settle(
    assignments: readonly Assignment[],
    values: Float64Array,
    clock: ClockSettings,
    step: number,
    offset = 0,
    given?: Uint8Array,
  ): void {
    const { start, stop, dt, seed = DEFAULT_SEED } = clock;
    const scope = { values, tables, start, stop, dt, seed, step, time: start + step * dt + offset };
    for (const { slot, node } of assignments) {
      if (given?.[slot] !== 1) values[slot] = evaluate(node, scope);
    }
  }

  function euler(values: Float64Array, clock: ClockSettings, step: number, memory: Memory): void {
    settle(program.dynamic, values, clock, step);
    const rate = rates(values);
    const pending = pendingValues(held, values);
    for (const [index, { slot }] of stocks.entries()) {
      values[slot] = number(values[slot]) + clock.dt * number(rate[index]);
    }
    commitHeld(held, values, pending, memory, step);
  }

  function rungeKutta(
    { stages, divisor }: Stages,
    values: Float64Array,
    clock: ClockSettings,
    step: number,
    memory: Memory,
  ): void {
    const { dt } = clock;
    const before = stocks.map(({ slot }) => number(values[slot]));
    let rate = before.map(() => 0);
    let sum = before.map(() => 0);
    let pending: Float64Array | undefined;
    for (const { offset, weight } of stages) {
      const h = offset * dt;
      for (const [index, { slot }] of stocks.entries()) {
        values[slot] = number(before[index]) + h * number(rate[index]);
      }
      // The first stage stands at the beginning of the step.
      settle(pending === undefined ? program.dynamic : withinStep, values, clock, step, h);
      pending ??= pendingValues(held, values);
      rate = rates(values);
      sum = sum.map((soFar, index) => soFar + weight * number(rate[index]));
    }
    for (const [index, { slot }] of stocks.entries()) {
      values[slot] = number(before[index]) + (dt / divisor) * number(sum[index]);
    }
    if (pending !== undefined) commitHeld(held, values, pending, memory, step);
  }

  return {
    program,
    backend: 'interpreter',
    initialise(values, given, clock) {
      settle(program.constants, values, clock, 0, 0, given);
      settle(program.initial, values, clock, 0, 0, given);
      return memoryOf(held, values, clock);
    },
    observe(values, clock, step) {
      settle(program.dynamic, values, clock, step);
    },
    advance(values, clock, step, steps, method, memory = []) {
      for (let taken = 0; taken < steps; taken += 1) {
        if (method === 'euler') euler(values, clock, step + taken, memory);
        else rungeKutta(RUNGE_KUTTA[method], values, clock, step + taken, memory);
      }
    },
    rates(values, clock, step, offset, rate) {
      settle(withinStep, values, clock, step, offset);
      rate.set(rates(values));
    },
  };
};

const number = (value: number | undefined): number => value ?? Number.NaN;
