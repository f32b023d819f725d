import type { Place } from './source-text.js';

/** `error` refuses a run; `warning` and `note` do not. */
export type Severity = 'error' | 'warning' | 'note';

/** One thing a reader, checker or compiler has to say about a file: what, where, and a way out. */
export interface Diagnostic {
  /** Stable code such as `unknown-name`; listed in `docs/diagnostics.md`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence in the user's own words: variables as they wrote them. */
  readonly message: string;
  /** Where it stands. Absent only where there is no file. */
  readonly place?: Place;
  /** Written name of the variable it concerns. */
  readonly variable?: string;
  /** What to try. */
  readonly hint?: string;
}

/** A value with the warnings met on the way, or the errors that prevented it. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A value reached with, at most, warnings. */
export function reached<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { ok: true, value, diagnostics };
}

/** A refusal. */
export function refused(diagnostics: readonly Diagnostic[]): {
  readonly ok: false;
  readonly diagnostics: readonly Diagnostic[];
} {
  return { ok: false, diagnostics };
}

/** Whether any of them is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
