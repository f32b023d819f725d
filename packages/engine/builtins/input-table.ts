import { type Code, numberCode, runtimeCall, word } from '../javascript/code.js';
import type { RuntimeFunction } from './runtime.js';
import {
  heldPulseInput,
  type InputBuiltin,
  pulseInput,
  pulseTrainInput,
  rampInput,
  rampUntilInput,
  stepInput,
} from './time-inputs.js';

/** How an input over time is computed, and how generated JavaScript says it. */
export interface InputRow {
  /** @param operands - As many as the signature in `@weir/model` allows. */
  evaluate(operands: readonly number[], start: number, dt: number, step: number): number;
  emit(operands: readonly Code[]): Code;
}

type Evaluate = InputRow['evaluate'];

/** @param otherwise - What stands for arguments that are left out, in the order of the parameters. */
function row(name: RuntimeFunction, otherwise: readonly number[], evaluate: Evaluate): InputRow {
  return {
    evaluate: (operands, start, dt, step) =>
      evaluate(
        otherwise.map((value, index) => operands[index] ?? value),
        start,
        dt,
        step,
      ),
    emit: (operands) =>
      runtimeCall(
        name,
        ...otherwise.map((value, index) => operands[index] ?? numberCode(value)),
        word('start'),
        word('dt'),
        word('k'),
      ),
  };
}

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

/**
 * Every built-in that brings a change of its own at a date.
 *
 * @source OASIS XMILE 1.0, 3.5.4; Vensim, PULSE, PULSE TRAIN and RAMP.
 */
export const INPUT_ROWS: Readonly<Record<InputBuiltin, InputRow>> = {
  step: row('stepInput', [nan, nan], ([height = nan, first = nan], ...clock) =>
    stepInput(height, first, ...clock),
  ),
  ramp: row('rampInput', [nan, nan], ([slope = nan, first = nan], ...clock) =>
    rampInput(slope, first, ...clock),
  ),
  pulse: row('pulseInput', [nan, nan, 0], ([magnitude = nan, first = nan, interval = nan], ...clock) =>
    pulseInput(magnitude, first, interval, ...clock),
  ),
  pulse_train: row(
    'pulseTrainInput',
    [nan, nan, nan, nan],
    ([first = nan, width = nan, between = nan, last = nan], ...clock) =>
      pulseTrainInput(first, width, between, last, ...clock),
  ),
  vensim_pulse: row('heldPulseInput', [nan, nan], ([first = nan, width = nan], ...clock) =>
    heldPulseInput(first, width, ...clock),
  ),
  vensim_ramp: row(
    'rampUntilInput',
    [nan, nan, infinity],
    ([slope = nan, first = nan, last = nan], ...clock) => rampUntilInput(slope, first, last, ...clock),
  ),
};
