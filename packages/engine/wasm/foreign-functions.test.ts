import { BUILTINS } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { INPUT_ROWS } from '../builtins/input-table.js';
import {
  heldPulseInput,
  type InputBuiltin,
  pulseInput,
  pulseTrainInput,
  rampInput,
  rampUntilInput,
  stepInput,
} from '../builtins/time-inputs.js';
import { foreignFunction } from './foreign-functions.js';

const NOTHING = { memory: new Float64Array(), tables: [], shift: () => Number.NaN };

/** Date, then what makes each of them differ from 0. */
const OPERANDS = [2, 1, 4, 9];

const INPUTS: readonly [InputBuiltin, (...all: never[]) => number][] = [
  ['step', stepInput],
  ['ramp', rampInput],
  ['pulse', pulseInput],
  ['pulse_train', pulseTrainInput],
  ['vensim_pulse', heldPulseInput],
  ['vensim_ramp', rampUntilInput],
];

describe('inputs over time', () => {
  it.each(INPUTS)('%s with all its operands is handed over as it is', (name, direct) => {
    const count = BUILTINS[name].arity[1];
    expect(foreignFunction({ kind: 'input', name, count }, NOTHING)).toBe(direct);
  });

  it.each(INPUTS)('%s goes by the table of inputs where some are left out', (name, direct) => {
    const [least, most] = BUILTINS[name].arity;
    for (let count = least; count <= most; count += 1) {
      const called = foreignFunction({ kind: 'input', name, count }, NOTHING);
      if (count < most) expect(called).not.toBe(direct);
      const operands = OPERANDS.slice(0, count);
      for (let step = 0; step < 20; step += 1) {
        expect(called(...operands, 0, 0.5, step)).toBe(INPUT_ROWS[name].evaluate(operands, 0, 0.5, step));
      }
    }
  });
});
