// A plain epidemic of three stocks: the other end of the scale, where a step is a handful of operations.
import { lower, wasm } from '@weir/engine';
import { readModel, sourceText } from '@weir/model';
import { contest } from '../contest.mjs';
import { drawsAround } from '../draws.mjs';
import { reachedValue, weirBatch } from '../weir.mjs';
import { nativePeers, table } from './many-runs.mjs';

const ROWS = 1000;
const DT = 1 / 8;
const MONTHS = 128;

const TEXT = `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
<header><vendor>Weir</vendor><product version="1.0">benchmark</product><name>epidemic</name></header>
<sim_specs time_units="day"><start>0</start><stop>${MONTHS}</stop><dt>${DT}</dt></sim_specs>
<model><variables>
<aux name="contacts"><eqn>10</eqn></aux>
<aux name="infectivity"><eqn>0.05</eqn></aux>
<aux name="duration"><eqn>5</eqn></aux>
<stock name="susceptible"><eqn>990</eqn><outflow>infection</outflow></stock>
<stock name="infected"><eqn>10</eqn><inflow>infection</inflow><outflow>recovery</outflow></stock>
<stock name="recovered"><eqn>0</eqn><inflow>recovery</inflow></stock>
<aux name="people"><eqn>susceptible + infected + recovered</eqn></aux>
<flow name="infection"><eqn>contacts * infectivity * susceptible * infected / people</eqn></flow>
<flow name="recovery"><eqn>infected / duration</eqn></flow>
</variables></model></xmile>`;

/** The epidemic as a program, and slots by name. */
export function epidemic() {
  const program = reachedValue(lower(reachedValue(readModel(sourceText('epidemic.xmile', TEXT)))));
  return { program, slotOf: (name) => program.slotOf.get(name) };
}

export async function epidemicRuns(native) {
  const { program, slotOf } = epidemic();
  const parameters = drawsAround([10, 0.05, 5], ROWS);
  const request = {
    rows: ROWS,
    given: ['contacts', 'infectivity', 'duration'].map(slotOf),
    inputs: parameters,
    observed: ['susceptible', 'infected', 'recovered'].map(slotOf),
  };
  const parts = [];
  for (const method of ['euler', 'rk4']) {
    const end = { kind: 'run', settings: { method, dt: DT, stop: { kind: 'time', time: MONTHS } } };
    const lanes = weirBatch(program, end, request);
    const singly = weirBatch(wasm(program), end, request);
    const peers = nativePeers(native, { task: method, rows: ROWS, parameters, dt: DT, months: MONTHS });
    const times = await contest(
      {
        ...peers.contenders,
        'Weir, WebAssembly backend, one run at a time': singly.go,
        'Weir, as a batch': lanes.go,
      },
      9,
      4,
    );
    await peers.mustAgreeWith(`epidemic, ${method}`, lanes);
    parts.push(
      table(
        `One ${method === 'euler' ? 'Euler' : 'RK4'} step of one run, ${ROWS} runs of ${MONTHS / DT} steps`,
        times,
        (ROWS * MONTHS) / DT,
        'ns',
      ),
    );
  }
  return `## A plain epidemic of three stocks\n\n${parts.join('\n\n')}`;
}
