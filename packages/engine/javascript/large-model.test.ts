import { MAX_HEIGHT } from '@weir/model';
import { expect, test } from 'vitest';
import { simulate } from '../integrate/simulate.js';
import { interpreter } from '../interpreter/interpreter.js';
import { binary, buildProgram, literal } from '../testing/build-program.js';
import { longChain } from '../testing/models.js';
import { javascript, kernelSource } from './javascript.js';

test.each(['euler', 'rk4'] as const)(
  'a model of 12,000 variables compiles, runs and agrees: %s',
  (method) => {
    const program = longChain(4000);
    expect(program.variables).toHaveLength(12001);
    const settings = { method, dt: 0.5, stop: { kind: 'time', time: 5 } } as const;
    const fast = simulate(javascript(program), [], settings);
    expect(fast.status).toBe('ok');
    expect(fast).toEqual(simulate(interpreter(program), [], settings));
  },
);

test('chunks and one fused function agree at the size where they meet', () => {
  for (const length of [700, 800, 1600]) {
    const program = longChain(length);
    const settings = { method: 'rk4', dt: 0.25, stop: { kind: 'time', time: 2 } } as const;
    expect(simulate(javascript(program), [], settings)).toEqual(simulate(interpreter(program), [], settings));
  }
  expect(kernelSource(longChain(700))).not.toContain('function step0');
  expect(kernelSource(longChain(1600))).toContain('function step0');
});

test('a long sum and a deep chain of single uses do not exhaust the parser', () => {
  // As tall as an equation may be.
  const terms = Array.from({ length: MAX_HEIGHT - 3 }, (_, index) => literal(1 / (index + 1)));
  const program = buildProgram({
    stocks: { total: { initial: 0, inflows: ['sum'] } },
    dynamic: {
      sum: (read) =>
        terms.reduce(
          (soFar, term) => binary('add', soFar, binary('multiply', term, read('total'))),
          literal(1),
        ),
    },
  });
  const settings = { method: 'euler', dt: 0.125, stop: { kind: 'time', time: 1 } } as const;
  expect(simulate(javascript(program), [], settings)).toEqual(simulate(interpreter(program), [], settings));
});

test('a stock with very many flows', () => {
  const names = Array.from({ length: 1500 }, (_, index) => `f${index}`);
  const program = buildProgram({
    stocks: { level: { initial: 1, inflows: names.slice(0, 700), outflows: names.slice(700) } },
    dynamic: Object.fromEntries(
      names.map((name, index) => [name, (read) => binary('divide', read('level'), literal(index + 3))]),
    ),
  });
  const settings = { method: 'rk4', dt: 0.125, stop: { kind: 'time', time: 1 } } as const;
  expect(simulate(javascript(program), [], settings)).toEqual(simulate(interpreter(program), [], settings));
});
