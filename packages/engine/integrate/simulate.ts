import type { Executable } from '../backend.js';
import { stopWatch } from '../stop/stop-watch.js';
import { allFinite, firstFault } from './fault.js';
import { failedRun, findFailure } from './find-failure.js';
import { giveInputs } from './inputs.js';
import { Recorder } from './recorder.js';
import type { CancelledRun, Input, Run } from './run.js';
import { planRun } from './run-plan.js';
import type { RunSettings } from './settings.js';

/** Most steps between two looks at the values, so that a failure is met soon and a run can be cancelled. */
const STEPS_BETWEEN_CHECKS = 1000;

/**
 * Called at every checkpoint with the current model time; `false` ends the run there.
 * Checkpoints are saves, looks of the stop rule, and at least every 1,000 steps.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: a callback that returns nothing goes on.
export type Progress = (time: number) => boolean | void;

/**
 * Runs a program. Values are checked at every checkpoint, so no value that is not a number is ever reported as
 * a result: such a run comes back as a `FailedRun` that names the first variable that went bad.
 *
 * @param inputs - Values for constants and for stocks' initial values; the last one wins.
 * @returns The finished run, with warnings about its settings; or where and why it failed.
 * @throws RangeError for settings that {@link planRun} refuses, and for slots the program does not have.
 */
export function simulate(executable: Executable, inputs: readonly Input[], settings: RunSettings): Run;
export function simulate(
  executable: Executable,
  inputs: readonly Input[],
  settings: RunSettings,
  progress: Progress,
): Run | CancelledRun;
export function simulate(
  executable: Executable,
  inputs: readonly Input[],
  settings: RunSettings,
  progress: Progress = () => true,
): Run | CancelledRun {
  const { program } = executable;
  const plan = planRun(program, settings);
  if (!plan.ok) throw new RangeError(plan.diagnostics.map(({ message }) => message).join(' '));
  const { clock, steps: lastStep, saves } = plan.value;
  const { method } = settings;

  const values = new Float64Array(program.variables.length);
  const given = new Uint8Array(program.variables.length);
  const refusal = giveInputs(program, inputs, values, given);
  if (refusal !== undefined) return refusal;
  executable.initialise(values, given, clock);

  const watch = stopWatch(settings.stop, program, clock);
  const recorder = new Recorder();
  let savedRows = 0;
  const nextSave = (): number => saves?.stepAt(savedRows) ?? Number.POSITIVE_INFINITY;
  const good = values.slice();
  let goodStep = 0;

  for (let step = 0; ; ) {
    const time = clock.start + step * clock.dt;
    executable.observe(values, clock, step);
    if (!allFinite(values)) {
      const fault = firstFault(program, values);
      if (fault !== undefined && step === 0) return failedRun(executable, clock, 0, fault, values);
      if (fault !== undefined) {
        return findFailure(executable, clock, method, { values: good, from: goodStep, to: step });
      }
    }
    if (step === nextSave()) recorder.save(time, values);
    while (nextSave() <= step) savedRows += 1;

    const isLook = step === watch.nextStep();
    const stopped = isLook ? watch.look(values) : undefined;
    const ended = settings.stop.kind === 'time' ? 'time' : 'cap';
    const reason = stopped ?? (step >= lastStep ? ended : undefined);
    if (reason !== undefined) {
      return {
        status: 'ok',
        time,
        steps: step,
        reason,
        values,
        ...(saves === undefined ? {} : { series: recorder.series(values.length) }),
        diagnostics: plan.diagnostics,
      };
    }
    if (progress(time) === false) return { status: 'cancelled', time };

    good.set(values);
    goodStep = step;
    const next = Math.min(lastStep, nextSave(), watch.nextStep(), step + STEPS_BETWEEN_CHECKS);
    executable.advance(values, clock, step, next - step, method);
    step = next;
  }
}
