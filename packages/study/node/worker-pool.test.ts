import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareScenarios } from '../execute/compare-scenarios.js';
import type { ExecutionProgress } from '../execute/executor.js';
import type { RunRequest } from '../execute/request.js';
import { jsonText } from '../store/json.js';
import { settled, TANK_STUDY, tank } from '../testing/small-study.js';
import { inWorkers } from './worker-pool.js';

const request: RunRequest = { set: new Map(), until: 'equilibrium', saveEvery: 10, backend: 'javascript' };
const scenarios = Array.from(
  { length: 9 },
  (_, rate) => `  busy-${rate}:\n    label: x\n    summary: x\n    set: {rate: ${rate}}\n`,
);
const study = TANK_STUDY.replace('stop_rules:', `${scenarios.join('')}stop_rules:`);
const built = new URL('../dist/node/worker.js', import.meta.url);

let folder = '';
beforeAll(() => {
  if (!existsSync(built))
    throw new Error('packages/study/dist/node/worker.js is not built: run `npm run build`');
  folder = mkdtempSync(join(tmpdir(), 'weir-workers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function entry(source: string): URL {
  const file = join(folder, `${source.length}.mjs`);
  writeFileSync(file, source);
  return pathToFileURL(file);
}

describe('inWorkers', () => {
  it('gives the same bytes for any number of threads', async () => {
    const alone = jsonText(settled(await compareScenarios(tank(study), [], request)));
    for (const workers of [1, 2, 3]) {
      const execute = inWorkers({ workers, worthwhile: 0 });
      expect(jsonText(settled(await compareScenarios(tank(study), [], request, execute)))).toBe(alone);
    }
  });

  it('tells how far it is, up to the last run', async () => {
    const heard: ExecutionProgress[] = [];
    const execute = inWorkers({ workers: 2, worthwhile: 0 });
    await compareScenarios(tank(study), [], request, execute, (progress) => heard.push(progress));
    expect(heard.at(-1)).toMatchObject({ runsDone: 11, runs: 11 });
  });

  it('starts no thread for little work', async () => {
    const execute = inWorkers({ entry: new URL('file:///nowhere/worker.js') });
    expect((await compareScenarios(tank(study), [], request, execute)).ok).toBe(true);
  });

  it('says when the worker is not built', async () => {
    const execute = inWorkers({ workers: 2, worthwhile: 0, entry: new URL('file:///nowhere/worker.js') });
    const outcome = await compareScenarios(tank(study), [], request, execute);
    expect(outcome.diagnostics).toMatchObject([
      { code: 'worker-missing', hint: 'Run `npm run build` once.' },
    ]);
  });

  it.each([
    ['throws', `throw new Error('out of paper');`, /out of paper/],
    ['ends', `process.exit(3);`, /ended with code 3/],
    [
      'throws at a job',
      `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => { throw new Error('no run'); });`,
      /no run/,
    ],
  ])('says when a thread %s', async (_, source, reason) => {
    const execute = inWorkers({ workers: 2, worthwhile: 0, entry: entry(source) });
    const outcome = await compareScenarios(tank(study), [], request, execute);
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics).toMatchObject([{ code: 'worker-failed', severity: 'error' }]);
    expect(outcome.diagnostics[0]?.message).toMatch(reason);
  });
});
