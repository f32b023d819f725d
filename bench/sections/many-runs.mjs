// Many runs of fixed steps: Weir's backends against loops written by hand in C, one run at a time and over runs.
import { javascript, wasm } from '@weir/engine';
import { contest, lineOf, timed } from '../contest.mjs';
import { advance, DEFAULTS, initialState } from '../massachusetts/hand-written.mjs';
import { loadMassachusetts } from '../massachusetts/load.mjs';
import { massachusettsRows, PARAMETERS, publishedSettings } from '../massachusetts/rows.mjs';
import { differenceFrom, mustAgree, weirBatch } from '../weir.mjs';

const ROWS = 64;
const DT = 0.001;
const ROUNDS = 7;
/** C may fuse a multiplication with an addition, which rounds once instead of twice. */
const TOLERANCE = 1e-9;

/** Fixed steps of Euler and RK4. `native` makes peers in C; it is undefined where there is no compiler. */
export async function manyRuns(native) {
  const { program, slotOf } = loadMassachusetts();
  const { parameters, request } = massachusettsRows(slotOf, ROWS);
  const parts = [];
  for (const [method, months] of [
    ['euler', 10],
    ['rk4', 3],
  ]) {
    const end = { kind: 'run', settings: { method, dt: DT, stop: { kind: 'time', time: months } } };
    const lanes = weirBatch(program, end, request);
    const singly = weirBatch(wasm(program), end, request);
    const script = weirBatch(javascript(program), end, request);
    const peers = nativePeers(native, { task: method, rows: ROWS, parameters, dt: DT, months });
    const contenders = { ...peers.contenders };
    if (method === 'euler') contenders['typed-array loop written by hand'] = byHand(parameters, months);
    contenders['Weir, JavaScript backend'] = script.go;
    contenders['Weir, WebAssembly backend, one run at a time'] = singly.go;
    contenders['Weir, as a batch'] = lanes.go;
    const times = await contest(contenders, ROUNDS);
    await peers.mustAgreeWith(`${method} over runs`, lanes);
    parts.push(
      table(
        `One ${method === 'euler' ? 'Euler' : 'RK4'} step of one run, ${ROWS} runs`,
        times,
        (ROWS * months) / DT,
        'ns',
      ),
    );
  }
  return `## Many runs of fixed steps\n\n${parts.join('\n\n')}`;
}

/** The published numerics: Euler 0.001 to the published stop. */
export async function publishedRuns(native) {
  const { program, slotOf } = loadMassachusetts();
  const { parameters, request } = massachusettsRows(slotOf, ROWS);
  const lanes = weirBatch(program, { kind: 'run', settings: publishedSettings(slotOf) }, request);
  const peers = nativePeers(native, { task: 'published', rows: ROWS, parameters, dt: DT });
  const times = await contest({ ...peers.contenders, 'Weir, as a batch': lanes.go }, 5, 1);
  await peers.mustAgreeWith('published numerics', lanes);
  const heading = `One run with the published numerics (Euler 0.001 to the published stop), ${ROWS} runs`;
  return `## The published numerics\n\n${table(heading, times, ROWS * 1e6, 'ms')}`;
}

/** Peers in C for one task, in all widths. */
export function nativePeers(native, work) {
  if (native === undefined) return { contenders: {}, mustAgreeWith: async () => {} };
  const peers = {
    'C, one run at a time': native.peer({ ...work, lanes: 1 }),
    'C, two runs at a time (128 bit)': native.peer({ ...work, lanes: 2 }),
    'C, four runs at a time (AVX2)': native.peer({ ...work, lanes: 4 }),
  };
  return {
    contenders: Object.fromEntries(Object.entries(peers).map(([name, peer]) => [name, peer.go])),
    async mustAgreeWith(what, contender, tolerance = TOLERANCE) {
      for (const [name, peer] of Object.entries(peers))
        mustAgree(`${what}, ${name}`, await differenceFrom(peer, contender), tolerance);
    },
  };
}

/** A table with the ratios to the three widths of C. */
export function table(heading, times, pieces, unit) {
  const references = [
    times['C, four runs at a time (AVX2)'],
    times['C, two runs at a time (128 bit)'],
    times['C, one run at a time'],
  ];
  const rows = Object.entries(times).map(([name, list]) => lineOf(name, list, pieces, unit, references));
  return `${heading}:

| contender | median | spread | x C AVX2 | x C 128 bit | x C singly |
|---|---|---|---|---|---|
${rows.join('\n')}`;
}

function byHand(parameters, months) {
  const sets = Array.from({ length: ROWS }, (_, row) =>
    Object.fromEntries(
      PARAMETERS.map((name, index) => [name, parameters[row * PARAMETERS.length + index] ?? DEFAULTS[name]]),
    ),
  );
  return timed(() => {
    for (const set of sets) {
      const state = initialState();
      for (let month = 0; month < months; month += 1) advance(state, set, DT, Math.round(1 / DT));
    }
  });
}
