import type { Input } from '../integrate/run.js';
import type { Method } from '../integrate/settings.js';
import { simulate } from '../integrate/simulate.js';
import { interpreter } from '../interpreter/interpreter.js';
import { javascript } from '../javascript/javascript.js';
import type { Program } from '../lower/program.js';
import { slotNamed } from './build-program.js';

/** How a test runs a program. */
export interface TestRun {
  readonly method?: Method;
  readonly dt?: number;
  readonly until?: number;
  readonly seed?: number;
  readonly inputs?: readonly Input[];
}

/**
 * Values of a variable at every step, from the interpreter.
 *
 * @throws Error where a backend fails, or the two differ in any variable at any time.
 */
export function seriesOf(program: Program, name: string, run: TestRun = {}): readonly number[] {
  const { method = 'euler', dt = program.dt, until = program.stop, seed, inputs = [] } = run;
  const settings = {
    method,
    dt,
    stop: { kind: 'time', time: until },
    saveEvery: dt,
    ...(seed === undefined ? {} : { seed }),
  } as const;
  const slow = simulate(interpreter(program), inputs, settings);
  const fast = simulate(javascript(program), inputs, settings);
  if (slow.status !== 'ok') throw new Error(slow.message);
  if (fast.status !== 'ok') throw new Error(fast.message);
  for (const [slot, column] of (slow.series?.columns ?? []).entries()) {
    const other = fast.series?.columns[slot];
    if (!column.every((value, row) => Object.is(value, other?.[row]))) {
      throw new Error(`the backends differ in ${program.variables[slot]?.name}`);
    }
  }
  return [...(slow.series?.columns[slotNamed(program, name)] ?? [])];
}

/** The last of {@link seriesOf}. */
export function finalValue(program: Program, name: string, run: TestRun = {}): number {
  return seriesOf(program, name, run).at(-1) ?? Number.NaN;
}
