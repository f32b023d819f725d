import type { Variable } from '../model.js';
import type { Diagnostic, Severity } from '../source/diagnostic.js';
import type { Span } from '../source/source-text.js';
import type { LintCode } from './lint-codes.js';

/** What a rule found, before it is known whether the file allows it. */
export interface Raised {
  readonly code: LintCode;
  /** Absent where it concerns the whole model. */
  readonly variable?: Variable;
  readonly span: Span;
  /** What is wrong, in one sentence. */
  readonly reason: string;
  /** What it was seen by. */
  readonly evidence: string;
  readonly fix: string;
  /** Where it differs from that of the rule. */
  readonly severity?: Severity;
}

/** A finding of lint: a diagnostic with its evidence. `message` is the reason, `hint` the fix. */
export interface LintFinding extends Diagnostic {
  readonly code: LintCode;
  readonly evidence: string;
  /** Ids of the published defects that the variable's documentation lists, such as `D13`; empty for none. */
  readonly documented: readonly string[];
}
