import type { Program } from '../lower/program.js';
import type { FailedRun, Input } from './run.js';

/** Fills in values from outside. Inputs are for constants, initial values and stocks' initial values. */
export function giveInputs(
  program: Program,
  inputs: readonly Input[],
  values: Float64Array,
  given: Uint8Array,
): FailedRun | undefined {
  for (const { slot, value } of inputs) {
    const variable = program.variables[slot];
    if (variable === undefined) throw new RangeError(`no variable ${slot} in ${program.name}`);
    const refuse = (why: string): FailedRun => ({
      status: 'failed',
      time: program.start,
      slot,
      value,
      message: `${variable.name} ${why}.`,
    });
    if (variable.timing === 'dynamic')
      return refuse('is computed at every step, so it cannot be set from outside');
    const shaping = program.shaping.get(slot);
    if (shaping !== undefined && shaping !== value) {
      return refuse(
        `is the number of stages of a delay, so it cannot be set from outside: it stays ${shaping}`,
      );
    }
    if (Number.isNaN(value)) return refuse('was set to a value that is not a number');
    if (variable.timing === 'stock' && !Number.isFinite(value)) {
      return refuse('was set to an infinite value, which a stock cannot hold');
    }
    values[slot] = value;
    given[slot] = 1;
  }
  return undefined;
}
