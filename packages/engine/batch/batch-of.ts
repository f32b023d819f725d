import type { Outcome } from '@weir/model';
import type { Executable } from '../backend.js';
import type { TickKernel } from '../equilibrium/kernel/tick-kernel.js';
import type { Program } from '../lower/program.js';
import type { PairKernel } from '../wasm/pair-kernel.js';
import type { PairMachine } from '../wasm/pair-machine.js';
import type { Batch, BatchEnd } from './batch.js';
import { restBatch } from './rest-batch.js';
import { pairsFor, runBatch } from './run-batch.js';
import { singleExecutable } from './single-executable.js';

/** What a batch may be given beside its program. */
export interface BatchOptions {
  /** From `stepKernel`, where it has been compiled already: for runs by its method. */
  readonly kernel?: PairKernel;
  /** From `restKernel`, where it has been compiled already: for points of rest. */
  readonly rest?: TickKernel;
}

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
  const isExecutable = 'backend' in of;
  if (end.kind === 'rest') {
    return isExecutable ? restBatch(of.program, end, of) : restBatch(of, end, undefined, options.rest);
  }
  if (isExecutable) {
    return runBatch(
      of.program,
      end.settings,
      () => of,
      () => undefined,
    );
  }
  const single = once(() => singleExecutable(of));
  const pairs = once((): PairMachine | undefined => pairsFor(of, end.settings, options.kernel));
  return runBatch(of, end.settings, single, pairs);
}

/** Makes a thing when it is first asked for. */
function once<Thing>(make: () => Thing): () => Thing {
  let made: { readonly thing: Thing } | undefined;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}
