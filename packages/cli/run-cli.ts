import { CommanderError } from 'commander';
import { spreadAssignments } from './arguments/spread-assignments.js';
import { EXIT } from './exit-code.js';
import type { Io } from './io.js';
import { printFailure } from './print/print-failure.js';
import { buildProgram } from './program.js';

/**
 * Runs one command line.
 *
 * @param words - Arguments after the command's name.
 * @returns The exit code: 0 fine, 1 a check failed, 2 usage, 3 the model or data is at fault.
 */
export async function runCli(words: readonly string[], io: Io): Promise<number> {
  try {
    await buildProgram(io, words).parseAsync([...spreadAssignments(words)], { from: 'user' });
    return EXIT.fine;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
    return printFailure(error, io, words);
  }
}
