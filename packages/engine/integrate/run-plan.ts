import type { Diagnostic, Outcome } from '@weir/model';
import { hasErrors, reached, refused } from '@weir/model';
import type { ClockSettings } from '../backend.js';
import type { EngineCode } from '../engine-codes.js';
import type { Program } from '../lower/program.js';
import { type Schedule, schedule } from './schedule.js';
import type { RunSettings, StopRule, Tolerance } from './settings.js';

/** A run laid out in whole steps. */
export interface RunPlan {
  readonly clock: ClockSettings;
  /** Steps to the end, or to the cap of a stop rule. */
  readonly steps: number;
  readonly saves: Schedule | undefined;
}

/** Steps that a time span may miss being whole by: the rounding of a quotient of two times. */
const ROUNDING = 1e-6;
/** Most steps of a run: beyond it, whole numbers of steps are no longer counted safely in years of computing. */
const MOST_STEPS = 1e12;
/** Seeds are 32 bits. */
const MOST_SEEDS = 2 ** 32;
/** Most stocks of a stiff method: its matrix has their number squared. */
const MOST_STIFF_STOCKS = 2000;

/**
 * Lays out a run. A span that is not whole steps ends at the nearest step, with a warning.
 *
 * @errors run-time-step, run-span, run-too-long, run-save-interval, run-stop-rule, run-seed, run-tolerance,
 * run-too-many-stocks; warnings run-span-not-whole, run-delay-stages,
 * run-save-not-whole, run-sample-not-whole.
 */
export function planRun(program: Program, settings: RunSettings): Outcome<RunPlan> {
  const { dt, stop, saveEvery, method, seed, tolerance } = settings;
  const { start } = program;
  const end = lastTime(stop);
  const found: Diagnostic[] = [];
  const say = (severity: Diagnostic['severity'], code: EngineCode, message: string, hint?: string): void => {
    found.push({ code, severity, message, ...(hint === undefined ? {} : { hint }) });
  };

  if (!(dt > 0 && Number.isFinite(dt))) {
    say('error', 'run-time-step', `The time step must be a number above 0, not ${dt}.`);
  }
  if (!(end >= start && Number.isFinite(end))) {
    say('error', 'run-span', `The run starts at ${start} and cannot end at ${end}.`);
  }
  const exact = (end - start) / dt;
  const steps = Math.round(exact);
  if (!hasErrors(found) && steps > MOST_STEPS) {
    say('error', 'run-too-long', `The run would take ${steps} steps.`, 'Take a larger time step.');
  }
  if (!hasErrors(found) && Math.abs(exact - steps) > ROUNDING) {
    const message = `The time step ${dt} does not divide the time from ${start} to ${end}: the run takes ${steps} steps and ends at ${start + steps * dt}.`;
    say('warning', 'run-span-not-whole', message, 'Choose a step that divides the span.');
  }
  if (saveEvery !== undefined && !(saveEvery > 0 && Number.isFinite(saveEvery))) {
    say('error', 'run-save-interval', `The save interval must be a number above 0, not ${saveEvery}.`);
  }
  if (seed !== undefined && !(Number.isInteger(seed) && seed >= 0 && seed < MOST_SEEDS)) {
    say('error', 'run-seed', `The seed must be a whole number from 0 to ${MOST_SEEDS - 1}, not ${seed}.`);
  }
  if (tolerance !== undefined && !isTolerance(tolerance)) {
    const message = `The tolerance must be a relative and an absolute error of 0 or more, not both 0: not ${tolerance.relative} and ${tolerance.absolute}.`;
    say('error', 'run-tolerance', message);
  }
  if (method === 'gear' && program.stocks.length > MOST_STIFF_STOCKS) {
    const message = `The method gear solves a system of all stocks at each step, and the model has ${program.stocks.length}; it takes up to ${MOST_STIFF_STOCKS}.`;
    say('error', 'run-too-many-stocks', message, 'Take rk45, or rk4 with a small time step.');
  }
  for (const fault of ruleFaults(stop)) say('error', 'run-stop-rule', fault);
  if (hasErrors(found)) return refused(found);

  const saves = saveEvery === undefined ? undefined : schedule(saveEvery, dt);
  if (saves?.isWhole === false) {
    const message = `The save interval ${saveEvery} is not a whole number of time steps of ${dt}: rows are saved at the first step at or after each date.`;
    say('warning', 'run-save-not-whole', message);
  }
  const look = stop.kind === 'time' ? undefined : lookInterval(stop);
  if (look !== undefined && !schedule(look, dt).isWhole) {
    const message = `The stop rule looks every ${look}, which is not a whole number of time steps of ${dt}: it looks at the first step at or after each date.`;
    say('warning', 'run-sample-not-whole', message);
  }
  if (program.isShapedByDt && dt !== program.dt) {
    const message = `The number of stages of a delay depends on DT, and was settled for a DT of ${program.dt}: with ${dt} it stays.`;
    say('warning', 'run-delay-stages', message, 'Change DT in the model file.');
  }
  return reached(
    { clock: { start, stop: end, dt, ...(seed === undefined ? {} : { seed }) }, steps, saves },
    found,
  );
}

const isTolerance = ({ relative, absolute }: Tolerance): boolean =>
  relative >= 0 && absolute >= 0 && relative + absolute > 0 && Number.isFinite(relative + absolute);

const lastTime = (stop: StopRule): number => (stop.kind === 'time' ? stop.time : stop.cap);

/** Model time between the looks of a rule. */
export function lookInterval(stop: Exclude<StopRule, { kind: 'time' }>): number {
  return stop.kind === 'window' ? stop.rule.sampleEvery : stop.checkEvery;
}

function ruleFaults(stop: StopRule): string[] {
  const positive = (value: number, name: string): string[] =>
    value > 0 && Number.isFinite(value) ? [] : [`The stop rule's ${name} must be above 0, not ${value}.`];
  switch (stop.kind) {
    case 'time':
      return [];
    case 'steady':
      return [...positive(stop.tolerance, 'tolerance'), ...positive(stop.checkEvery, 'check interval')];
    case 'window':
      return [
        ...positive(stop.rule.sampleEvery, 'sample interval'),
        ...positive(stop.rule.every, 'test interval'),
        ...positive(stop.rule.tolerance, 'tolerance'),
        ...(Number.isInteger(stop.rule.window) && stop.rule.window >= 2
          ? []
          : [`The stop rule's window must hold at least 2 samples, not ${stop.rule.window}.`]),
        ...(Number.isFinite(stop.rule.from) ? [] : [`The stop rule cannot begin at ${stop.rule.from}.`]),
      ];
  }
}
