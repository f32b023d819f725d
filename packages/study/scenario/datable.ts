import type { ProgramVariable } from '@weir/engine';
import type { Diagnostic } from '@weir/model';
import type { NameIndex } from '../names/name-index.js';
import { type DatedChange, endOf } from './dated-change.js';
import { settableProblem } from './settable.js';

/** Most changes of one constant. */
export const MOST_CHANGES = 100;

/**
 * Why a variable cannot change like this, or nothing if it can: constants can, to finite numbers, at dates that are
 * finite, over a time that is not negative.
 *
 * @param typed - The name as the person wrote it.
 * @errors `not-settable`, `not-finite`, `not-datable`.
 */
export function datableProblem(
  variable: ProgramVariable,
  typed: string,
  { value, at, over }: DatedChange,
  names: NameIndex,
): Diagnostic | undefined {
  const problem = settableProblem(variable, typed, value, names);
  if (problem !== undefined) return problem;
  const refuse = (message: string, hint: string): Diagnostic => ({
    code: 'not-datable',
    severity: 'error',
    message,
    variable: typed,
    hint,
  });
  if (variable.timing === 'stock') {
    const message = `\`${typed}\` is the initial value of a stock, which has no later date.`;
    return refuse(message, 'Give it without a date, or change a constant.');
  }
  if (!Number.isFinite(at) || !Number.isFinite(over) || over < 0) {
    const message = `\`${typed}\` cannot change at ${at} over ${over}: both must be finite, and the second 0 or more.`;
    return refuse(message, 'Write the date and how long the change takes, as in 12 and 6.');
  }
  return undefined;
}

/**
 * Why changes of one constant cannot follow each other, or nothing if they can.
 *
 * @param ordered - By date.
 * @errors `changes-overlap`.
 */
export function orderProblem(typed: string, ordered: readonly DatedChange[]): Diagnostic | undefined {
  const refuse = (message: string, hint: string): Diagnostic => ({
    code: 'changes-overlap',
    severity: 'error',
    message,
    variable: typed,
    hint,
  });
  if (ordered.length > MOST_CHANGES) {
    const message = `\`${typed}\` has ${ordered.length} changes; the most is ${MOST_CHANGES}.`;
    return refuse(message, 'A series of values belongs in a table.');
  }
  for (const [index, change] of ordered.entries()) {
    const earlier = ordered[index - 1];
    if (earlier === undefined || (change.at >= endOf(earlier) && change.at > earlier.at)) continue;
    const message =
      change.at === earlier.at
        ? `\`${typed}\` has two changes that begin at ${change.at}.`
        : `\`${typed}\` begins to change at ${change.at}, while its change of ${earlier.at} lasts until ${endOf(earlier)}.`;
    return refuse(message, 'Begin each change where the one before it has ended, or later.');
  }
  return undefined;
}
