// Points of rest: the solver against time stepping to the same accuracy, Weir's own and one written by hand in C.
import { wasm } from '@weir/engine';
import { contest, number, timed } from '../contest.mjs';
import { loadMassachusetts } from '../massachusetts/load.mjs';
import { massachusettsRows } from '../massachusetts/rows.mjs';
import { median } from '../measure.mjs';
import { mustAgree, weirBatch } from '../weir.mjs';
import { nativePeers, table } from './many-runs.mjs';

const ROWS = 64;
const MANY = 12_200;
/** Steps of RK4 that are as long as the model allows, and the relative rate a month at which a state is at rest. */
const DT = 1 / 8;
const AT_REST = 1e-9;
/** Stepping stops a little before the end; the goal for agreement with it is 1e-6. */
const TOLERANCE = 1e-6;
const EVALUATIONS = 200_000;

export async function equilibria(native) {
  const { program, slotOf } = loadMassachusetts();
  const { parameters, request } = massachusettsRows(slotOf, ROWS);
  const solver = weirBatch(program, { kind: 'rest' }, request);
  const steady = { kind: 'steady', tolerance: AT_REST, checkEvery: 1, cap: 10_000 };
  const settings = { method: 'rk4', dt: DT, stop: steady };
  const stepping = weirBatch(program, { kind: 'run', settings }, request);
  const peers = nativePeers(native, { task: 'rest', rows: ROWS, parameters, dt: DT });
  const times = await contest(
    { ...peers.contenders, 'Weir, RK4 to rest, as a batch': stepping.go, 'Weir, solver': solver.go },
    7,
  );
  mustAgree('points of rest', worst(solver.result().values, stepping.result().values), TOLERANCE);
  await peers.mustAgreeWith('points of rest', solver, TOLERANCE);

  const evaluation = rightHandSide(program);
  const inTurn = await contest({ evaluation: evaluation.go, solver: solver.go }, 9);
  const evaluations = inTurn.solver.map(
    (time, round) => time / ROWS / (inTurn.evaluation[round] / EVALUATIONS),
  );

  const many = massachusettsRows(slotOf, MANY);
  const study = weirBatch(program, { kind: 'rest' }, many.request);
  const whole = await contest({ study: study.go }, 3, 1);
  study.result();
  return `## Points of rest

${table(`One point of rest, ${ROWS} parameter sets within 20 % of the defaults; all agree to ${TOLERANCE}`, times, ROWS * 1e3, 'us')}

- One point of rest costs the time of ${number(median(evaluations))} right-hand sides in the WebAssembly backend, one run at a time (goal: 250).
- Against Weir's own RK4 to rest the solver is ${number(median(times['Weir, RK4 to rest, as a batch'].map((time, round) => time / times['Weir, solver'][round])))} times as fast (goal: 22).
- The size of the published study, ${MANY.toLocaleString('en-US')} points of rest in one thread: ${number(median(whole.study) / 1e9)} s (goal: 2).`;
}

/** Evaluations of the rates, as the WebAssembly backend steps them: an Euler step is one. */
function rightHandSide(program) {
  const executable = wasm(program);
  const dt = 1e-6;
  const clock = { start: 0, stop: 1e6, dt };
  const values = new Float64Array(program.variables.length);
  return {
    go: timed(() => {
      const memory = executable.initialise(values, new Uint8Array(values.length), clock);
      executable.advance(values, clock, 0, EVALUATIONS, 'euler', memory);
    }),
  };
}

function worst(left, right) {
  let largest = 0;
  for (const [index, value] of left.entries()) {
    const size = Math.max(Math.abs(value), Math.abs(right[index]), 1e-6);
    const difference = Math.abs(value - right[index]) / size;
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
