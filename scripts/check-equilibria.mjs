// Checks fixed points that are solved for against long integration over time:
//   node scripts/check-equilibria.mjs [MODEL-FOLDER] [--sets N] [--seed S] [--ranges ID]
// Draws N (5,000) sets of inputs at random from a range set of the study (20pct), finds the fixed point of each as an ensemble
// does, and runs each by Runge-Kutta 4 until no stock changes by more than 1e-10 of itself per time unit: with a step of 1/2048
// at first, since stocks that start next to empty move fast, and of 1/16 from time 2 on. Counts the sets in which every stock
// agrees to 1e-6, and names the others. Exit 1 where the two differ and the solver does not say so.
import { cpuUsage } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BATCH_STATUS, batchOf } from '@weir/engine';
import { drawDesign, rangesOf } from '@weir/study';
import { openStudy } from '@weir/study/node';

/** Largest difference of a stock, as a share of itself, at which two points are the same. */
const SAME = 1e-6;
/** Stocks below this share of the largest are compared as if they were of that size. */
const LEAST_SHARE = 1e-9;
/** Change per time unit, as a share of each stock, at which a run stands still. */
const STILL = 1e-10;
const CAP = 100_000;
const STEP = 1 / 16;
const FIRST_STEP = 1 / 2048;
const FIRST_TIME = 2;
/** Misses named one by one. */
const MOST_NAMED = 20;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sets: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1234' },
    ranges: { type: 'string', default: '20pct' },
  },
});
const sets = Number(options.sets);
const seed = Number(options.seed);
if (!Number.isInteger(sets) || sets < 1 || !Number.isInteger(seed) || positionals.length > 1) {
  console.error(
    'Usage: node scripts/check-equilibria.mjs [MODEL-FOLDER] [--sets N] [--seed S] [--ranges ID]',
  );
  process.exit(2);
}

function settled(outcome) {
  for (const { severity, message } of outcome.diagnostics ?? []) console.error(`${severity}: ${message}`);
  for (const { message } of outcome.faults ?? []) console.error(message);
  if (!outcome.ok) process.exit(2);
  return outcome.value;
}

const folder = positionals[0] ?? fileURLToPath(new URL('../models/massachusetts', import.meta.url));
const prepared = settled(openStudy(folder));
const { program } = prepared;
const { inputs: ranges } = settled(rangesOf(prepared, options.ranges));
const experiment = {
  inputs: ranges.map(({ name, distribution }) => ({ name, distribution })),
  seed,
  context: 'check-equilibria',
};
const design = settled(drawDesign('random', experiment, sets));
const given = ranges.map(({ variable }) => variable.slot);
const inputs = new Float64Array(sets * given.length);
for (let row = 0; row < sets; row += 1) {
  for (let column = 0; column < given.length; column += 1) {
    inputs[row * given.length + column] = design.inputs.data[column * sets + row];
  }
}
const observed = program.stocks.map(({ slot }) => slot);
const request = { rows: sets, given, inputs, observed };

/** Runs a batch; a few rows first, so that the code is optimised when the clock starts. */
function timed(end, request) {
  const batch = settled(batchOf(program, end));
  const few = sets < 1000 ? 0 : 200;
  settled(
    batch.run({ ...request, rows: few, inputs: request.inputs.subarray(0, few * request.given.length) }),
  );
  const began = cpuUsage();
  const result = settled(batch.run(request));
  const { user, system } = cpuUsage(began);
  return { result, seconds: (user + system) / 1e6 };
}

/** The request with stocks that start where each row's first stretch ended. */
function startedFrom({ values }) {
  const width = given.length + observed.length;
  const started = new Float64Array(sets * width);
  for (let row = 0; row < sets; row += 1) {
    started.set(inputs.subarray(row * given.length, (row + 1) * given.length), row * width);
    started.set(
      values.subarray(row * observed.length, (row + 1) * observed.length),
      row * width + given.length,
    );
  }
  return { ...request, given: [...given, ...observed], inputs: started };
}

const solved = timed({ kind: 'rest' }, request);
const first = { kind: 'time', time: program.start + FIRST_TIME };
const last = { kind: 'steady', tolerance: STILL, checkEvery: 16, cap: program.start + CAP };
const stretch = timed({ kind: 'run', settings: { method: 'rk4', dt: FIRST_STEP, stop: first } }, request);
const stepped = timed(
  { kind: 'run', settings: { method: 'rk4', dt: STEP, stop: last } },
  startedFrom(stretch.result),
);

const statusOf = ({ result }, row) => BATCH_STATUS[result.status[row]];
function difference(row) {
  const at = (values, index) => values[row * observed.length + index];
  let [largest, worst] = [0, 0];
  for (let i = 0; i < observed.length; i += 1)
    largest = Math.max(largest, Math.abs(at(stepped.result.values, i)));
  for (let i = 0; i < observed.length; i += 1) {
    const [a, b] = [at(solved.result.values, i), at(stepped.result.values, i)];
    // A stock that only counts has no value at a fixed point.
    if (Number.isNaN(a)) continue;
    const size = Math.max(Math.abs(a), Math.abs(b), LEAST_SHARE * largest);
    if (size > 0) worst = Math.max(worst, Math.abs(a - b) / size);
  }
  return worst;
}

const counts = {
  agree: 0,
  differ: 0,
  'without a fixed point in both': 0,
  'the solver finds none': 0,
  'stepping finds none': 0,
};
const misses = [];
let worst = 0;
for (let row = 0; row < sets; row += 1) {
  const [one, other] = [statusOf(solved, row), statusOf(stepped, row)];
  const gap = one === 'ok' && other === 'ok' ? difference(row) : 0;
  const kind =
    one === 'ok' && other === 'ok'
      ? gap <= SAME
        ? 'agree'
        : 'differ'
      : one === 'ok'
        ? 'stepping finds none'
        : other === 'ok'
          ? 'the solver finds none'
          : 'without a fixed point in both';
  counts[kind] += 1;
  if (kind === 'agree') worst = Math.max(worst, gap);
  else if (kind !== 'without a fixed point in both') {
    const why =
      kind === 'differ' ? `a stock differs by ${gap.toExponential(1)}` : `solver ${one}, stepping ${other}`;
    misses.push(`  set ${row + 1}: ${kind}: ${why}`);
  }
}
const each = ({ seconds }) => `${((1e6 * seconds) / sets).toFixed(1)} us of processor time each`;
const total = (steps) => steps.reduce((sum, count) => sum + count, 0) / sets;
console.log(
  `${program.name}: ${sets} sets from \`${options.ranges}\` (${given.length} inputs), seed ${seed}`,
);
for (const [kind, count] of Object.entries(counts)) if (count > 0) console.log(`  ${kind}: ${count}`);
console.log(`  largest difference where they agree: ${worst.toExponential(1)}`);
for (const line of misses.slice(0, MOST_NAMED)) console.log(line);
if (misses.length > MOST_NAMED) console.log(`  and ${misses.length - MOST_NAMED} more`);
console.log(
  `  solved: ${each(solved)}, ${total(solved.result.steps).toFixed(1)} Jacobians; stepped with ${STEP}: ${each(stepped)}, ${total(stepped.result.steps).toFixed(0)} steps`,
);
console.log(`  solving is ${(stepped.seconds / solved.seconds).toFixed(0)} times as fast`);
process.exit(counts.differ > 0 ? 1 : 0);
