import { oneByOne } from '@weir/engine';
import { readModel, sourceText } from '@weir/model';
import { prepareStudy } from '@weir/study';
import { describe, expect, it } from 'vitest';
import { textOfProgram } from '../models/program-text.js';
import { Bench } from './bench.js';
import { LateSingleRuns } from './late-single-runs.js';
import { runTask } from './run-task.js';
import type { PairedTask, Task } from './task.js';

/** dx/dt = inflow - rate x, with what `extra` adds. */
function textOf(extra = ''): string {
  const xmile = `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
  <header><vendor>t</vendor><product version="1">t</product></header>
  <sim_specs method="RK4" time_units="month"><start>0</start><stop>24</stop><dt>0.25</dt></sim_specs>
  <model><variables>
    <stock name="level"><eqn>1</eqn><inflow>gain</inflow><outflow>loss</outflow></stock>
    <flow name="gain"><eqn>inflow</eqn></flow>
    <flow name="loss"><eqn>rate * level</eqn></flow>
    <aux name="inflow"><eqn>2</eqn></aux>
    <aux name="rate"><eqn>0.5</eqn></aux>
    ${extra}
  </variables></model>
</xmile>`;
  const model = readModel(sourceText('tank.xmile', xmile));
  if (!model.ok) throw new Error(JSON.stringify(model.diagnostics));
  const prepared = prepareStudy(undefined, model.value);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.diagnostics));
  return textOfProgram(prepared.value.program);
}

const paired = (draws: readonly number[]): PairedTask => ({
  kind: 'paired',
  program: 'tank',
  rows: draws.length,
  varied: ['rate'],
  draws: Float64Array.from(draws),
  policies: [
    { keys: [], values: [] },
    { keys: ['inflow'], values: [3], changes: [{ key: 'inflow', value: 4, at: 12, over: 0 }] },
  ],
  observed: ['level'],
  path: {
    from: 'rest',
    settings: { method: 'rk4', dt: 0.25, stop: { kind: 'time', time: 24 }, saveEvery: 6 },
  },
  atRest: true,
});

/** The task as a worker does it, and as it is done with everything at hand. */
async function bothWays(text: string, task: Task) {
  let fetches = 0;
  const late = new LateSingleRuns(async () => {
    fetches += 1;
    return oneByOne();
  });
  const bench = new Bench(late.get);
  bench.take('tank', text);
  const byWorker = await late.serve(() => runTask(bench, task));
  const again = await late.serve(() => runTask(bench, task));
  const atHand = new Bench(() => oneByOne());
  atHand.take('tank', text);
  return { byWorker, again, whole: runTask(atHand, task), fetches };
}

describe('a task as a worker does it', () => {
  it('needs no single runs where no row does, not even for one row', async () => {
    for (const draws of [[0.5], [0.5, 0.25, 1]]) {
      const { byWorker, whole, fetches } = await bothWays(textOf(), paired(draws));
      expect(byWorker).toEqual(whole);
      expect(byWorker.ok).toBe(true);
      expect(fetches).toBe(0);
    }
  });

  it('fetches them once for a row without rest, and gives the same answer', async () => {
    const { byWorker, again, whole, fetches } = await bothWays(textOf(), paired([0.5, -1, 0.5]));
    expect(byWorker).toEqual(whole);
    expect(again).toEqual(whole);
    expect(byWorker.ok && [...byWorker.value.status].map((status) => status === 0)).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
    expect(fetches).toBe(1);
  });

  it('fetches them for a pure delay, and gives the same answer', async () => {
    const text = textOf('<aux name="later"><eqn>DELAY(level, 1.5, 7)</eqn></aux>');
    const task: Task = {
      kind: 'batch',
      program: 'tank',
      end: {
        kind: 'run',
        settings: { method: 'rk4', dt: 0.25, stop: { kind: 'time', time: 24 }, saveEvery: 6 },
      },
      rows: 2,
      given: ['rate'],
      inputs: Float64Array.of(0.5, 0.25),
      observed: ['level', 'later'],
    };
    const { byWorker, again, whole, fetches } = await bothWays(text, task);
    expect(byWorker).toEqual(whole);
    expect(again).toEqual(whole);
    expect(byWorker.ok).toBe(true);
    expect(fetches).toBe(1);
  });
});

describe('LateSingleRuns', () => {
  it('may be asked again where it could not be fetched', async () => {
    let isThere = false;
    const late = new LateSingleRuns(async () => {
      if (!isThere) throw new Error('no such file');
      return oneByOne();
    });
    const work = () => late.get();
    await expect(late.serve(work)).rejects.toThrow('no such file');
    isThere = true;
    await expect(late.serve(work)).resolves.toHaveProperty('runs');
  });

  it('leaves other faults alone', async () => {
    const late = new LateSingleRuns(async () => oneByOne());
    const work = () => {
      throw new RangeError('something else');
    };
    await expect(late.serve(work)).rejects.toThrow('something else');
    expect(late.get).toThrow('not there yet');
  });
});
