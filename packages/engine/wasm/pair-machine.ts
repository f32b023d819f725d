import type { ClockSettings } from '../backend.js';
import { lookupTable } from '../builtins/table-lookup.js';
import { giveInputs } from '../integrate/inputs.js';
import type { FailedRun, Input } from '../integrate/run.js';
import type { Program } from '../lower/program.js';
import { DEFAULT_SEED } from '../random/default-seed.js';
import type { Lane } from './function-writer.js';
import { MOST_STEPS, setStages } from './functions.js';
import { type PairKernel, pairLayouts } from './pair-kernel.js';
import { ready } from './unit.js';

/** Two runs of a program side by side, each at a step of its own. */
export interface PairMachine {
  /**
   * Puts a run at its first step into a lane.
   *
   * @returns Why the inputs are refused, where they are; the lane then holds nothing of use.
   */
  begin(lane: Lane, inputs: readonly Input[], clock: ClockSettings): FailedRun | undefined;
  /** Recomputes auxiliaries and flows of both runs, each at its own step. */
  observe(clock: ClockSettings, steps: readonly [number, number]): void;
  /** Takes both runs forward by as many steps. Auxiliaries and flows are stale afterwards. */
  advance(clock: ClockSettings, steps: readonly [number, number], count: number): void;
  /** Copies the values of a run, shape `[variables]`. */
  read(lane: Lane, values: Float64Array): void;
  /** Lets an idle lane do what the other does. */
  mirror(from: Lane): void;
}

/** Readies a kernel, with a memory of its own. */
export function pairMachine(program: Program, kernel: PairKernel): PairMachine {
  const { pair, single } = pairLayouts(program);
  const { memory, bytes, exported } = ready(kernel, program.tables.map(lookupTable), () => Number.NaN);
  const length = program.variables.length;
  const from = pair.values / 8;
  const both = memory.subarray(from, from + 2 * length);
  const alone = memory.subarray(single.values / 8, single.values / 8 + length);
  const given = bytes.subarray(single.given, single.given + length);
  const stepsAt = (pair.steps ?? 0) / 8;
  const initialise = exported('initialise');
  const observe = exported('observe');
  const { method } = kernel;
  const advance = exported(method === 'euler' ? 'euler' : 'rungeKutta');
  const stages = method === 'euler' ? undefined : setStages(memory, pair, method);
  const setSteps = ([first, second]: readonly [number, number], taken: number): void => {
    memory[stepsAt] = first + taken;
    memory[stepsAt + 1] = second + taken;
  };

  return {
    begin(lane, inputs, { start, stop, dt, seed = DEFAULT_SEED }) {
      alone.fill(0);
      given.fill(0);
      const refusal = giveInputs(program, inputs, alone, given);
      if (refusal !== undefined) return refusal;
      initialise(start, stop, dt, seed, 0);
      for (let slot = 0; slot < length; slot += 1) both[2 * slot + lane] = alone[slot] ?? Number.NaN;
      return undefined;
    },
    observe({ start, stop, dt, seed = DEFAULT_SEED }, steps) {
      setSteps(steps, 0);
      observe(start, stop, dt, seed, 0);
    },
    advance({ start, stop, dt, seed = DEFAULT_SEED }, steps, count) {
      for (let taken = 0; taken < count; taken += MOST_STEPS) {
        setSteps(steps, taken);
        const some = Math.min(MOST_STEPS, count - taken);
        if (stages === undefined) advance(start, stop, dt, seed, 0, some);
        else advance(start, stop, dt, seed, 0, some, stages.divisor, stages.stages.length);
      }
    },
    read(lane, values) {
      for (let slot = 0; slot < length; slot += 1) values[slot] = both[2 * slot + lane] ?? Number.NaN;
    },
    mirror(other) {
      for (let slot = 0; slot < length; slot += 1)
        both[2 * slot + 1 - other] = both[2 * slot + other] ?? Number.NaN;
    },
  };
}
