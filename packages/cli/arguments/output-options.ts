import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import { usageFailure } from '../failure.js';

/** Forms in which results are given. */
export type Format = 'table' | 'csv' | 'json';

/** Options of every verb that prints results. */
export interface OutputOptions {
  readonly format?: Format;
  readonly out?: string;
  readonly notes: boolean;
}

/** Adds the options that say where results go and in which form. */
export function addOutputOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--format <FORM>', 'form of the result (default: table, or by the ending of FILE)').choices([
        'table',
        'csv',
        'json',
      ]),
    )
    .option('--out <FILE>', 'write the result to a file instead of stdout')
    .option('--no-notes', 'leave out the lines under a table');
}

/**
 * The form asked for, or that of the file's ending.
 *
 * @throws Failure where the form asked for contradicts the ending.
 */
export function formatOf({ format, out }: OutputOptions): Format {
  const ending = out === undefined ? '' : extname(out).toLowerCase();
  const implied = ending === '.csv' ? 'csv' : ending === '.json' ? 'json' : undefined;
  if (format !== undefined && implied !== undefined && format !== implied) {
    throw usageFailure(
      'format-ending',
      `--format ${format} does not fit the file '${out}'.`,
      `Leave out --format, or choose another ending.`,
    );
  }
  return format ?? implied ?? 'table';
}
