import type { ProgramVariable } from '@weir/engine';
import type { Diagnostic } from '@weir/model';
import type { NameIndex } from '../names/name-index.js';
import { shortNameOf } from '../names/name-index.js';

/**
 * Why a variable cannot be set to a value, or nothing if it can: constants and the initial values of stocks
 * can be set, to finite numbers.
 *
 * @param typed - The name as the person wrote it.
 * @errors `not-settable`, `not-finite`.
 */
export function settableProblem(
  variable: ProgramVariable,
  typed: string,
  value: number,
  names: NameIndex,
): Diagnostic | undefined {
  if (variable.timing !== 'constant' && variable.timing !== 'stock') {
    const known = names.shortNames.has(variable.key) ? ` (${shortNameOf(names, variable)})` : '';
    return {
      code: 'not-settable',
      severity: 'error',
      message: `\`${typed}\` is computed during a run and cannot be set: ${variable.name}${known}.`,
      variable: typed,
      hint: 'Set the constants it is computed from, or the initial value of a stock.',
    };
  }
  if (Number.isFinite(value)) return undefined;
  return {
    code: 'not-finite',
    severity: 'error',
    message: `\`${typed}\` cannot be set to ${value}: a value must be a finite number.`,
    variable: typed,
  };
}
