// One run at a time: results are compared first, then timed in turn with a loop written by hand, in several
// processes, since compilers of JavaScript do not decide alike each time.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { interpreter, javascript, simulate } from '@weir/engine';
import { advance, DEFAULTS, initialState, STOCKS } from '../massachusetts/hand-written.mjs';
import { loadMassachusetts } from '../massachusetts/load.mjs';
import { publishedSettings } from '../massachusetts/rows.mjs';
import { largestDifference, median, ratio, timeInTurn } from '../measure.mjs';
import { mustAgree } from '../weir.mjs';

export const MONTHS = 100;
const DT = 0.001;
const STEPS_A_MONTH = Math.round(1 / DT);
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

/** Takes the run of a backend to `months`, a month at a time, without looking at anything but the stocks. */
export function kernel(executable, months, method = 'euler') {
  const { program } = executable;
  const clock = { start: 0, stop: months, dt: DT };
  const values = new Float64Array(program.variables.length);
  executable.initialise(values, new Uint8Array(values.length), clock);
  for (let month = 0; month < months; month += 1) {
    executable.advance(values, clock, month * STEPS_A_MONTH, STEPS_A_MONTH, method);
  }
  return values;
}

export function byHand(months) {
  const state = initialState();
  for (let month = 0; month < months; month += 1) advance(state, DEFAULTS, DT, STEPS_A_MONTH);
  return [...state];
}

export function singleRun() {
  const { program, slotOf } = loadMassachusetts();
  const compiled = javascript(program);
  const walked = interpreter(program);
  const stocks = (values) => STOCKS.map((name) => values[slotOf(name)]);
  const difference = largestDifference(stocks(kernel(compiled, MONTHS)), byHand(MONTHS));
  mustAgree('Weir and the loop by hand', difference, TOLERANCE);
  mustAgree('the backends', largestDifference(stocks(kernel(compiled, 1)), stocks(kernel(walked, 1))), 0);

  const child = fileURLToPath(new URL('../euler.mjs', import.meta.url));
  const processes = Array.from({ length: PROCESSES }, () =>
    JSON.parse(execFileSync(process.execPath, [child], { encoding: 'utf8' })),
  );
  const ratios = processes.map((times) => ratio(times.weir, times.hand));
  const rk4 = timeInTurn({ weir: () => kernel(compiled, 20, 'rk4') }, 7);
  const slow = timeInTurn({ interpreter: () => kernel(walked, 1) }, 3, 1);
  const stops = new Map();
  const experiment = timeInTurn({ all: () => publishedExperiment(compiled, slotOf, stops) }, 7);
  const steps = MONTHS * STEPS_A_MONTH;
  return `## One run at a time

The largest relative difference of a stock between Weir and the loop written by hand after ${MONTHS} months is ${difference.toExponential(1)}.

| what | median | spread |
|---|---|---|
${line(
  'one Euler step, Weir, JavaScript backend',
  perStep(
    processes.flatMap((times) => times.weir),
    steps,
  ),
  'ns',
)}
${line(
  'one Euler step, loop written by hand',
  perStep(
    processes.flatMap((times) => times.hand),
    steps,
  ),
  'ns',
)}
${line('one RK4 step, Weir, JavaScript backend', perStep(rk4.weir, 20 * STEPS_A_MONTH), 'ns')}
${line('one Euler step, Weir, interpreter', perStep(slow.interpreter, STEPS_A_MONTH), 'ns')}
${line('the published experiment: six scenarios, Euler 0.001, to the published stop', experiment.all, 'ms')}

Weir takes ${median(ratios).toFixed(2)} times the time of the loop written by hand (goal: at most 1.5). Medians of the rounds'
ratios in ${PROCESSES} processes: ${ratios.map((one) => one.toFixed(2)).join(', ')}.

Stop months: ${[...stops].map((pair) => pair.join(' ')).join(', ')}.`;
}

function publishedExperiment(compiled, slotOf, stops) {
  for (const [id, changes] of Object.entries(SCENARIOS)) {
    const inputs = Object.entries(changes).map(([name, value]) => ({ slot: slotOf(name), value }));
    const run = simulate(compiled, inputs, publishedSettings(slotOf));
    if (run.status !== 'ok') throw new Error(run.message);
    stops.set(id, run.time);
  }
}

const perStep = (times, steps) => times.map((time) => (time * 1e6) / steps);

function line(what, times, unit) {
  const [low, high] = [Math.min(...times), Math.max(...times)];
  return `| ${what} | ${median(times).toPrecision(3)} ${unit} | ${low.toPrecision(3)} to ${high.toPrecision(3)} |`;
}
