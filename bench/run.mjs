// Measures the engine on the Massachusetts model: results are compared first, then timed in turn with a loop
// written by hand, in several processes, since compilers of JavaScript do not decide alike each time. Prints a table
// and writes RESULTS.md.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { interpreter, javascript, simulate } from '@weir/engine';
import { advance, DEFAULTS, initialState, STOCKS } from './massachusetts/hand-written.mjs';
import { loadMassachusetts } from './massachusetts/load.mjs';
import { largestDifference, median, ratio, timeInTurn } from './measure.mjs';

const DT = 0.001;
const MONTHS = 100;
const ROUNDS = 15;
const PROCESSES = 5;
/** Weir and the loop by hand add in the same order, apart from factors of 1; rounding is all that may differ. */
const TOLERANCE = 1e-12;

/** The published scenarios, by what they change. */
const SCENARIOS = {
  criminalization: {},
  'full-decriminalization': { prosecution_culture: 0, buyer_prosecution_culture: 0 },
  'partial-decriminalization': { prosecution_culture: 0 },
  'equality-model': { prosecution_culture: 0, st_services_capacity: 750, lt_services_capacity: 300 },
  'equality-model-as-run': { prosecution_culture: 0, st_services_capacity: 500, lt_services_capacity: 200 },
  expungement: { pctExpungement: 0.1 },
};

const { program, slotOf } = loadMassachusetts();
const stockSlots = STOCKS.map(slotOf);
const clock = { start: 0, stop: MONTHS, dt: DT };
const stepsAMonth = Math.round(1 / DT);

/** Takes the run of a backend to `months`, a month at a time, without looking at anything but the stocks. */
function kernel(executable, months, method = 'euler') {
  const values = new Float64Array(program.variables.length);
  executable.initialise(values, new Uint8Array(values.length), clock);
  for (let month = 0; month < months; month += 1) {
    executable.advance(values, clock, month * stepsAMonth, stepsAMonth, method);
  }
  return stockSlots.map((slot) => values[slot]);
}

function byHand(months) {
  const state = initialState();
  for (let month = 0; month < months; month += 1) advance(state, DEFAULTS, DT, stepsAMonth);
  return [...state];
}

const compiled = javascript(program);
const walked = interpreter(program);
const difference = largestDifference(kernel(compiled, MONTHS), byHand(MONTHS));
if (!(difference <= TOLERANCE)) throw new Error(`Weir and the loop by hand differ by ${difference}.`);
const betweenBackends = largestDifference(kernel(compiled, 1), kernel(walked, 1));
if (betweenBackends !== 0) throw new Error(`The backends differ by ${betweenBackends}.`);

const euler = () =>
  timeInTurn({ weir: () => kernel(compiled, MONTHS), hand: () => byHand(MONTHS) }, ROUNDS, 5);
if (process.argv.includes('--euler-only')) {
  console.log(JSON.stringify(euler()));
  process.exit();
}
const processes = Array.from({ length: PROCESSES }, () =>
  JSON.parse(
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--euler-only'], { encoding: 'utf8' }),
  ),
);
const weir = processes.flatMap((times) => times.weir);
const hand = processes.flatMap((times) => times.hand);
const ratios = processes.map((times) => ratio(times.weir, times.hand));
const rk4 = timeInTurn({ weir: () => kernel(compiled, 20, 'rk4') }, 7);
const slow = timeInTurn({ interpreter: () => kernel(walked, 1) }, 3, 1);

const published = {
  method: 'euler',
  dt: DT,
  stop: {
    kind: 'window',
    rule: {
      watch: [slotOf('pctTraffickedVsNontrafficked'), slotOf('pctSSCrimRecord')],
      sampleEvery: 1,
      window: 5,
      from: 100,
      every: 5,
      tolerance: 1e-4,
    },
    cap: 10000,
  },
};
const stops = [];
const experiment = timeInTurn(
  {
    all() {
      stops.length = 0;
      for (const [id, changes] of Object.entries(SCENARIOS)) {
        const inputs = Object.entries(changes).map(([name, value]) => ({ slot: slotOf(name), value }));
        const run = simulate(compiled, inputs, published);
        if (run.status !== 'ok') throw new Error(run.message);
        stops.push(`${id} ${run.time}`);
      }
    },
  },
  7,
);
const compile = timeInTurn({ javascript: () => javascript(program) }, 7);

const perStep = (times, steps) => times.map((time) => (time * 1e6) / steps);
const line = (what, times, unit) => {
  const [low, high] = [Math.min(...times), Math.max(...times)];
  return `| ${what} | ${median(times).toPrecision(3)} ${unit} | ${low.toPrecision(3)} to ${high.toPrecision(3)} |`;
};
const steps = MONTHS * stepsAMonth;
const report = `# Benchmark results

The Massachusetts model: ${program.stocks.length} stocks, ${program.variables.length} variables. Written by \`npm run bench\`.

- ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores; Node.js ${process.version}; ${new Date().toISOString().slice(0, 10)}
- Results are compared before anything is timed: the largest relative difference of a stock between Weir and the
  loop written by hand after ${MONTHS} months is ${difference.toExponential(1)}; between the two backends it is 0.
- Contenders take turns in one process, ${ROUNDS} rounds after warming up, in ${PROCESSES} processes one after the other. Other work on the
  machine shows in the spread.

| what | median | spread |
|---|---|---|
${line('one Euler step, Weir, JavaScript backend', perStep(weir, steps), 'ns')}
${line('one Euler step, loop written by hand', perStep(hand, steps), 'ns')}
${line('one RK4 step, Weir, JavaScript backend', perStep(rk4.weir, 20 * stepsAMonth), 'ns')}
${line('one Euler step, Weir, interpreter', perStep(slow.interpreter, stepsAMonth), 'ns')}
${line('the published experiment: six scenarios, Euler 0.001, to the published stop', experiment.all, 'ms')}
${line('program to executable, JavaScript backend', compile.javascript, 'ms')}

**Weir takes ${median(ratios).toFixed(2)} times the time of the loop written by hand** (goal: at most 1.5). Medians of the rounds'
ratios in the processes: ${ratios.map((one) => one.toFixed(2)).join(', ')}.

Stop months: ${stops.join(', ')}.
`;
writeFileSync(new URL('RESULTS.md', import.meta.url), report);
console.log(report);
