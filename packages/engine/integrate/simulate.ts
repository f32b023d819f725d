import type { Executable } from '../backend.js';
import { stopWatch } from '../stop/stop-watch.js';
import { STEPS_BETWEEN_CHECKS } from './checkpoint.js';
import { allFinite, firstFault } from './fault.js';
import { failedRun, findFailure } from './find-failure.js';
import { giveInputs } from './inputs.js';
import { Recorder } from './recorder.js';
import type { CancelledRun, Input, Run } from './run.js';
import { planRun } from './run-plan.js';
import type { RunSettings } from './settings.js';
import { solverFor } from './solver.js';

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

  const values = new Float64Array(program.variables.length);
  const given = new Uint8Array(program.variables.length);
  const refusal = giveInputs(program, inputs, values, given);
  if (refusal !== undefined) return refusal;
  const memory = executable.initialise(values, given, clock);
  const solver = solverFor(executable, clock, settings, memory, lastStep);

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
        const again = solverFor(executable, clock, settings, memory, lastStep);
        const stretch = { values: good, from: goodStep, to: step };
        // A method that chooses its own steps may come to the fault by another way.
        return (
          findFailure(executable, clock, again, stretch) ?? failedRun(executable, clock, step, fault, values)
        );
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
    const failure = solver.advance(values, step, next - step);
    if (failure !== undefined) return failure;
    step = next;
  }
}
