import type { Diagnostic } from '@weir/model';
import type { EngineCode } from '../engine-codes.js';
import type { Input } from '../integrate/run.js';
import type { Program } from '../lower/program.js';
import type { BatchRequest } from './batch.js';

/**
 * What is wrong with a request.
 *
 * @returns Errors; nothing where it can be run.
 */
export function requestFaults(
  program: Program,
  { rows, given, inputs, observed }: BatchRequest,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const say = (code: EngineCode, message: string, hint?: string): void => {
    found.push({ code, severity: 'error', message, ...(hint === undefined ? {} : { hint }) });
  };
  if (!(Number.isInteger(rows) && rows >= 0)) {
    say('batch-shape', `The number of rows must be a whole number of 0 or more, not ${rows}.`);
  } else if (inputs.length !== rows * given.length) {
    say(
      'batch-shape',
      `${rows} rows of ${given.length} inputs are ${rows * given.length} numbers, not ${inputs.length}.`,
    );
  }
  for (const slot of given) {
    const variable = program.variables[slot];
    if (variable === undefined) say('batch-slot', `There is no variable ${slot} in ${program.name}.`);
    else if (variable.timing === 'dynamic') {
      const hint = "Set constants or stocks' initial values.";
      say(
        'batch-slot',
        `${variable.name} is computed at every step, so it cannot be set from outside.`,
        hint,
      );
    }
  }
  for (const slot of observed) {
    if (program.variables[slot] === undefined) {
      say('batch-slot', `There is no variable ${slot} in ${program.name}.`);
    }
  }
  return found;
}

/** The inputs of one row. */
export function inputsOf({ given, inputs }: BatchRequest, row: number): readonly Input[] {
  return given.map((slot, index) => ({ slot, value: inputs[row * given.length + index] ?? Number.NaN }));
}
