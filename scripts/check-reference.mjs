// Reproduces the published sensitivity runs of the Massachusetts model, where their files are at hand:
//   node scripts/check-reference.mjs [FOLDER] [--rows N] [--threads N]
// Runs every sample (or N, evenly spread) with the published numerics: Euler, a step of 0.001 month, the published stop rule.
// Joins runs to the published outputs by run id and prints the largest relative difference of each set. Exit 1 where one is
// above its limit, beyond the rounding of the printed digits, or where a run does not end as it should.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BATCH_STATUS, stepKernel } from '@weir/engine';
import { planScenario, resolveName } from '@weir/study';
import { openStudy } from '@weir/study/node';
import { differences, readSet } from './reference/published-set.mjs';
import { runInThreads } from './reference/run-in-threads.mjs';

/** The sets, and the largest relative difference that is rounding: runs take 175,000 steps and more. */
const SETS = [
  {
    title: 'Latin hypercube, plus and minus 20 %',
    samples: 'lhs_20pct_samples.csv',
    outputs: 'lhs_20pct_outputs.csv',
    limit: 1e-10,
  },
  {
    title: 'One parameter at a time',
    samples: 'oat_samples.csv',
    outputs: 'oat_outputs.csv',
    limit: 1e-9,
  },
];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string' }, threads: { type: 'string' }, all: { type: 'boolean' } },
});
const rows = options.rows === undefined ? Number.POSITIVE_INFINITY : Number(options.rows);
const threads = Number(options.threads ?? availableParallelism());
const isCount = (number) => number >= 1 && (Number.isInteger(number) || number === Number.POSITIVE_INFINITY);
if (![rows, threads].every(isCount) || positionals.length > 1 || (options.all && options.rows)) {
  console.error('Usage: node scripts/check-reference.mjs [FOLDER] [--rows N] [--threads N]');
  process.exit(2);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(positionals[0] ?? join(root, '..', 'shared', 'reference'));
const missing = SETS.flatMap(({ samples, outputs }) => [samples, outputs]).filter(
  (name) => !existsSync(join(folder, name)),
);
if (missing.length > 0) {
  console.log(`Not checked: ${missing.join(', ')} not found in ${folder}.`);
  // A folder that was asked for must be there; the usual one may be absent on another machine.
  process.exit(positionals.length > 0 ? 2 : 0);
}

function settled(outcome, what) {
  for (const { severity, message } of outcome.diagnostics) console.error(`${what}: ${severity}: ${message}`);
  if (!outcome.ok) process.exit(1);
  return outcome.value;
}

const prepared = settled(openStudy(join(root, 'models', 'massachusetts')), 'massachusetts');
const plan = settled(
  planScenario(prepared, { set: new Map(), until: 'published', backend: 'javascript' }),
  'the published rule',
);
const { program } = plan.prepared;
const slotOf = (name) => settled(resolveName(prepared.bound.names, name), name).slot;
const job = {
  program,
  end: { kind: 'run', settings: plan.settings },
  kernel: stepKernel(program, plan.settings.method),
};

/** Ids of so many rows, evenly spread. */
function spread(ids, count) {
  const taken = Math.min(count, ids.length);
  return Array.from({ length: taken }, (_, index) => ids[Math.floor((index * ids.length) / taken)]);
}

async function check({ title, limit, ...files }) {
  const { ids, varied, sampleOf, publishedOf, unmatched } = readSet(folder, files);
  const chosen = spread(ids, rows);
  const names = [...publishedOf(ids[0]).keys()];
  const given = varied.map(slotOf);
  const observed = names.map(slotOf);
  const inputs = Float64Array.from(chosen.flatMap((id) => varied.map((name) => sampleOf(id, name))));
  const begun = performance.now();
  const done = await runInThreads(job, { rows: chosen.length, given, inputs, observed }, threads);
  const seconds = (performance.now() - begun) / 1000;

  const notOk = chosen.filter((_, row) => BATCH_STATUS[done.status[row]] !== 'ok');
  // Inputs that the published rows repeat are compared apart, so that they do not count as results.
  const echoes = names.map((_, index) => program.variables[observed[index]].timing === 'constant');
  const largest = { plain: 0, beyondRounding: 0 };
  const at = { plain: '', beyondRounding: '' };
  let falseEchoes = 0;
  chosen.forEach((id, row) => {
    names.forEach((name, index) => {
      const found = differences(done.values[row * names.length + index], publishedOf(id).get(name));
      if (echoes[index]) {
        if (!(found.beyondRounding <= limit)) falseEchoes += 1;
        return;
      }
      for (const kind of ['plain', 'beyondRounding']) {
        // What is not a number stays the largest.
        if (found[kind] <= largest[kind] || Number.isNaN(largest[kind])) continue;
        largest[kind] = found[kind];
        at[kind] = ` (${name}, run ${id})`;
      }
    });
  });

  const compared = chosen.length * echoes.filter((isEcho) => !isEcho).length;
  console.log(
    `${title}: ${chosen.length} of ${ids.length} runs by run id, ${varied.length} parameters varied.`,
  );
  console.log(
    `  ${compared} results compared: largest relative difference ${largest.plain.toExponential(2)}${at.plain};` +
      ` beyond the rounding of the printed digits ${largest.beyondRounding.toExponential(2)}${at.beyondRounding}; limit ${limit}.`,
  );
  console.log(
    `  ${seconds.toFixed(1)} s in ${threads} threads: ${(chosen.length / seconds).toFixed(1)} runs and ` +
      `${(done.steps / seconds / 1e6).toFixed(1)} million steps a second.`,
  );
  if (unmatched > 0) console.log(`  ${unmatched} rows stand in one of the two files only.`);
  if (notOk.length > 0)
    console.error(`  ${notOk.length} runs did not end by the rule, the first is ${notOk[0]}.`);
  if (falseEchoes > 0) console.error(`  ${falseEchoes} published inputs are not those of the samples.`);
  return notOk.length === 0 && falseEchoes === 0 && largest.beyondRounding <= limit;
}

const begun = performance.now();
let isRight = true;
for (const set of SETS) isRight = (await check(set)) && isRight;
console.log(
  `${isRight ? 'All within their limits' : 'NOT REPRODUCED'}, ${((performance.now() - begun) / 1000).toFixed(1)} s in all.`,
);
process.exit(isRight ? 0 : 1);
