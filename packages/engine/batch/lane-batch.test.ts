import { describe, expect, it } from 'vitest';
import type { RunSettings } from '../integrate/settings.js';
import { simulate } from '../integrate/simulate.js';
import { interpreter } from '../interpreter/interpreter.js';
import type { Program } from '../lower/program.js';
import { binary, buildProgram, slotNamed } from '../testing/build-program.js';
import { aux, programOf } from '../testing/read-program.js';
import { BATCH_STATUS, type BatchEnd, type BatchRequest, type BatchResult } from './batch.js';
import { batchOf } from './batch-of.js';
import { type LaneOptions, laneBatchOf } from './lane-batch.js';
import { oneByOne } from './one-by-one.js';
import type { SingleRuns } from './single-runs.js';

const settings: RunSettings = { method: 'rk4', dt: 0.25, stop: { kind: 'time', time: 10 }, saveEvery: 0.5 };

/** dx/dt = inflow - rate x: rests at inflow / rate, and nowhere where the rate is below 0. */
const tank = (): Program =>
  buildProgram({
    constants: { inflow: 2, rate: 0.5 },
    stocks: { level: { initial: 1, inflows: ['gain'], outflows: ['loss'] } },
    dynamic: {
      gain: (read) => read('inflow'),
      loss: (read) => binary('multiply', read('rate'), read('level')),
    },
  });

const requestOf = (program: Program, given: string, observed: string, inputs: readonly number[]) => ({
  rows: inputs.length,
  given: [slotNamed(program, given)],
  inputs: Float64Array.from(inputs),
  observed: [slotNamed(program, observed)],
});

function whole(program: Program, end: BatchEnd, request: BatchRequest): BatchResult {
  const batch = batchOf(program, end);
  const done = batch.ok ? batch.value.run(request) : batch;
  if (!done.ok) throw new Error(JSON.stringify(done.diagnostics));
  return done.value;
}

/** A batch whose single runs are not there at first, and what it came to. */
function late(program: Program, end: BatchEnd, request: BatchRequest, options?: LaneOptions) {
  let found: SingleRuns | undefined;
  let askedFor = 0;
  const get = (): SingleRuns => {
    askedFor += 1;
    if (found === undefined) throw new Error('not there yet');
    return found;
  };
  const batch = laneBatchOf(program, end, get, options);
  if (!batch.ok) throw new Error(JSON.stringify(batch.diagnostics));
  try {
    const done = batch.value.run(request);
    return { result: done.ok ? done.value : undefined, askedFor };
  } catch {
    found = oneByOne();
    const done = batch.value.run(request);
    return { result: done.ok ? done.value : undefined, askedFor };
  }
}

describe('rows that need no single run', () => {
  const program = tank();

  it('are done without asking for one', () => {
    const request = requestOf(program, 'rate', 'level', [0.5, 0.25, 1]);
    for (const end of [{ kind: 'run', settings }, { kind: 'rest' }] as const) {
      const { result, askedFor } = late(program, end, request);
      expect(result).toEqual(whole(program, end, request));
      expect(askedFor).toBe(0);
    }
  });

  it('one row alone too, where that is wanted: with the bits of a single run', () => {
    const request = requestOf(program, 'rate', 'level', [0.3]);
    const { result, askedFor } = late(program, { kind: 'run', settings }, request, { fewest: 1 });
    expect(askedFor).toBe(0);
    const inputs = [{ slot: slotNamed(program, 'rate'), value: 0.3 }];
    const alone = simulate(interpreter(program), inputs, settings);
    const series = alone.status === 'ok' ? alone.series : undefined;
    expect(Array.from(result?.series ?? [])).toEqual(
      Array.from(series?.columns[slotNamed(program, 'level')] ?? []),
    );
    expect(late(program, { kind: 'run', settings }, request).askedFor).toBeGreaterThan(0);
  });

  it('random numbers are drawn side by side', () => {
    const random = programOf(aux('spread', '2') + aux('x', 'RANDOM(0, spread)'));
    const request = requestOf(random, 'spread', 'x', [1, 3]);
    const end: BatchEnd = { kind: 'run', settings: { ...settings, seed: 7 } };
    const { result, askedFor } = late(random, end, request);
    expect(result).toEqual(whole(random, end, request));
    expect(askedFor).toBe(0);
  });
});

describe('rows that need a single run', () => {
  /** What is expected, after the batch was broken off once for want of single runs. */
  function expectSame(program: Program, end: BatchEnd, request: BatchRequest): BatchResult {
    const { result, askedFor } = late(program, end, request, { fewest: 1 });
    const expected = whole(program, end, request);
    expect(result).toEqual(expected);
    expect(askedFor).toBeGreaterThan(1);
    return expected;
  }

  it('in a program with a pure delay', () => {
    const program = programOf(aux('p', '2') + aux('x', 'TIME * p') + aux('y', 'DELAY(x, 1.5, 7)'));
    expectSame(program, { kind: 'run', settings }, requestOf(program, 'p', 'y', [1, 2, 3]));
  });

  it('by methods that choose their own steps', () => {
    const program = tank();
    for (const method of ['rk45', 'gear'] as const) {
      const own: RunSettings = { method, dt: 0.25, stop: { kind: 'time', time: 10 } };
      expectSame(program, { kind: 'run', settings: own }, requestOf(program, 'rate', 'level', [0.5, 1]));
    }
  });

  it('since they fail, between rows that do not', () => {
    const program = tank();
    const request = requestOf(program, 'rate', 'level', [0.5, Number.NaN, -1e300, 0.25]);
    const { status } = expectSame(program, { kind: 'run', settings }, request);
    expect([...status].map((number) => BATCH_STATUS[number])).toEqual(['ok', 'invalid', 'diverged', 'ok']);
  });

  it('since the quick search for rest comes to no clear end, between rows where it does', () => {
    const program = tank();
    const request = requestOf(program, 'rate', 'level', [0.5, -1, 4]);
    const { status } = expectSame(program, { kind: 'rest' }, request);
    expect([...status].map((number) => BATCH_STATUS[number])).toEqual(['ok', 'diverged', 'ok']);
  });

  it('and start from the guess, where there is one', () => {
    const program = tank();
    const end: BatchEnd = { kind: 'rest', guess: Float64Array.of(7) };
    expectSame(program, end, requestOf(program, 'rate', 'level', [0.25, -1]));
  });
});

it('refuses as batchOf does', () => {
  const end: BatchEnd = { kind: 'run', settings: { ...settings, dt: 0 } };
  expect(laneBatchOf(tank(), end, () => oneByOne())).toEqual(batchOf(tank(), end));
});
