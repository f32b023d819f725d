// Measures the engine against its limits, writes RESULTS.md and prints it. Contenders' results are compared before
// they are timed. `node bench/run.mjs NAME ...` runs only the sections named, and writes nothing.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { compiler, FLAGS, nativeModel } from './native/native-peer.mjs';
import { rankCorrelations } from './sections/correlations.mjs';
import { epidemicRuns } from './sections/epidemic.mjs';
import { equilibria } from './sections/equilibria.mjs';
import { manyRuns, publishedRuns } from './sections/many-runs.mjs';
import { scaling } from './sections/scaling.mjs';
import { singleRun } from './sections/single-run.mjs';
import { startUp } from './sections/start-up.mjs';

const gcc = compiler();
const SECTIONS = {
  'single-run': () => singleRun(),
  'many-runs': () => withNative('massachusetts', manyRuns),
  published: () => withNative('massachusetts', publishedRuns),
  equilibria: () => withNative('massachusetts', equilibria),
  epidemic: () => withNative('sir', epidemicRuns),
  'start-up': () => startUp(),
  scaling: () => scaling(),
  correlations: () => rankCorrelations(),
};

async function withNative(model, section) {
  if (gcc === undefined) return section(undefined);
  const native = nativeModel(model);
  try {
    return await section(native);
  } finally {
    native.close();
  }
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(SECTIONS, name));
if (unknown.length > 0) {
  console.error(`No such section: ${unknown.join(', ')}. There are: ${Object.keys(SECTIONS).join(', ')}.`);
  process.exit(2);
}
const parts = [];
for (const [name, section] of Object.entries(SECTIONS)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.error(`${name} ...`);
  parts.push(await section());
}
const report = `# Benchmark results

The Massachusetts model (22 stocks, 67 flows) unless said otherwise. Written by \`npm run bench\`.

- ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores; Node.js ${process.version}; ${gcc === undefined ? 'no C compiler' : `${gcc}, ${FLAGS.join(' ')}`}; ${new Date().toISOString().slice(0, 10)}
- Results are compared before anything is timed: C may differ by 1e-9, since it may fuse a multiplication with an addition.
- Contenders take turns, round by round, after warming up. Times are of the processor, medians of the rounds; a ratio is the
  median of the rounds' ratios. Other work on the machine shows in the spread.

${parts.join('\n\n')}
`;
if (named.length === 0) writeFileSync(new URL('RESULTS.md', import.meta.url), report);
console.log(report);
