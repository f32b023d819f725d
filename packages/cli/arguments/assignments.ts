import { type NamedChange, readSetting } from '@weir/study';
import { InvalidArgumentError } from 'commander';

/** What `--set` was given: values for the whole run, and values from a date on. */
export interface Assignments {
  readonly set: ReadonlyMap<string, number>;
  readonly changes: readonly NamedChange[];
}

/**
 * One more `--set`: `NAME=VALUE`, `NAME=VALUE@AT` or `NAME=VALUE@AT+OVER`. Of several values of one name without a date
 * the last counts.
 *
 * @throws InvalidArgumentError for anything else.
 */
export function assignment(text: string, earlier: Assignments | undefined): Assignments {
  const { set, changes } = earlier ?? { set: new Map<string, number>(), changes: [] };
  const split = text.indexOf('=');
  const name = text.slice(0, split).trim();
  if (split < 0 || name === '') {
    throw new InvalidArgumentError('Write it as NAME=VALUE, as in --set NAME=0.5.');
  }
  const written = text.slice(split + 1).trim();
  const setting = readSetting(written);
  if (setting === undefined) {
    const dated = written.includes('@');
    const fault = dated ? `'${written}' is not a value with a date` : `'${written}' is not a number`;
    const form = dated
      ? `VALUE@MONTH or VALUE@MONTH+LENGTH, as in --set ${name}=0.5@12+6`
      : `in --set ${name}=0.5`;
    throw new InvalidArgumentError(`${fault}; write it as ${form}.`);
  }
  if (typeof setting === 'number') return { set: new Map([...set, [name, setting]]), changes };
  return { set, changes: [...changes, { name, ...setting }] };
}
