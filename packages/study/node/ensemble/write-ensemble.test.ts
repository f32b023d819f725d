import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EnsemblePlan, planEnsemble } from '../../ensemble/ensemble-plan.js';
import type { EnsembleRequest } from '../../ensemble/ensemble-request.js';
import { type Chunk, recordLayout } from '../../ensemble/ensemble-work.js';
import { runEnsemble } from '../../ensemble/run-ensemble.js';
import { delimitedRows } from '../../store/delimited.js';
import { TANK_RANGES, tankWithRanges } from '../../testing/ensemble-study.js';
import { settled, TANK_MODEL, TANK_STUDY } from '../../testing/small-study.js';
import { computeChunks } from './chunk-pool.js';
import { chunksLeft } from './chunks-left.js';
import { runEnsembleInWorkers } from './in-ensemble-workers.js';
import { type WriteOptions, writeEnsemble } from './write-ensemble.js';

const N = 60;
const built = new URL('../../dist/node/index.js', import.meta.url);
const prepared = tankWithRanges();
const planOf = (request: Partial<EnsembleRequest> = {}): EnsemblePlan =>
  settled(
    planEnsemble(prepared, {
      runs: { kind: 'draws', design: 'lhs', n: N, seed: 3, ranges: 'broken' },
      scenarios: ['now', 'busy'],
      until: 1000,
      at: [5],
      ...request,
    }),
  );

let folder = '';
beforeAll(() => {
  if (!existsSync(built)) throw new Error('packages/study/dist is not built: run `npm run build`');
  folder = mkdtempSync(join(tmpdir(), 'weir-ensemble-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = (ending = 'parquet') => {
  files += 1;
  return join(folder, `${files}.${ending}`);
};
const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const written = async (path: string, options: WriteOptions = {}, plan = planOf()) => {
  const file = settled(await writeEnsemble(plan, path, { workers: 1, ...options }));
  return { ...file, digest: digest(path) };
};
const codes = async (path: string, options: WriteOptions = {}, plan = planOf()) =>
  (await writeEnsemble(plan, path, { workers: 1, ...options })).diagnostics.map(({ code }) => code);
/** Stops after some rows, as Ctrl-C does. */
const stoppedAfter = (rows: number): WriteOptions => {
  const stop = new AbortController();
  return {
    workers: 1,
    chunkRows: 5,
    signal: stop.signal,
    onProgress: ({ rowsDone }) => (rowsDone >= rows ? stop.abort() : undefined),
  };
};

describe('the file of an ensemble', () => {
  it('has the same bytes for any number of workers and size of chunks', async () => {
    const { digest: alone } = await written(newFile(), { workers: 1, chunkRows: N });
    for (const [workers, chunkRows] of [
      [2, 1],
      [3, 7],
    ] as const)
      expect((await written(newFile(), { workers, chunkRows })).digest).toBe(alone);
  });

  it('has the same bytes whatever the order in which chunks come', async () => {
    const backwards = join(folder, 'backwards.mjs');
    writeFileSync(backwards, BACKWARDS);
    const came: number[] = [];
    const plan = planOf();
    const chunks = chunksLeft(2, N, [], 7);
    const note = ({ scenario, first }: Chunk) => came.push(scenario * N + first);
    settled(
      await computeChunks(plan.work, chunks, note, {
        workers: 1,
        chunkRows: 7,
        entry: pathToFileURL(backwards),
      }),
    );
    expect(came).not.toEqual([...came].sort((one, two) => one - two));
    const entry = pathToFileURL(backwards);
    expect((await written(newFile(), { chunkRows: 7, entry })).digest).toBe(
      (await written(newFile())).digest,
    );
  });

  it('opens with a Parquet reader and says what the CSV says', async () => {
    const parquet = newFile();
    const csv = newFile('csv');
    await written(parquet);
    await written(csv);
    const file = await asyncBufferFromFile(parquet);
    const rows = await parquetReadObjects({ file });
    const [header = [], ...lines] = delimitedRows(readFileSync(csv, 'utf8'));
    expect(header).toEqual([
      'run_id',
      'scenario',
      'stay',
      'rate',
      'people',
      'twice',
      'share',
      'people@5',
      'twice@5',
      'share@5',
      'status',
      'stop_month',
    ]);
    expect(rows.map((row) => header.map((name) => (row[name] === null ? '' : String(row[name]))))).toEqual(
      lines,
    );
    const { key_value_metadata: metadata, created_by: maker } = await parquetMetadataAsync(file);
    const facts = JSON.parse(metadata?.find(({ key }) => key === 'weir')?.value ?? '{}');
    expect(facts).toMatchObject({ model: 'tank', seed: 3, ranges: 'broken', until: 1000, limits: 'A toy.' });
    expect(facts.program).toBe(prepared.programHash);
    expect(maker).toMatch(/^weir /);
  });

  it('has a row for every draw and scenario, equal to what is computed in memory', async () => {
    const plan = planOf();
    const csv = newFile('csv');
    await written(csv, {}, plan);
    const [header = [], ...lines] = delimitedRows(readFileSync(csv, 'utf8'));
    const column = (name: string) => header.indexOf(name);
    const { tables, design } = settled(runEnsemble(plan));
    expect(lines).toHaveLength(2 * N);
    for (const [position, line] of lines.entries()) {
      const scenario = position < N ? 'now' : 'busy';
      const i = position % N;
      expect([line[0], line[1]]).toEqual([design.runs[i], scenario]);
      expect(line[column('status')]).toBe(tables.get(scenario)?.status[i]);
      const people = tables.get(scenario)?.outputs.data[i] ?? Number.NaN;
      expect(line[column('people')]).toBe(Number.isNaN(people) ? '' : String(people));
      // What the scenario sets stands in place of the draw.
      expect(line[column('rate')]).toBe(scenario === 'busy' ? '10' : String(design.inputs.data[N + i]));
    }
    expect(new Set(lines.map((line) => line[column('status')]))).toEqual(
      new Set(['ok', 'diverged', 'invalid']),
    );
  });

  it('sums up what became of the runs', async () => {
    const { summary } = await written(newFile());
    const total = Object.values(summary[0]?.status ?? {}).reduce((sum, count) => sum + count, 0);
    expect([summary.map(({ scenario }) => scenario), total]).toEqual([['now', 'busy'], N]);
    const { runs, lowest, median, highest } = summary[1]?.outcomes.people ?? {};
    // Under the scenario the arrivals are 10 and the stay, where it is sound, is 4.
    expect([runs, lowest, highest]).toEqual([summary[1]?.status.ok, median, median]);
    expect(median).toBeCloseTo(40, 9);
  });

  it('leaves nothing beside it', async () => {
    const path = newFile();
    await written(path);
    expect(readdirSync(folder).filter((name) => join(folder, name).startsWith(`${path}.`))).toEqual([]);
  });
});

describe('an ensemble that was broken off', () => {
  it('goes on where it stopped, to the same bytes', async () => {
    const { digest: whole } = await written(newFile());
    const path = newFile();
    for (const rows of [1, 60]) {
      const resume = rows > 1;
      expect(await codes(path, { ...stoppedAfter(rows), resume })).toEqual(['ensemble-stopped']);
      expect(existsSync(path)).toBe(false);
    }
    const resumed = await written(path, { resume: true, chunkRows: 3 });
    expect(resumed.digest).toBe(whole);
    expect(resumed.kept).toBeGreaterThanOrEqual(60);
  });

  it('by kill -9 in the middle of its work, too', async () => {
    const study = mkdtempSync(join(folder, 'study-'));
    writeFileSync(join(study, 'study.yaml'), TANK_STUDY.replace('limits:', `${TANK_RANGES}limits:`));
    writeFileSync(join(study, 'tank.xmile'), TANK_MODEL);
    const script = join(folder, 'child.mjs');
    writeFileSync(script, childScript(study));
    const path = newFile();
    const child = (rows: number) =>
      spawnSync(process.execPath, [script, path, String(rows)], { encoding: 'utf8' });
    for (const rows of [20, 70]) {
      const killed = child(rows);
      expect([killed.signal, killed.stderr]).toEqual(['SIGKILL', '']);
      expect(existsSync(path)).toBe(false);
    }
    const done = child(1e9);
    expect([done.status, done.stderr]).toEqual([0, '']);
    expect(Number(done.stdout)).toBeGreaterThanOrEqual(70);
    expect(digest(path)).toBe((await written(newFile())).digest);
  });

  it('is not begun anew by mistake', async () => {
    const path = newFile();
    await codes(path, stoppedAfter(10));
    expect(await codes(path)).toEqual(['journal-there']);
  });

  it('is not mixed with another one', async () => {
    const path = newFile();
    await codes(path, stoppedAfter(10));
    const others = [
      planOf({ runs: { kind: 'draws', design: 'lhs', n: N, seed: 4, ranges: 'broken' } }),
      planOf({ scenarios: ['now'] }),
      planOf({ until: 999 }),
      planOf({ outcomes: ['people'] }),
      planOf({ set: new Map([['inside', 11]]) }),
    ];
    for (const other of others)
      expect(await codes(path, { resume: true }, other)).toEqual(['journal-foreign']);
  });

  it('with a damaged journal is refused, with the line; a last line that was cut off is none', async () => {
    const path = newFile();
    await codes(path, stoppedAfter(10));
    const journal = `${path}.journal`;
    const sound = readFileSync(journal, 'utf8');
    const lines = sound.split('\n').length - 1;
    appendFileSync(journal, '0 15 5 0123');
    expect((await written(path, { resume: true })).recomputed).toBe(0);
    for (const broken of [
      '0 15 -5 0123456789abcdef\n',
      '9 0 5 0123456789abcdef\n',
      '0 58 5 0123456789abcdef\n',
      '\n',
    ]) {
      writeFileSync(journal, sound + broken);
      const refused = await writeEnsemble(planOf(), path, { resume: true });
      expect(refused.diagnostics).toMatchObject([{ code: 'journal-damaged', place: { line: lines + 1 } }]);
    }
    writeFileSync(journal, 'something else\n');
    expect(await codes(path, { resume: true })).toEqual(['journal-damaged']);
  });

  it('with damaged records computes those anew', async () => {
    const { digest: whole } = await written(newFile());
    const path = newFile();
    await codes(path, stoppedAfter(40));
    const records = readFileSync(`${path}.rows`);
    const [scenario = 0, first = 0] = (readFileSync(`${path}.journal`, 'utf8').split('\n')[1] ?? '')
      .split(' ', 2)
      .map(Number);
    const { width } = recordLayout(planOf().work);
    records.writeDoubleLE(-1, ((scenario * N + first) * width + 3) * 8);
    writeFileSync(`${path}.rows`, records);
    const resumed = await written(path, { resume: true });
    expect([resumed.digest, resumed.recomputed]).toEqual([whole, 5]);
  });
});

describe('is refused', () => {
  it('a place that cannot be written', async () => {
    expect(await codes(join(folder, 'none', 'x.parquet'))).toEqual(['cannot-write']);
  });

  it('without the file of the worker', async () => {
    const entry = new URL('./none.js', import.meta.url);
    expect(await codes(newFile(), { entry })).toEqual(['worker-missing']);
  });
});

describe('tables made in workers', () => {
  it('are those made in this thread, bit for bit', async () => {
    const plan = planOf();
    const alone = settled(runEnsemble(plan));
    const shared = settled(await runEnsembleInWorkers(plan, { workers: 3, chunkRows: 7, worthwhile: 0 }));
    for (const [id, table] of alone.tables) {
      expect(shared.tables.get(id)?.outputs.data).toEqual(table.outputs.data);
      expect(shared.tables.get(id)?.status).toEqual(table.status);
      expect(shared.stops.get(id)).toEqual(alone.stops.get(id));
    }
  });

  it('can be ended early', async () => {
    const stop = AbortSignal.abort();
    const ended = await runEnsembleInWorkers(planOf(), { worthwhile: 0, signal: stop });
    expect(ended.diagnostics.map(({ code }) => code)).toEqual(['ensemble-stopped']);
  });
});

/** A worker that answers its orders in pairs, the last one first. */
const BACKWARDS = `
import { parentPort, workerData } from 'node:worker_threads';
import { ChunkRunner } from '${new URL('../../dist/index.js', import.meta.url).href}';
const { work, slots, slotCells } = workerData;
const runner = new ChunkRunner(work);
let waiting = [];
const answer = () => {
  for (const { chunk, slot } of waiting.reverse()) {
    const cells = new Float64Array(slots, slot * slotCells * 8, chunk.count * runner.layout.width);
    runner.run(chunk, cells);
    parentPort.postMessage({ kind: 'done', chunk, slot });
  }
  waiting = [];
};
parentPort.on('message', (order) => {
  waiting.push(order);
  if (waiting.length === 1) setTimeout(answer, 2);
});
`;

/** A process that kills itself after so many rows. */
function childScript(study: string): string {
  return `
import { planEnsemble } from '${new URL('../../dist/index.js', import.meta.url).href}';
import { openStudy, writeEnsemble } from '${built.href}';
const [path, rows] = process.argv.slice(2);
const opened = openStudy(${JSON.stringify(study)});
const plan = planEnsemble(opened.value, {
  runs: { kind: 'draws', design: 'lhs', n: ${N}, seed: 3, ranges: 'broken' },
  scenarios: ['now', 'busy'], until: 1000, at: [5],
});
const done = await writeEnsemble(plan.value, path, {
  resume: true, workers: 2, chunkRows: 5,
  onProgress: ({ rowsDone }) => { if (rowsDone >= Number(rows)) process.kill(process.pid, 'SIGKILL'); },
});
if (done.ok) process.stdout.write(String(done.value.kept));
else process.stderr.write(JSON.stringify(done.diagnostics));
`;
}
