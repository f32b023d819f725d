import { interpreter, oneByOne, simulate } from '@weir/engine';
import { readModel, sourceText } from '@weir/model';
import { type PreparedStudy, prepareStudy } from '@weir/study';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programFromText, textOfProgram } from '../models/program-text.js';
import { Bench, slotsOf } from './bench.js';
import { computeOver } from './compute.js';
import type { Lane } from './lane.js';
import { pageLane } from './page-lane.js';
import { drawsAt, emptyTable, pathOf, withChunk } from './paired-table.js';
import { Pool } from './pool.js';
import { runTask } from './run-task.js';
import type { PairedAnswer, PairedTask } from './task.js';

/** dx/dt = inflow - rate x: rests at inflow / rate. */
const TANK = `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
  <header><vendor>t</vendor><product version="1">t</product></header>
  <sim_specs method="RK4" time_units="month"><start>0</start><stop>24</stop><dt>0.25</dt></sim_specs>
  <model><variables>
    <stock name="level"><eqn>1</eqn><inflow>gain</inflow><outflow>loss</outflow></stock>
    <flow name="gain"><eqn>inflow</eqn></flow>
    <flow name="loss"><eqn>rate * level</eqn></flow>
    <aux name="inflow"><eqn>2</eqn></aux>
    <aux name="rate"><eqn>0.5</eqn></aux>
  </variables></model>
</xmile>`;

function tank(): PreparedStudy {
  const model = readModel(sourceText('tank.xmile', TANK));
  if (!model.ok) throw new Error(JSON.stringify(model.diagnostics));
  const prepared = prepareStudy(undefined, model.value);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.diagnostics));
  return prepared.value;
}

const { program } = tank();
const text = textOfProgram(program);

function task(draws: readonly number[], changes?: PairedTask['policies'][number]['changes']): PairedTask {
  return {
    kind: 'paired',
    program: 'tank',
    rows: draws.length,
    varied: ['rate'],
    draws: Float64Array.from(draws),
    policies: [
      { keys: [], values: [] },
      { keys: ['inflow'], values: [3], ...(changes === undefined ? {} : { changes }) },
    ],
    observed: ['level'],
    path: {
      from: 'rest',
      settings: { method: 'rk4', dt: 0.25, stop: { kind: 'time', time: 24 }, saveEvery: 6 },
    },
    atRest: true,
  };
}

function answered(wanted: PairedTask): PairedAnswer {
  const bench = new Bench(() => oneByOne());
  bench.take('tank', text);
  const done = runTask(bench, wanted);
  if (!done.ok || done.value.kind !== 'paired') throw new Error(JSON.stringify(done.diagnostics));
  return done.value;
}

function tableOf(wanted: PairedTask) {
  return withChunk(emptyTable(wanted), answered(wanted), wanted.rows);
}

describe('a program as text', () => {
  it('gives the same program back', () => {
    const back = programFromText(text);
    const plain = program.variables.map(({ place: _, ...variable }) => variable);
    expect(back).toEqual({ ...program, variables: plain });
  });

  it('keeps numbers that JSON has no words for', () => {
    const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0];
    const [first] = program.constants;
    if (first === undefined) throw new Error('no constants');
    for (const value of special) {
      const odd = {
        ...program,
        constants: [{ slot: first.slot, node: { kind: 'constant', value } as const }],
      };
      const [back] = programFromText(textOfProgram(odd)).constants;
      expect(back?.node).toEqual({ kind: 'constant', value });
    }
  });
});

describe('paired draws', () => {
  it('start every policy where the first one rests, and end where it rests itself', () => {
    const table = tableOf(task([0.5, 0.25]));
    expect(table.times).toEqual([0, 6, 12, 18, 24]);
    for (const [row, rate] of [0.5, 0.25].entries()) {
      expect(drawsAt(table, 0, 'rest', 'level')[row]).toBeCloseTo(2 / rate, 10);
      expect(drawsAt(table, 1, 'rest', 'level')[row]).toBeCloseTo(3 / rate, 10);
      for (const value of pathOf(table, row, 0, 'level')) expect(value).toBeCloseTo(2 / rate, 9);
      const path = pathOf(table, row, 1, 'level');
      table.times.forEach((time, at) => {
        expect(path[at]).toBeCloseTo(3 / rate - (1 / rate) * Math.exp(-rate * time), 4);
      });
    }
  });

  it('keep the draw before a date, and rest where all changes have led', () => {
    const table = tableOf(task([0.5], [{ key: 'rate', value: 1, at: 12, over: 0 }]));
    const path = pathOf(table, 0, 1, 'level');
    expect(path[2]).toBeCloseTo(6 - 2 * Math.exp(-6), 4);
    expect(path[4]).toBeCloseTo(3, 3);
    expect(drawsAt(table, 1, 'rest', 'level')[0]).toBeCloseTo(3, 10);
  });

  it('are the single runs of the engine', () => {
    const wanted = { ...task([0.3]), path: { ...task([0.3]).path, from: 'file' as const } };
    if (wanted.path.settings === undefined) throw new Error('no settings');
    const path = pathOf(
      tableOf({ ...wanted, path: { from: 'file', settings: wanted.path.settings } }),
      0,
      1,
      'level',
    );
    const [rate, inflow, level] = slotsOf(program, ['rate', 'inflow', 'level']);
    if (rate === undefined || inflow === undefined || level === undefined) throw new Error('no slots');
    const alone = simulate(
      interpreter(program),
      [
        { slot: rate, value: 0.3 },
        { slot: inflow, value: 3 },
      ],
      wanted.path.settings,
    );
    expect(alone.status === 'ok' && [...(alone.series?.columns[level] ?? [])]).toEqual([...path]);
  });

  it('show a failed run as no number, in its own row alone', () => {
    const table = tableOf(task([0.5, -1, 0.5]));
    expect([...table.status].map((status) => status === 0)).toEqual([true, true, false, false, true, true]);
    expect([...drawsAt(table, 1, 24, 'level')].map(Number.isFinite)).toEqual([true, false, true]);
  });
});

describe('Compute', () => {
  const started = (width: number) => {
    const compute = computeOver(new Pool(Array.from({ length: width }, () => pageLane())));
    compute.take('tank', text);
    return compute;
  };

  it('answers the same for any number of lanes and any size of chunks', async () => {
    const rates = fc.array(fc.double({ min: 0.05, max: 2, noNaN: true }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        rates,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        async (draws, chunkRows, width) => {
          const finished = await started(width).paired('test', task(draws), { chunkRows });
          expect(finished).toEqual({ kind: 'done', answer: answered(task(draws)) });
        },
      ),
      { seed: 5, numRuns: 15 },
    );
  });

  it('hands over chunks in the order of rows, as they come', async () => {
    const wanted = task([0.1, 0.2, 0.3, 0.4, 0.5]);
    let table = emptyTable(wanted);
    const seen: number[] = [];
    await started(2).paired('test', wanted, {
      chunkRows: 2,
      onPart: (part, rows) => {
        table = withChunk(table, part, rows);
        seen.push(table.rows);
      },
    });
    expect(seen).toEqual([2, 4, 5]);
    expect(table).toEqual(tableOf(wanted));
  });

  it('lets the latest of a channel win, and leaves other channels alone', async () => {
    const compute = started(1);
    const first = compute.paired('one', task([0.1, 0.2, 0.3]), { chunkRows: 1 });
    const other = compute.paired('two', task([0.4]));
    const second = compute.paired('one', task([0.5]));
    expect(await first).toEqual({ kind: 'superseded' });
    expect((await second).kind).toBe('done');
    expect((await other).kind).toBe('done');
  });

  it('does what is urgent first', async () => {
    const order: string[] = [];
    const slow: Lane = {
      take: () => undefined,
      end: () => undefined,
      do: async (wanted) => {
        order.push(wanted.program);
        return { ok: false, fault: { message: '', diagnostics: [] } };
      },
    };
    const compute = computeOver(new Pool([slow]));
    const named = (name: string) => ({ ...task([0.5]), program: name });
    await Promise.all([
      compute.paired('a', named('first'), { urgency: 1 }),
      compute.paired('b', named('later'), { urgency: 2 }),
      compute.paired('c', named('now'), { urgency: 0 }),
    ]);
    expect(order).toEqual(['first', 'now', 'later']);
  });

  it('says why a task failed', async () => {
    const compute = started(1);
    const finished = await compute.paired('test', { ...task([0.5]), observed: ['nothing'] });
    expect(finished.kind === 'failed' && finished.fault.message).toContain('has no variable nothing');
  });
});
