// Runs the Massachusetts model under deSolve, its rates compiled from C, and in Weir, at the same step, by Euler's
// method; compares the stocks at the end, and then gives both times. R and deSolve come from the system.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { javascript, simulate } from '@weir/engine';
import { DEFAULTS, initialState, STOCKS } from '../massachusetts/hand-written.mjs';
import { loadMassachusetts } from '../massachusetts/load.mjs';
import { largestDifference, median, timeInTurn } from '../measure.mjs';

const MONTHS = 24;
const DT = 1 / 64;
const ROUNDS = 15;
const TOLERANCE = 1e-9;
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

try {
  execFileSync('Rscript', ['-e', 'library(deSolve)'], { stdio: 'ignore' });
} catch {
  console.log('R with deSolve is not on this machine (Debian: r-cran-desolve, r-base-dev).');
  process.exit();
}
const folder = mkdtempSync(join(tmpdir(), 'weir-desolve-'));
try {
  copyFileSync(here('desolve.c'), join(folder, 'desolve.c'));
  const native = here('../native');
  const flags = `-I${native} -DMODEL='"massachusetts-model.h"' -DSTEP='"massachusetts-step.h"'`;
  execFileSync('R', ['CMD', 'SHLIB', 'desolve.c'], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, PKG_CFLAGS: flags },
  });
  writeFileSync(join(folder, 'parameters'), Object.values(DEFAULTS).join('\n'));
  writeFileSync(join(folder, 'start'), [...initialState()].join('\n'));
  const words = [here('desolve.R'), join(folder, 'desolve.so'), join(folder, 'parameters')];
  const output = execFileSync(
    'Rscript',
    [...words, String(DT), String(MONTHS), String(ROUNDS), join(folder, 'start')],
    { encoding: 'utf8' },
  );
  const [stocks, ...rounds] = output.trim().split('\n');

  const { program, slotOf } = loadMassachusetts();
  const executable = javascript(program);
  const settings = { method: 'euler', dt: DT, stop: { kind: 'time', time: MONTHS } };
  const weir = (saveEvery) => {
    const run = simulate(executable, [], { ...settings, saveEvery });
    if (run.status !== 'ok') throw new Error(run.message);
    return run;
  };
  const own = weir(MONTHS).values;
  const difference = largestDifference(
    STOCKS.map((name) => own[slotOf(name)]),
    stocks.trim().split(/\s+/).map(Number),
  );
  console.log(
    `${STOCKS.length} stocks after ${MONTHS} months, dt 1/64, Euler: largest relative difference ${difference.toExponential(2)}`,
  );
  if (!(difference <= TOLERANCE)) throw new Error(`That is above ${TOLERANCE}.`);
  const theirs = median(rounds.map(Number));
  const times = timeInTurn({ all: () => weir(DT), last: () => weir(MONTHS) }, ROUNDS);
  for (const [what, list] of [
    ['every variable at every step', times.all],
    ['every variable at the end', times.last],
  ]) {
    const ours = median(list);
    console.log(
      `One run of ${MONTHS / DT} steps (wall time, one after the other): Weir, ${what}, ${ours.toPrecision(3)} ms; deSolve with compiled rates, stocks at every step, ${theirs.toPrecision(3)} ms: ${(theirs / ours).toPrecision(2)} times as long`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
