import type { Program, RunSettings, StopRule } from '@weir/engine';
import type { Diagnostic } from '@weir/model';
import { type BoundChanges, endOf } from './dated-change.js';
import { settingText } from './setting-text.js';

/** Steps by which a date may miss a step: the rounding of a quotient of two times. */
const ROUNDING = 1e-6;

/**
 * What is wrong with the dates of changes in a run of these settings: a date before the run or not before its end is an
 * error; a step between two time steps, and a change that the run ends before, are warnings.
 *
 * @errors `date-outside-run`; warnings `date-between-steps`, `change-unfinished`.
 */
export function dateProblems(
  program: Program,
  settings: RunSettings,
  changes: readonly BoundChanges[],
): readonly Diagnostic[] {
  const { start } = program;
  const end = lastTime(settings.stop);
  const unit = program.timeUnits === '' ? 'time' : program.timeUnits;
  return changes.flatMap(({ variable, changes: own }) =>
    own.flatMap((change): readonly Diagnostic[] => {
      const { at, over } = change;
      const say = (
        severity: Diagnostic['severity'],
        code: string,
        message: string,
        hint: string,
      ): Diagnostic => ({
        code,
        severity,
        message,
        variable: variable.name,
        hint,
      });
      const what = `\`${variable.name}\` (${settingText(change)})`;
      if (at < start || at >= end) {
        const message = `${what} is to change at ${unit} ${at}, and the run is from ${start} to ${end}.`;
        return [say('error', 'date-outside-run', message, `Give a date from ${start} on and before ${end}.`)];
      }
      const found: Diagnostic[] = [];
      const steps = (at - start) / settings.dt;
      if (over === 0 && Math.abs(steps - Math.round(steps)) > ROUNDING) {
        const taken = start + Math.round(steps) * settings.dt;
        const message = `${what} falls between two time steps of ${settings.dt}: it is made at ${taken}.`;
        found.push(
          say('warning', 'date-between-steps', message, 'Give a date that is a whole number of steps.'),
        );
      }
      if (settings.stop.kind === 'time' && endOf(change) > end) {
        const message = `${what} would end at ${unit} ${endOf(change)}, and the run ends at ${end}.`;
        found.push(say('warning', 'change-unfinished', message, 'Run longer to see it through.'));
      }
      return found;
    }),
  );
}

/** The last time that a run of this rule can have. */
export function lastTime(stop: StopRule): number {
  return stop.kind === 'time' ? stop.time : stop.cap;
}

/** A stop rule that does not end a run while something still is to change. */
export function stopAfter(stop: StopRule, changes: readonly BoundChanges[]): StopRule {
  const end = Math.max(...changes.flatMap(({ changes: own }) => own.map(endOf)));
  if (changes.length === 0 || stop.kind === 'time') return stop;
  if (stop.kind === 'steady') return { ...stop, from: end };
  const { rule } = stop;
  return { ...stop, rule: { ...rule, from: Math.max(rule.from, end + rule.window * rule.sampleEvery) } };
}
