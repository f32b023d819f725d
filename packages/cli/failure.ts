import type { Diagnostic, Outcome } from '@weir/model';
import { EXIT, type ExitCode } from './exit-code.js';

/** An expected failure on its way to the one place that prints it. Not a fault of Weir. */
export class Failure extends Error {
  readonly exitCode: ExitCode;
  readonly diagnostics: readonly Diagnostic[];

  constructor(exitCode: ExitCode, diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message ?? 'failed');
    this.name = 'Failure';
    this.exitCode = exitCode;
    this.diagnostics = diagnostics;
  }
}

/**
 * A mistake on the command line.
 *
 * @param hint - What to try.
 */
export function usageFailure(code: string, message: string, hint: string): Failure {
  return new Failure(EXIT.usage, [{ code, severity: 'error', message, hint }]);
}

/** A file that cannot be read or written. */
export function dataFailure(code: string, message: string, hint: string): Failure {
  return new Failure(EXIT.data, [{ code, severity: 'error', message, hint }]);
}

/**
 * The value of an outcome.
 *
 * @param fault - Exit code where there is none: whose fault it is.
 * @throws Failure with the outcome's diagnostics.
 */
export function valueOrFail<T>(outcome: Outcome<T>, fault: ExitCode): T {
  if (outcome.ok) return outcome.value;
  throw new Failure(fault, outcome.diagnostics);
}
