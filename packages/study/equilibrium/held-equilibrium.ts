import {
  type EquilibriumOptions,
  type EquilibriumResult,
  equilibriumSolver,
  heldProgram,
  type Input,
  javascript,
  simulate,
  solveEquilibrium,
} from '@weir/engine';
import { type Outcome, reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';

/** A fixed point, and the time at which TIME was held where flows depend on it. */
export interface TimelessResult extends EquilibriumResult {
  readonly heldTime?: number;
}

/** Whether a model was refused only because its flows depend on TIME. */
export function isTimed({ diagnostics }: Outcome<unknown>): boolean {
  return diagnostics.length > 0 && diagnostics.every(({ code }) => code === 'equilibrium-time');
}

/**
 * The fixed point of a model whose flows depend on TIME, or on STEP and its like: these are held as they are at the last time
 * of the file, and the trajectory is followed from where a run of the model is then.
 *
 * @errors run-failed, and those of the engine's `equilibriumSolver`.
 */
export function solveHeld(
  { program, executable }: PreparedStudy,
  inputs: readonly Input[],
  options: EquilibriumOptions & { readonly timeStep: number },
): Outcome<TimelessResult> {
  const solver = equilibriumSolver(javascript(heldProgram(program, 'stop')));
  if (!solver.ok) return solver;
  const { stop: time } = program;
  const settings = { method: 'rk4', dt: options.timeStep, stop: { kind: 'time', time } } as const;
  const run = simulate(executable('javascript'), inputs, settings);
  const unit = program.timeUnits === '' ? 'time' : program.timeUnits;
  if (run.status === 'failed') {
    const message = `The run to ${unit} ${time}, from where the fixed point is looked for, broke off: ${run.message}`;
    return refused([
      { code: 'run-failed', severity: 'error', message, hint: 'Check the values that were set.' },
    ]);
  }
  const start = Float64Array.from(program.stocks, ({ slot }) => run.values[slot] ?? Number.NaN);
  const result = solveEquilibrium(solver.value, inputs, { ...options, start });
  const reason = `Flows depend on TIME: it is held at ${unit} ${time}, the last of the model file, and the fixed point is the one that the run reaches from there.`;
  return reached({ ...result, heldTime: time, reasons: [reason, ...result.reasons] });
}
