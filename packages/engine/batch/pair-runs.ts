import { STEPS_BETWEEN_CHECKS } from '../integrate/checkpoint.js';
import { allFinite, firstFault } from '../integrate/fault.js';
import type { RunPlan } from '../integrate/run-plan.js';
import type { RunSettings } from '../integrate/settings.js';
import type { Program } from '../lower/program.js';
import { type StopWatch, stopWatch } from '../stop/stop-watch.js';
import type { PairMachine } from '../wasm/pair-machine.js';
import type { BatchRequest } from './batch.js';
import { inputsOf } from './batch-request.js';
import type { BatchTally } from './batch-tally.js';
import type { RowRun } from './single-runs.js';

/** What runs in a lane. */
interface LaneRun {
  readonly row: number;
  readonly watch: StopWatch;
  step: number;
  /** Step at which it is looked at next. */
  next: number;
  /** Saves that are past, by their number in the schedule, and by that in the series. */
  savesPast: number;
  saved: number;
}

/** How every row is run. */
export interface RunJob {
  readonly program: Program;
  readonly settings: RunSettings;
  readonly plan: RunPlan;
  /** Gives what runs single rows: those that meet a fault are run again by it, and end as it says. */
  single(): RowRun;
}

const LANES = [0, 1] as const;

/** Runs every row of a request, two side by side: a lane takes the next row as soon as its run has ended. */
export class PairRuns {
  readonly #machine: PairMachine;
  readonly #job: RunJob;
  readonly #values: Float64Array;

  constructor(machine: PairMachine, job: RunJob) {
    this.#machine = machine;
    this.#job = job;
    this.#values = new Float64Array(job.program.variables.length);
  }

  run(request: BatchRequest, tally: BatchTally): void {
    const { clock } = this.#job.plan;
    let nextRow = 0;
    const begin = (lane: 0 | 1): LaneRun | undefined => {
      while (nextRow < request.rows) {
        const row = nextRow;
        nextRow += 1;
        if (this.#machine.begin(lane, inputsOf(request, row), clock) === undefined) return this.#first(row);
        this.#job.single()(request, row, tally);
      }
      return undefined;
    };
    const lanes: [LaneRun | undefined, LaneRun | undefined] = [begin(0), begin(1)];
    for (;;) {
      const active = lanes.filter((run) => run !== undefined);
      const [one] = active;
      if (one === undefined) return;
      if (active.length === 1) this.#machine.mirror(lanes[0] === undefined ? 1 : 0);
      const steps = [lanes[0]?.step ?? one.step, lanes[1]?.step ?? one.step] as const;
      if (active.some((run) => run.step === run.next)) {
        this.#machine.observe(clock, steps);
        for (const lane of LANES) {
          const run = lanes[lane];
          if (run !== undefined && run.step === run.next && this.#look(lane, run, request, tally)) {
            lanes[lane] = begin(lane);
          }
        }
        continue;
      }
      const count = Math.min(...active.map((run) => run.next - run.step));
      this.#machine.advance(clock, steps, count);
      for (const run of active) run.step += count;
    }
  }

  #first(row: number): LaneRun {
    const { program, settings, plan } = this.#job;
    const watch = stopWatch(settings.stop, program, plan.clock);
    return { row, watch, step: 0, next: 0, savesPast: 0, saved: 0 };
  }

  #nextSave({ savesPast }: LaneRun): number {
    return this.#job.plan.saves?.stepAt(savesPast) ?? Number.POSITIVE_INFINITY;
  }

  /**
   * Looks at a run as `simulate` does at its checkpoints.
   *
   * @returns Whether it has ended.
   */
  #look(lane: 0 | 1, run: LaneRun, request: BatchRequest, tally: BatchTally): boolean {
    const values = this.#values;
    const { program, settings, plan, single } = this.#job;
    const { clock, steps: lastStep } = plan;
    this.#machine.read(lane, values);
    if (!allFinite(values) && firstFault(program, values) !== undefined) {
      single()(request, run.row, tally);
      return true;
    }
    const { row, step, watch } = run;
    if (step === this.#nextSave(run)) {
      tally.save(row, run.saved, (slot) => values[slot] ?? Number.NaN);
      run.saved += 1;
    }
    while (this.#nextSave(run) <= step) run.savesPast += 1;
    const stopped = step === watch.nextStep() ? watch.look(values) : undefined;
    const time = clock.start + step * clock.dt;
    if (stopped !== undefined || (step >= lastStep && settings.stop.kind === 'time')) {
      tally.end(row, { status: 'ok', time, steps: step }, values);
      return true;
    }
    if (step >= lastStep) {
      tally.end(row, { status: 'not_converged', time, steps: step });
      return true;
    }
    run.next = Math.min(lastStep, this.#nextSave(run), watch.nextStep(), step + STEPS_BETWEEN_CHECKS);
    return false;
  }
}
