import type { ClockSettings } from '../backend.js';
import type { StopReason } from '../integrate/run.js';
import type { StopRule } from '../integrate/settings.js';
import type { Program } from '../lower/program.js';
import { steadyWatch } from './steady-watch.js';
import { windowWatch } from './window-watch.js';

/** A stop rule at work on one run. */
export interface StopWatch {
  /** Next step at which it wants to look; infinite when it never does. */
  nextStep(): number;
  /**
   * Looks at the values of that step, everything up to date.
   *
   * @returns Why the run ends here, or `undefined` to go on.
   */
  look(values: Float64Array): StopReason | undefined;
}

/** Sets a stop rule to work. The end of the run, or the cap, is the caller's to keep. */
export function stopWatch(rule: StopRule, program: Program, clock: ClockSettings): StopWatch {
  switch (rule.kind) {
    case 'time':
      return { nextStep: () => Number.POSITIVE_INFINITY, look: () => undefined };
    case 'window':
      return windowWatch(rule.rule, clock);
    case 'steady':
      return steadyWatch(rule, program, clock);
  }
}
