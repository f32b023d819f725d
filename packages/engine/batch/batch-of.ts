import type { Outcome } from '@weir/model';
import type { Executable } from '../backend.js';
import type { Program } from '../lower/program.js';
import type { Batch, BatchEnd } from './batch.js';
import { type BatchOptions, laneBatchOf } from './lane-batch.js';
import { once } from './once.js';
import { oneByOne } from './one-by-one.js';
import { restBatch } from './rest-batch.js';
import { runBatch } from './run-batch.js';

/**
 * Makes a program ready to be run for many rows of inputs. A row's result never depends on its neighbours. It is that
 * of a single run: to the last bit, and for points of rest as closely as they are solved.
 *
 * @param of - A program, run in the fastest way that the surroundings allow: two rows side by side where they have vectors
 * in WebAssembly. Or an executable, which then runs the rows one by one.
 * @errors Those of `planRun` for runs; those of `equilibriumSolver` for points of rest.
 * @throws RangeError, when it runs, for a kernel of another method or program.
 */
export function batchOf(of: Executable | Program, end: BatchEnd, options: BatchOptions = {}): Outcome<Batch> {
  if (!('backend' in of)) return laneBatchOf(of, end, () => oneByOne(), options);
  const { program } = of;
  const single = oneByOne(() => of);
  if (end.kind === 'rest') {
    const rests = once(() => single.rests(program, end.guess));
    return restBatch(program, rests);
  }
  const { settings } = end;
  const runs = once(() => single.runs(program, settings));
  return runBatch(program, settings, runs, () => undefined);
}
