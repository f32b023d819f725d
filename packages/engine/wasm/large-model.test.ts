import { MAX_HEIGHT } from '@weir/model';
import { expect, test } from 'vitest';
import type { RunSettings } from '../integrate/settings.js';
import { simulate } from '../integrate/simulate.js';
import { interpreter } from '../interpreter/interpreter.js';
import type { Node, Program } from '../lower/program.js';
import { binary, buildProgram, literal } from '../testing/build-program.js';
import { longChain } from '../testing/models.js';
import { aux, programOf } from '../testing/read-program.js';
import { wasm } from './wasm.js';

function expectSame(program: Program, settings: RunSettings): void {
  const run = simulate(wasm(program), [], settings);
  expect(run.status).toBe('ok');
  expect(run).toEqual(simulate(interpreter(program), [], settings));
}

test.each(['euler', 'rk2', 'rk4'] as const)('12,000 variables: %s', (method) => {
  expectSame(longChain(4000), { method, dt: 0.5, stop: { kind: 'time', time: 5 } });
});

test('many functions and one fused function agree at the size where they meet', () => {
  for (const length of [700, 800, 1600]) {
    expectSame(longChain(length), { method: 'rk4', dt: 0.25, stop: { kind: 'time', time: 2 } });
  }
});

/** Smooths, memories, draws and samples, with loops through them. */
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

test.each([5, 150])('memories, draws and delays, %i times', (count) => {
  const program = programOf(crowd(count));
  for (const method of ['euler', 'rk2', 'rk4', 'rk45'] as const) {
    // More steps than one call into the module takes.
    const time = count === 5 ? 300 : 6;
    expectSame(program, { method, dt: 0.5, stop: { kind: 'time', time }, saveEvery: time / 2 });
  }
});

test.each([2, 1500])(
  'memories of a stock take over what it was at the beginning of the step, among %i flows',
  (count) => {
    const names = Array.from({ length: count }, (_, index) => `f${index}`);
    const program = buildProgram({
      constants: { wait: 1.5 },
      stocks: { level: { initial: 1, inflows: names } },
      dynamic: Object.fromEntries(
        names.map((name, index) => [
          name,
          (read) => binary('divide', binary('subtract', read('before'), read('late')), literal(index + 3)),
        ]),
      ),
      held: {
        before: { initial: 5, next: 'level' },
        late: { initial: 3, next: 'level', delay: 'wait' },
      },
    });
    for (const method of ['euler', 'rk2', 'rk4'] as const) {
      expectSame(program, { method, dt: 0.5, stop: { kind: 'time', time: 6 }, saveEvery: 0.5 });
    }
  },
);

test('a sum as long as an equation may be, and a list that holds a longer list', () => {
  const terms = Array.from({ length: MAX_HEIGHT - 3 }, (_, index) => literal(1 / (index + 1)));
  const deviation = (operands: readonly Node[]): Node => ({
    kind: 'builtin',
    name: 'stddev',
    arguments: operands,
  });
  const program = buildProgram({
    stocks: { total: { initial: 0, inflows: ['sum'] }, spread: { initial: 1, inflows: ['nested'] } },
    dynamic: {
      sum: (read) =>
        terms.reduce(
          (soFar, term) => binary('add', soFar, binary('multiply', term, read('total'))),
          literal(1),
        ),
      nested: (read) => {
        const inner = deviation([...terms.slice(0, 40), read('spread')]);
        return deviation([...terms.slice(0, 20), inner, read('total'), ...terms.slice(0, 20)]);
      },
    },
  });
  for (const method of ['euler', 'rk4'] as const) {
    expectSame(program, { method, dt: 0.125, stop: { kind: 'time', time: 1 } });
  }
});

test('initial values with more shared expressions than one function may have variables', () => {
  const square = (number: number): Node => {
    const base = binary('add', literal(number), { kind: 'clock', quantity: 'time' });
    return binary('multiply', base, base);
  };
  const program = buildProgram({ dynamic: {}, stocks: { level: { initial: 0 } } });
  const [{ slot } = { slot: undefined }] = program.stocks;
  if (slot === undefined) throw new Error('no stock');
  const sums = Array.from({ length: 100 }, (_, index) =>
    Array.from({ length: 600 }, (__, term) => square(600 * index + term)).reduce((soFar, node) =>
      binary('add', soFar, node),
    ),
  );
  const initial = sums.map((node) => ({ slot, node }));
  expectSame({ ...program, initial }, { method: 'euler', dt: 1, stop: { kind: 'time', time: 1 } });
});

test('a stock with very many flows', () => {
  const names = Array.from({ length: 1500 }, (_, index) => `f${index}`);
  const program = buildProgram({
    stocks: { level: { initial: 1, inflows: names.slice(0, 700), outflows: names.slice(700) } },
    dynamic: Object.fromEntries(
      names.map((name, index) => [name, (read) => binary('divide', read('level'), literal(index + 3))]),
    ),
  });
  expectSame(program, { method: 'rk4', dt: 0.125, stop: { kind: 'time', time: 1 } });
});
