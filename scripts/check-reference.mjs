// Checks Weir against the published sensitivity runs of the Massachusetts model, where their files are at hand:
//   node scripts/check-reference.mjs [FOLDER] [--rows N]
// Runs N rows (200) of the plus/minus 20 % sample under the published stop rule in worker threads, joins them to
// the published outputs by run id, and prints the largest relative difference. Exit 1 where it is above 1e-10.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { jobOf, planScenario, resolveName } from '@weir/study';
import { inWorkers, openStudy } from '@weir/study/node';

const SAMPLES = 'lhs_20pct_samples.csv';
const OUTPUTS = 'lhs_20pct_outputs.csv';
/** Largest relative difference that is rounding: the published step count is 200,000 and more. */
const LARGEST_DIFFERENCE = 1e-10;
/** The published files echo inputs with all their digits. */
const LARGEST_ECHO_DIFFERENCE = 1e-14;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '200' } },
});
const rows = Number(options.rows);
if (!Number.isInteger(rows) || rows < 1 || positionals.length > 1) {
  console.error('Usage: node scripts/check-reference.mjs [FOLDER] [--rows N]');
  process.exit(2);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(positionals[0] ?? join(root, '..', 'shared', 'reference'));
const missing = [SAMPLES, OUTPUTS].filter((name) => !existsSync(join(folder, name)));
if (missing.length > 0) {
  console.log(`Not checked: ${missing.join(' and ')} not found in ${folder}.`);
  // A folder that was asked for must be there; the usual one may be absent on another machine.
  process.exit(positionals.length > 0 ? 2 : 0);
}

/** Rows of a CSV file of numbers by the id in a column; a join by position is not offered. */
function numbersById(name, idColumn) {
  const [header, ...lines] = readFileSync(join(folder, name), 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  const table = new Map();
  for (const line of lines) {
    const cells = line.split(',');
    const row = new Map(columns.map((column, index) => [column, Number(cells[index])]));
    const id = row.get(idColumn);
    if (!Number.isInteger(id) || table.has(id))
      throw new Error(`${name}: ${idColumn} ${id} stands twice or is no id`);
    row.delete(idColumn);
    table.set(id, row);
  }
  return table;
}

function settled(outcome, what) {
  for (const { severity, message } of outcome.diagnostics) console.error(`${what}: ${severity}: ${message}`);
  if (!outcome.ok) process.exit(1);
  return outcome.value;
}

const difference = (value, published) =>
  Object.is(value, published)
    ? 0
    : Math.abs(value - published) / Math.max(Math.abs(value), Math.abs(published));

const samples = numbersById(SAMPLES, 'run_id');
const published = numbersById(OUTPUTS, 'scenario');
const ids = [...samples.keys()].filter((id) => published.has(id)).sort((a, b) => a - b);
const chosen = Array.from(
  { length: Math.min(rows, ids.length) },
  (_, index) => ids[Math.floor((index * ids.length) / Math.min(rows, ids.length))],
);
// Parameters that are the same in every sample were held fixed, and were not passed to the published runs.
const first = samples.get(ids[0]);
const varied = [...first.keys()].filter((name) =>
  [...samples.values()].some((row) => row.get(name) !== first.get(name)),
);

const prepared = settled(openStudy(join(root, 'models', 'massachusetts')), 'massachusetts');
const plans = new Map(
  chosen.map((id) => {
    const set = new Map(varied.map((name) => [name, samples.get(id).get(name)]));
    return [
      id,
      settled(planScenario(prepared, { set, until: 'published', backend: 'javascript' }), `run ${id}`),
    ];
  }),
);
const begun = performance.now();
const runs = settled(await inWorkers()(prepared, [...plans.values()].map(jobOf)), 'runs');
const seconds = (performance.now() - begun) / 1000;

let largest = { difference: 0, id: undefined, name: undefined };
let echoed = 0;
let compared = 0;
let failed = false;
for (const [id, plan] of plans) {
  const run = runs.get(plan.runId);
  if (run?.status !== 'ok') {
    console.error(`run ${id}: ${run?.message ?? 'no result'}`);
    failed = true;
    continue;
  }
  for (const [name, value] of published.get(id)) {
    const { slot } = settled(resolveName(prepared.bound.names, name), OUTPUTS);
    const found = difference(run.values[slot], value);
    if (prepared.program.variables[slot].timing === 'constant') {
      echoed += 1;
      if (found > LARGEST_ECHO_DIFFERENCE) {
        console.error(
          `run ${id}: the published row echoes ${name} = ${value}, the run had ${run.values[slot]}.`,
        );
        failed = true;
      }
    } else {
      compared += 1;
      if (!(found <= largest.difference)) largest = { difference: found, id, name };
    }
  }
}
console.log(
  `${plans.size} published runs with ${varied.length} varied parameters, joined by run id: ${compared} outputs compared, ` +
    `${echoed} echoed inputs checked.`,
);
console.log(
  `Largest relative difference ${largest.difference.toExponential(2)} (${largest.name}, run ${largest.id}).`,
);
console.log(`${seconds.toFixed(1)} s, ${(seconds / plans.size).toFixed(3)} s a run.`);
process.exit(failed || !(largest.difference <= LARGEST_DIFFERENCE) ? 1 : 0);
