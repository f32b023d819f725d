import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { readModel, sourceText } from '@weir/model';
import fc from 'fast-check';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import type { Backend } from '../backend.js';
import type { RunSettings } from '../integrate/settings.js';
import { interpreter } from '../interpreter/interpreter.js';
import { javascript } from '../javascript/javascript.js';
import { lower } from '../lower/lower.js';
import type { Program, Slot } from '../lower/program.js';
import { binary, buildProgram, slotNamed } from '../testing/build-program.js';
import { longChain } from '../testing/models.js';
import { publishedModel } from '../testing/published-model.js';
import { aux, programOf } from '../testing/read-program.js';
import { BATCH_STATUS, type BatchRequest, type BatchResult } from './batch.js';
import { batchOf } from './batch-of.js';
import { pairsFor, stepKernel } from './run-batch.js';

/** The result of a batch: of two rows side by side, or of single runs of a backend. */
function resultOf(
  program: Program,
  settings: RunSettings,
  request: BatchRequest,
  backend?: Backend,
): BatchResult {
  const batch = batchOf(backend === undefined ? program : backend(program), { kind: 'run', settings });
  if (!batch.ok) throw new Error(JSON.stringify(batch.diagnostics));
  const done = batch.value.run(request);
  if (!done.ok) throw new Error(JSON.stringify(done.diagnostics));
  return done.value;
}

/** Side by side and singly, to the last bit: `toEqual` tells -0 from 0 in typed arrays, and NaN equals itself. */
function expectSame(
  program: Program,
  settings: RunSettings,
  request: BatchRequest,
  backend: Backend = interpreter,
): BatchResult {
  const result = resultOf(program, settings, request);
  expect(result).toEqual(resultOf(program, settings, request, backend));
  return result;
}

const statusNames = ({ status }: BatchResult) => [...status].map((number) => BATCH_STATUS[number]);

/** Numbers from 0 to 1, the same every time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Rows that change every constant that is a number in the file by up to a share of itself. */
function perturbed(program: Program, rows: number, share: number, observed: readonly Slot[]): BatchRequest {
  const constants = program.constants.flatMap(({ slot, node }) =>
    node.kind === 'constant' && !program.shaping.has(slot) ? [{ slot, value: node.value }] : [],
  );
  const random = numbers(rows);
  const inputs = Array.from({ length: rows }, () =>
    constants.map(({ value }) => value * (1 + share * (2 * random.next().value - 1))),
  );
  return {
    rows,
    given: constants.map(({ slot }) => slot),
    inputs: Float64Array.from(inputs.flat()),
    observed,
  };
}

const everySlot = ({ variables }: Program): readonly Slot[] => variables.map(({ slot }) => slot);

describe('the model of the archive', () => {
  const { program, published } = publishedModel();
  const observed = everySlot(program);

  it('published numerics: the bits of single runs, whose ends differ', () => {
    const result = expectSame(program, published, perturbed(program, 5, 0.2, observed), javascript);
    expect(new Set(statusNames(result))).toEqual(new Set(['ok']));
    expect(new Set(result.time).size).toBeGreaterThan(1);
  });

  it.each(['euler', 'rk2', 'rk4'] as const)(
    'to a fixed time with saves: the bits of the interpreter, %s',
    (method) => {
      const settings: RunSettings = { method, dt: 1 / 64, stop: { kind: 'time', time: 12 }, saveEvery: 3 };
      const result = expectSame(program, settings, perturbed(program, 3, 0.2, observed));
      expect(statusNames(result)).toEqual(['ok', 'ok', 'ok']);
    },
  );
});

const corpus = fileURLToPath(new URL('../../../conformance/corpus/', import.meta.url));
const models = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter(
    (path) => /\.(xmile|mdl)$/.test(path) && !path.startsWith('defective') && !path.startsWith('includes'),
  )
  .sort();

test.each(models)('corpus, the bits of the interpreter: %s', (path) => {
  const read = readModel(sourceText(path, readFileSync(`${corpus}${path}`, 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  const lowered = lower(read.value);
  if (!lowered.ok) throw new Error(JSON.stringify(lowered.diagnostics));
  const program = lowered.value;
  const { dt, start, stop } = program;
  const [own = 'euler'] = read.value.simulation.methods;
  const method = own === 'gear' || own === 'rk45' ? 'rk4' : own;
  const time = start + Math.min(stop - start, 200 * dt);
  const settings: RunSettings = { method, dt, stop: { kind: 'time', time }, saveEvery: dt, seed: 3 };
  expectSame(program, settings, perturbed(program, 3, 0.1, everySlot(program)));
});

/** Growth at a rate towards a limit, by fits and starts. */
const growth = (): Program =>
  buildProgram({
    constants: { rate: 0.5, limit: 10 },
    stocks: { level: { initial: 1, inflows: ['gain'] } },
    dynamic: {
      room: (read) => ({
        kind: 'builtin',
        name: 'max',
        arguments: [binary('subtract', read('limit'), read('level'))],
      }),
      gain: (read) => binary('multiply', read('rate'), read('room')),
    },
  });

const rateAndLimit = fc.tuple(
  fc.oneof(fc.double({ min: 0.01, max: 1.5, noNaN: true }), fc.constantFrom(-600, 0, Number.NaN, 3)),
  fc.oneof(fc.double({ min: -5, max: 50, noNaN: true }), fc.constantFrom(Number.POSITIVE_INFINITY, 0)),
);

const requestOf = (program: Program, rows: readonly (readonly number[])[]): BatchRequest => ({
  rows: rows.length,
  given: ['rate', 'limit'].map((name) => slotNamed(program, name)),
  inputs: Float64Array.from(rows.flat()),
  observed: everySlot(program),
});

describe('rows that end in different ways at different times', () => {
  const program = growth();
  const stops: readonly RunSettings['stop'][] = [
    { kind: 'steady', tolerance: 1e-4, checkEvery: 0.75, cap: 130 },
    {
      kind: 'window',
      rule: {
        watch: [slotNamed(program, 'level')],
        sampleEvery: 0.7,
        window: 4,
        from: 2,
        every: 1.4,
        tolerance: 1e-3,
      },
      cap: 130,
    },
    { kind: 'time', time: 130 },
  ];

  it.each(stops)('end as single runs do: $kind', (stop) => {
    fc.assert(
      fc.property(
        fc.array(rateAndLimit, { maxLength: 9 }),
        fc.constantFrom('euler', 'rk4'),
        (rows, method) => {
          expectSame(program, { method, dt: 0.1, stop, saveEvery: 20 }, requestOf(program, rows));
        },
      ),
      { numRuns: 40, seed: 43 },
    );
  });

  it('do not depend on their place', () => {
    const settings: RunSettings = { method: 'rk2', dt: 0.1, stop: stops[0] ?? { kind: 'time', time: 1 } };
    const rows = fc.array(rateAndLimit, { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (list, draws) => {
        const order = list.map((_, index) => ({ index, key: draws.next().value }));
        order.sort((one, other) => one.key - other.key);
        const first = resultOf(program, settings, requestOf(program, list));
        const other = resultOf(
          program,
          settings,
          requestOf(
            program,
            order.map(({ index }) => list[index] ?? []),
          ),
        );
        const width = program.variables.length;
        order.forEach(({ index }, place) => {
          expect(other.values.subarray(place * width, (place + 1) * width)).toEqual(
            first.values.subarray(index * width, (index + 1) * width),
          );
          expect([other.status[place], other.time[place], other.steps[place]]).toEqual([
            first.status[index],
            first.time[index],
            first.steps[index],
          ]);
        });
      }),
      { numRuns: 40, seed: 44 },
    );
  });
});

test('a large model', () => {
  const program = longChain(1100);
  const settings: RunSettings = { method: 'rk4', dt: 0.5, stop: { kind: 'time', time: 4 } };
  expectSame(program, settings, perturbed(program, 3, 0.5, everySlot(program)));
});

describe('programs and surroundings without pairs', () => {
  const settings: RunSettings = { method: 'euler', dt: 0.5, stop: { kind: 'time', time: 6 }, saveEvery: 1 };
  const delayed = () => programOf(aux('p', '2') + aux('x', 'TIME * p') + aux('y', 'DELAY(x, 1.5, 7)'));

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('pure delays', () => {
    const program = delayed();
    expect(stepKernel(program, 'euler')).toBeUndefined();
    expectSame(program, settings, perturbed(program, 3, 0.5, everySlot(program)));
  });

  it('methods that choose their own steps', () => {
    const program = growth();
    expect(stepKernel(program, 'rk45')).toBeUndefined();
    expectSame(program, { ...settings, method: 'rk45' }, perturbed(program, 3, 0.5, everySlot(program)));
  });

  it('no vectors, and no WebAssembly at all', () => {
    const program = growth();
    const request = perturbed(program, 3, 0.5, everySlot(program));
    const expected = resultOf(program, settings, request);
    vi.stubGlobal('WebAssembly', { validate: () => false });
    expect(stepKernel(program, 'euler')).toBeUndefined();
    expect(resultOf(program, settings, request)).toEqual(expected);
    vi.stubGlobal('WebAssembly', undefined);
    expect(resultOf(program, settings, request)).toEqual(expected);
  });
});

describe('a kernel made before', () => {
  const program = publishedModel().program;
  const settings: RunSettings = { method: 'rk4', dt: 1 / 16, stop: { kind: 'time', time: 6 } };
  const request = perturbed(program, 2, 0.2, everySlot(program));

  it('serves, having been posted to another thread', async () => {
    const { port1, port2 } = new MessageChannel();
    const arrived = new Promise<ReturnType<typeof stepKernel>>((resolve) => {
      port2.once('message', resolve);
    });
    port1.postMessage(stepKernel(program, 'rk4'));
    const kernel = await arrived;
    port1.close();
    if (kernel === undefined) throw new Error('no kernel');
    const batch = batchOf(program, { kind: 'run', settings }, { kernel });
    if (!batch.ok) throw new Error('no batch');
    expect(batch.value.run(request)).toMatchObject({ ok: true, value: resultOf(program, settings, request) });
  });

  it('is refused for another method or program', () => {
    const kernel = stepKernel(program, 'euler');
    expect(() => pairsFor(program, settings, kernel)).toThrow('a kernel for euler and');
    expect(() => pairsFor(growth(), { ...settings, method: 'euler' }, kernel)).toThrow('variables');
  });
});
