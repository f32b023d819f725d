// Runs the Massachusetts model in SDEverywhere's generated JavaScript and in Weir, at the same step, by Euler's method,
// compares the stocks at the end, and then times both.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseAndGenerate } from '@sdeverywhere/compile';
import { createSynchronousModelRunner } from '@sdeverywhere/runtime';
import { javascript, simulate } from '@weir/engine';
import { loadMassachusetts, MODEL_FILE } from '../massachusetts/load.mjs';
import { largestDifference, median, ratio, timeInTurn } from '../measure.mjs';

const MONTHS = 24;
/** A power of two, so that SDEverywhere's added-up clock is exact. */
const DT = 1 / 64;
/** SDEverywhere orders its arithmetic in its own way; rounding may grow in the violent first months. */
const TOLERANCE = 1e-9;

const text = readFileSync(MODEL_FILE, 'utf8')
  .replace(/<stop>[^<]*<\/stop>/, `<stop>${MONTHS}</stop>`)
  .replace(/<dt>[^<]*<\/dt>/, `<dt>${DT}</dt>`);
const { program } = loadMassachusetts(text);
const executable = javascript(program);
const names = program.stocks.map(({ slot }) => program.variables[slot].key);

const folder = mkdtempSync(join(tmpdir(), 'weir-peers-'));
try {
  const everything = await peer('everything', {});
  const oneOutput = await peer('one-output', { outputVarNames: ['Buyers'] });
  const settings = { method: 'euler', dt: DT, stop: { kind: 'time', time: MONTHS } };
  const saving = weir({ ...settings, saveEvery: DT });
  const monthly = weir({ ...settings, saveEvery: 1 });

  const own = program.stocks.map(({ slot }) => saving().values[slot]);
  everything.run();
  const difference = largestDifference(own, names.map(everything.finalValue));
  console.log(
    `${names.length} stocks after ${MONTHS} months, dt 1/64, Euler: largest relative difference ${difference.toExponential(2)}`,
  );
  if (!(difference <= TOLERANCE)) throw new Error(`That is above ${TOLERANCE}.`);
  oneOutput.run();
  if (oneOutput.finalValue('buyers') !== everything.finalValue('buyers')) {
    throw new Error('SDEverywhere disagrees with itself.');
  }

  console.log(`Time of one run of ${MONTHS / DT} steps:`);
  compare('every variable saved at every step', saving, everything.run);
  compare('Weir: every variable monthly; SDEverywhere: one variable at every step', monthly, oneOutput.run);
} finally {
  rmSync(folder, { recursive: true });
}

/** The model in SDEverywhere, with all outputs or those that are named. */
async function peer(name, options) {
  await parseAndGenerate(text, 'xmile', options, ['generateJS'], folder, name, folder);
  const { default: load } = await import(pathToFileURL(join(folder, `${name}.js`)).href);
  const runner = createSynchronousModelRunner(await load());
  const outputs = runner.createOutputs();
  return {
    run: () => runner.runModelSync([], outputs),
    finalValue(variable) {
      const last = outputs.getSeriesForVar(`_${variable}`)?.points.at(-1);
      if (last?.x !== MONTHS) throw new Error(`SDEverywhere has no final ${variable}.`);
      return last.y;
    },
  };
}

function weir(settings) {
  return () => {
    const run = simulate(executable, [], settings);
    if (run.status !== 'ok') throw new Error(run.message);
    return run;
  };
}

function compare(what, ownRun, peerRun) {
  const times = timeInTurn({ weir: ownRun, peer: peerRun }, 31, 10);
  const show = (list) =>
    `${median(list).toPrecision(3)} ms (${Math.min(...list).toPrecision(3)} to ${Math.max(...list).toPrecision(3)})`;
  console.log(`${what}
  Weir ${show(times.weir)}, SDEverywhere ${show(times.peer)}: ${ratio(times.peer, times.weir).toFixed(1)} times as long`);
}
