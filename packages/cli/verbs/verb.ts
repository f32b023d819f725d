import type { Diagnostic } from '@weir/model';
import type { Io } from '../io.js';

/** What every verb is given. */
export interface Verb {
  readonly io: Io;
  /** Prints the warnings among what came with a result; notes stay unsaid, and errors travel as failures. */
  warn(diagnostics: readonly Diagnostic[]): void;
}
