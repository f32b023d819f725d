import { readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Diagnostic } from '@weir/model';
import { EXIT, type ExitCode } from '../exit-code.js';
import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import { diagnosticText } from './diagnostic-text.js';
import { paintFor } from './paint.js';
import { printWidth } from './width.js';

const MOST = 20;

/**
 * Prints why a command failed: the diagnostics of an expected failure, or one line for a fault of Weir,
 * with its stack where `WEIR_DEBUG` is 1.
 *
 * @returns The exit code.
 */
export function printFailure(error: unknown, io: Io, words: readonly string[]): ExitCode {
  if (error instanceof Failure) {
    printDiagnostics(error.diagnostics, io, words);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  io.err(`${message.split('\n')[0] ?? ''}\nThis is a fault in Weir. WEIR_DEBUG=1 shows where it happened.\n`);
  if (io.environment.WEIR_DEBUG === '1' && error instanceof Error) io.err(`${error.stack ?? ''}\n`);
  return EXIT.data;
}

/** Prints diagnostics, errors first, a few of many. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], io: Io, words: readonly string[]): void {
  const paint = paintFor(io, words);
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const ordered = [...errors, ...diagnostics.filter((diagnostic) => diagnostic.severity !== 'error')];
  for (const diagnostic of ordered.slice(0, MOST)) {
    io.err(diagnosticText(nearby(diagnostic), textOf, paint, printWidth(io)));
  }
  const left = ordered.length - MOST;
  if (left > 0) io.err(`... and ${left} more.\n`);
}

/** The diagnostic with its file named from the current folder, where it is in or below it. */
function nearby(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.place === undefined) return diagnostic;
  const file = relative(process.cwd(), resolve(diagnostic.place.file));
  if (file.startsWith('..') || isAbsolute(file)) return diagnostic;
  return { ...diagnostic, place: { ...diagnostic.place, file } };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
