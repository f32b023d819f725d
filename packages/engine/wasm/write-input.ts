import type { InputBuiltin } from '../builtins/time-inputs.js';
import type { Place, Push } from './operations.js';

/**
 * Writes an input over time: STEP and RAMP in place, as `stepInput` and `rampInput` compute them, and any other as a
 * call of its function. It leaves one double on the stack.
 */
export function writeInput(place: Place, name: InputBuiltin, operands: readonly Push[]): void {
  const { unit, writer, clock } = place;
  const [size, first] = operands;
  if (name === 'step' && size !== undefined && first !== undefined) {
    size();
    writer.double(0);
    writer.get(clock.step);
    first();
    writer.get(clock.start);
    writer.op('f64.sub');
    writer.get(clock.dt);
    writer.op('f64.div');
    writeRounded(place);
    writer.op('f64.ge', 'select');
  } else if (name === 'ramp' && size !== undefined && first !== undefined) {
    const [time, date] = [writer.local(), writer.local()];
    size();
    writer.get(clock.start);
    writer.get(clock.step);
    writer.get(clock.dt);
    writer.op('f64.mul', 'f64.add');
    writer.tee(time);
    first();
    writer.tee(date);
    writer.op('f64.sub', 'f64.mul');
    writer.double(0);
    writer.get(time);
    writer.get(date);
    writer.op('f64.gt', 'select');
  } else {
    for (const push of operands) push();
    for (const local of [clock.start, clock.dt, clock.step]) writer.get(local);
    writer.call(unit.foreign.input(name, operands.length));
  }
}

/** Rounds the double on the stack to the nearest whole number, halves up, as `Math.round` does but for the sign of 0. */
function writeRounded({ writer }: Place): void {
  const [exact, below] = [writer.local(), writer.local()];
  writer.tee(exact);
  writer.op('f64.floor');
  writer.tee(below);
  writer.get(exact);
  writer.get(below);
  writer.op('f64.sub');
  writer.double(0.5);
  writer.op('f64.ge', 'f64.convert_i32_s', 'f64.add');
}
