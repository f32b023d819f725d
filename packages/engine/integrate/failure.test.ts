import { expect, test } from 'vitest';
import { interpreter } from '../interpreter/interpreter.js';
import { javascript } from '../javascript/javascript.js';
import type { Program } from '../lower/program.js';
import { selectNode } from '../lower/select-node.js';
import { binary, buildProgram, literal, slotNamed } from '../testing/build-program.js';
import { aux, programOf } from '../testing/read-program.js';
import type { FailedRun, Input } from './run.js';
import { simulate } from './simulate.js';

function failed(
  program: Program,
  inputs: readonly Input[] = [],
  method: 'euler' | 'rk4' = 'euler',
): FailedRun {
  const runs = [interpreter, javascript].map((backend) =>
    simulate(backend(program), inputs, { method, dt: 0.25, stop: { kind: 'time', time: 3000 } }),
  );
  const [run, other] = runs;
  expect(other).toEqual(run);
  if (run?.status !== 'failed') throw new Error('the run should fail');
  return run;
}

/** A stock that falls by 1 each month from 3, and a price that divides by it; revenue feeds another stock. */
const divides = buildProgram({
  constants: { spending: 12 },
  stocks: { supply: { initial: 3, outflows: ['use'] }, money: { initial: 0, inflows: ['revenue'] } },
  dynamic: {
    use: (read) => selectNode(binary('greater', read('supply'), literal(0)), literal(1), literal(0)),
    price: (read) => binary('divide', read('spending'), read('supply')),
    revenue: (read) => binary('multiply', read('price'), literal(2)),
  },
});

test('names the first variable that went bad, when, and what it was made of', () => {
  const run = failed(divides);
  expect(run.slot).toBe(slotNamed(divides, 'price'));
  expect(run).toMatchObject({ time: 3, value: Number.POSITIVE_INFINITY });
  expect(run.message).toBe(
    'price is infinite at time 3 month; it was computed from spending = 12, supply = 0.',
  );
});

test('a value that is not a number at the start', () => {
  const run = failed(divides, [
    { slot: slotNamed(divides, 'spending'), value: 0 },
    { slot: slotNamed(divides, 'supply'), value: 0 },
  ]);
  expect(run.message).toBe(
    'price is not a number at time 0 month; it was computed from spending = 0, supply = 0.',
  );
});

test('a stock that grows without bound', () => {
  const explosion = buildProgram({
    stocks: { mass: { initial: 1e308, inflows: ['growth'] } },
    dynamic: { growth: () => literal(1.7e308) },
  });
  const run = failed(explosion);
  expect(run.slot).toBe(slotNamed(explosion, 'mass'));
  expect(run).toMatchObject({ value: Number.POSITIVE_INFINITY, time: 0.5 });
  expect(run.message).toBe('mass is infinite at time 0.5 month; it was computed from growth = 1.7e+308.');
});

test('a failure inside a stage of RK4 is reported at the end of its step', () => {
  const root = buildProgram({
    stocks: { level: { initial: 1, outflows: ['drain'] } },
    dynamic: {
      drain: (read) => ({
        kind: 'builtin',
        name: 'sqrt',
        arguments: [binary('subtract', read('level'), literal(0.9))],
      }),
    },
  });
  const run = failed(root, [], 'rk4');
  expect(run).toMatchObject({ status: 'failed', slot: slotNamed(root, 'level') });
  expect(run.message).toMatch(
    /^level is not a number at time \d+(\.\d+)? month; it was computed from drain = /,
  );
});

test('an unused value that is not a number is never reported as a result', () => {
  const idle = buildProgram({
    stocks: { level: { initial: 0 } },
    dynamic: { share: (read) => binary('divide', read('level'), read('level')) },
  });
  expect(failed(idle).slot).toBe(slotNamed(idle, 'share'));
});

test('INF is a value like any other, except in a stock', () => {
  const capacity = buildProgram({
    constants: { capacity: Number.POSITIVE_INFINITY },
    stocks: { level: { initial: 1, inflows: ['growth'] } },
    dynamic: {
      room: (read) => binary('subtract', read('capacity'), read('level')),
      growth: (read) => ({ kind: 'builtin', name: 'min', arguments: [read('room'), literal(1)] }),
    },
  });
  const settings = { method: 'euler', dt: 1, stop: { kind: 'time', time: 5 } } as const;
  expect(simulate(javascript(capacity), [], settings)).toMatchObject({ status: 'ok', time: 5 });
  const run = failed(capacity, [{ slot: slotNamed(capacity, 'level'), value: Number.POSITIVE_INFINITY }]);
  expect(run.message).toBe('level was set to an infinite value, which a stock cannot hold.');
});

test('a bad initial value is explained by its own equation', () => {
  const program = programOf(
    `<stock name="Tank"><eqn>1 / Leak</eqn><outflow>Loss</outflow></stock><flow name="Loss"><eqn>Tank</eqn></flow>${aux('Leak', '0')}`,
  );
  expect(failed(program).message).toBe('Tank is infinite at time 0 month; it was computed from Leak = 0.');
});

test('a long list of operands is cut, those that are not finite first', () => {
  const names = Array.from({ length: 9 }, (_, index) => `f${index}`);
  const program = buildProgram({
    constants: { limit: Number.POSITIVE_INFINITY },
    stocks: { level: { initial: 1, inflows: names } },
    dynamic: Object.fromEntries(
      names.map((name, index) => [name, (read) => (index === 7 ? read('limit') : literal(1))]),
    ),
  });
  expect(failed(program).message).toBe(
    'level is infinite at time 0.25 month; it was computed from f7 = Infinity, f0 = 1, f1 = 1, f2 = 1, f3 = 1, f4 = 1 and 3 more.',
  );
});

test('the branch not taken does not matter', () => {
  const guarded = buildProgram({
    stocks: { level: { initial: 0, inflows: ['share'] } },
    dynamic: {
      share: (read) =>
        selectNode(
          binary('equal', read('level'), literal(0)),
          literal(0),
          binary('divide', literal(1), read('level')),
        ),
    },
  });
  for (const backend of [interpreter, javascript]) {
    const run = simulate(backend(guarded), [], { method: 'euler', dt: 1, stop: { kind: 'time', time: 3 } });
    expect(run).toMatchObject({ status: 'ok', values: Float64Array.of(0, 0) });
  }
});
