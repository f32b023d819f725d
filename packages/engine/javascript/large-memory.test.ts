import { expect, test } from 'vitest';
import { simulate } from '../integrate/simulate.js';
import { interpreter } from '../interpreter/interpreter.js';
import { lower } from '../lower/lower.js';
import { aux, modelOf, programOf } from '../testing/read-program.js';
import { javascript, kernelSource } from './javascript.js';

/** Many smooths, memories, draws and samples, with loops through them. */
function crowd(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const other = (index + 1) % count;
    return [
      aux(`x${index}`, `${index + 1} - 0.1 * SMTH1(x${other}, 3, 1) + PREVIOUS(y${other}, 2)`),
      aux(`y${index}`, `DELAY(x${other}, 1.5, 0) * 0.1 + SAMPLE_IF_TRUE(TIME MOD 2 >= 1, x${index}, 0)`),
      aux(`z${index}`, `DELAY3(x${index}, 4) + RANDOM(0, 1) + INIT(x${index})`),
    ].join('');
  }).join('');
}

test.each(['euler', 'rk2', 'rk4', 'rk45'] as const)('memories in a model of many functions: %s', (method) => {
  const program = programOf(crowd(150));
  expect(kernelSource(program)).toContain('function capture0');
  const settings = { method, dt: 0.5, stop: { kind: 'time', time: 6 }, saveEvery: 0.5 } as const;
  const fast = simulate(javascript(program), [], settings);
  expect(fast.status).toBe('ok');
  expect(fast).toEqual(simulate(interpreter(program), [], settings));
});

test('time to lower and to compile does not grow with the square of the number of calls', () => {
  const time = (work: () => unknown): number => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  };
  const models = [modelOf(crowd(300)), modelOf(crowd(3000))];
  const programs = models.map((model) => {
    const lowered = lower(model);
    if (!lowered.ok) throw new Error(lowered.diagnostics.map(({ message }) => message).join(' '));
    return lowered.value;
  });
  expect(programs[1]?.variables.length).toBeGreaterThan(40_000);
  // Ten times the calls; the square would be a hundred times. The least of three: other work on the machine only adds.
  const least = (work: () => unknown): number => Math.min(...[0, 1, 2].map(() => time(work)));
  const [small = 0, large = 0] = models.map((model) => least(() => lower(model)));
  expect(large).toBeLessThan(50 * small + 100);
  const [few = 0, many = 0] = programs.map((program) => least(() => javascript(program)));
  expect(many).toBeLessThan(50 * few + 100);
});
