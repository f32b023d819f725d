import type { Backend, ClockSettings } from '../backend.js';
import { lookupTable } from '../builtins/table-lookup.js';
import { netFlow } from '../integrate/net-flow.js';
import { RK4_STAGES } from '../integrate/runge-kutta.js';
import type { Assignment } from '../lower/program.js';
import { evaluate } from './evaluate.js';

/** Makes an executable that walks the program's nodes: slow, and the measure of what is right. */
export const interpreter: Backend = (program) => {
  const tables = program.tables.map(lookupTable);
  const rates = (values: Float64Array): number[] => program.stocks.map((stock) => netFlow(stock, values));

  /** Settles assignments in order, at `step`, `offset` into it. */
  function settle(
    assignments: readonly Assignment[],
    values: Float64Array,
    clock: ClockSettings,
    step: number,
    offset = 0,
    given?: Uint8Array,
  ): void {
    const { start, stop, dt } = clock;
    const scope = { values, tables, start, stop, dt, step, time: start + step * dt + offset };
    for (const { slot, node } of assignments) {
      if (given?.[slot] !== 1) values[slot] = evaluate(node, scope);
    }
  }

  function euler(values: Float64Array, clock: ClockSettings, step: number): void {
    settle(program.dynamic, values, clock, step);
    const rate = rates(values);
    for (const [index, { slot }] of program.stocks.entries()) {
      values[slot] = number(values[slot]) + clock.dt * number(rate[index]);
    }
  }

  function rungeKutta(values: Float64Array, clock: ClockSettings, step: number): void {
    const { dt } = clock;
    const before = program.stocks.map(({ slot }) => number(values[slot]));
    let rate = before.map(() => 0);
    let sum = before.map(() => 0);
    for (const { offset, weight } of RK4_STAGES) {
      const h = offset * dt;
      for (const [index, { slot }] of program.stocks.entries()) {
        values[slot] = number(before[index]) + h * number(rate[index]);
      }
      settle(program.dynamic, values, clock, step, h);
      rate = rates(values);
      sum = sum.map((soFar, index) => soFar + weight * number(rate[index]));
    }
    for (const [index, { slot }] of program.stocks.entries()) {
      values[slot] = number(before[index]) + (dt / 6) * number(sum[index]);
    }
  }

  return {
    program,
    backend: 'interpreter',
    initialise(values, given, clock) {
      settle(program.constants, values, clock, 0, 0, given);
      settle(program.initial, values, clock, 0, 0, given);
    },
    observe(values, clock, step) {
      settle(program.dynamic, values, clock, step);
    },
    advance(values, clock, step, steps, method) {
      const take = method === 'euler' ? euler : rungeKutta;
      for (let taken = 0; taken < steps; taken += 1) take(values, clock, step + taken);
    },
  };
};

const number = (value: number | undefined): number => value ?? Number.NaN;
