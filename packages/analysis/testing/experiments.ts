import type { Experiment } from '../design/input.js';
import type { Result } from '../result.js';

/** An experiment with inputs u1 .. uk, uniform from 0 to 1. */
export function unitExperiment(inputs: number, seed: number | string = 1234): Experiment {
  return {
    inputs: Array.from({ length: inputs }, (_, j) => ({
      name: `u${j + 1}`,
      distribution: { kind: 'uniform', low: 0, high: 1 },
    })),
    seed,
  };
}

/** The value of a result that must have one. */
export function sound<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.faults.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return result.value;
}

/** Name of the first fault of a result that must have one. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.faults[0].code;
}

/** Ishigami's function of three numbers from 0 to 1. */
export function ishigami(u: readonly number[]): number {
  const [a = 0, b = 0, c = 0] = u.map((value) => Math.PI * (2 * value - 1));
  return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
}
