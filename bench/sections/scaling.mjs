// How cost grows: with the number of runs, the size of the model, and the number of threads.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lower, wasm } from '@weir/engine';
import { readModel, sourceText } from '@weir/model';
import { number, timed } from '../contest.mjs';
import { loadMassachusetts } from '../massachusetts/load.mjs';
import { massachusettsRows } from '../massachusetts/rows.mjs';
import { median } from '../measure.mjs';
import { reachedValue, weirBatch } from '../weir.mjs';

const CLI = fileURLToPath(new URL('../../packages/cli/bin/weir.js', import.meta.url));
const RUNS = [100, 1_000, 10_000, 100_000, 1_000_000];
/** Rows handed over at a time: memory does not grow with the number of runs. */
const CHUNK = 10_000;
const SIZES = [10, 100, 1_000, 10_000];
const THREAD_RUNS = 200_000;

export async function scaling() {
  return `## How cost grows

${runs()}

${sizes()}

${threads()}`;
}

function runs() {
  const { program, slotOf } = loadMassachusetts();
  const rows = RUNS.map((count) => {
    const chunk = Math.min(count, CHUNK);
    const contender = weirBatch(program, { kind: 'rest' }, massachusettsRows(slotOf, chunk).request);
    contender.go();
    let time = 0;
    for (let done = 0; done < count; done += chunk) time += contender.go();
    const memory = process.memoryUsage().rss / 2 ** 20;
    return `| ${count.toLocaleString('en-US')} | ${number(time / 1e9)} s | ${number(time / count / 1e3)} us | ${number(memory)} MB |`;
  });
  return `Points of rest in one thread, ${CHUNK.toLocaleString('en-US')} rows at a time:

| runs | processor time | per run | memory of the process |
|---|---|---|---|
${rows.join('\n')}`;
}

/** A line of stocks that fill one another, from a source that keeps them from running dry: two variables a link. */
function chain(variables) {
  const links = Math.round(variables / 2);
  const parts = Array.from(
    { length: links },
    (
      _,
      link,
    ) => `<stock name="s${link}"><eqn>${link + 1}</eqn><inflow>${link > 0 ? `f${link - 1}` : 'source'}</inflow><outflow>f${link}</outflow></stock>
<flow name="f${link}"><eqn>s${link} / ${2 + (link % 7)}${link > 0 ? ` + 0.01 * s${link - 1}` : ''}</eqn></flow>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
<header><vendor>Weir</vendor><product version="1.0">benchmark</product><name>chain</name></header>
<sim_specs><start>0</start><stop>100</stop><dt>0.125</dt></sim_specs>
<model><variables>
<flow name="source"><eqn>10</eqn></flow>
${parts.join('\n')}
</variables></model></xmile>`;
}

function sizes() {
  const rows = SIZES.map((size) => {
    const text = chain(size);
    const read = median(
      [0, 1, 2].map(
        timed(() => reachedValue(lower(reachedValue(readModel(sourceText('chain.xmile', text)))))),
      ),
    );
    const program = reachedValue(lower(reachedValue(readModel(sourceText('chain.xmile', text)))));
    const make = median([0, 1, 2].map(timed(() => wasm(program))));
    const executable = wasm(program);
    const clock = { start: 0, stop: 1e6, dt: 0.125 };
    const steps = Math.max(200, Math.round(2e6 / size));
    const values = new Float64Array(program.variables.length);
    const memory = executable.initialise(values, new Uint8Array(values.length), clock);
    const go = timed(() => executable.advance(values, clock, 0, steps, 'euler', memory));
    for (let round = 0; round < 5; round += 1) go();
    const step = median(Array.from({ length: 7 }, go)) / steps;
    return `| ${size.toLocaleString('en-US')} | ${number(read / 1e6)} ms | ${number(make / 1e6)} ms | ${number(step)} ns | ${number(step / size)} ns |`;
  });
  return `A chain of stocks, one run, WebAssembly backend, Euler:

| variables | read and lower | make code | one step | one step, a variable |
|---|---|---|---|---|
${rows.join('\n')}`;
}

function threads() {
  const folder = mkdtempSync(join(tmpdir(), 'weir-scaling-'));
  try {
    const wall = (workers) => {
      const begin = performance.now();
      const out = join(folder, `${workers}.parquet`);
      const words = [
        'ensemble',
        'massachusetts',
        '--design',
        'random',
        '--n',
        String(THREAD_RUNS),
        '--until',
        'equilibrium',
      ];
      execFileSync(process.execPath, [CLI, ...words, '--workers', String(workers), '--out', out], {
        stdio: 'ignore',
      });
      return performance.now() - begin;
    };
    const times = { one: [], two: [] };
    for (let round = 0; round < 2; round += 1) {
      times.one.push(wall(1));
      times.two.push(wall(2));
    }
    const gain = median(times.one.map((time, round) => time / times.two[round]));
    return `\`weir ensemble\`, ${THREAD_RUNS.toLocaleString('en-US')} points of rest, the whole command: ${number(median(times.one) / 1e3)} s with one worker, ${number(median(times.two) / 1e3)} s with two: ${number(gain)} times as fast.`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
