import type { Diagnostic, Severity } from './diagnostic.js';
import type { ModelCode } from './diagnostic-codes.js';
import type { SourceText, Span } from './source-text.js';
import { placeOf } from './source-text.js';

/** What a diagnostic may say beyond its message. */
export interface FindingDetails {
  /** Name of the variable as shown to people. */
  readonly variable?: string | undefined;
  readonly hint?: string | undefined;
}

/** Makes one diagnostic about a span of a source. */
export function finding(
  source: SourceText,
  severity: Severity,
  code: ModelCode,
  span: Span,
  message: string,
  details: FindingDetails = {},
): Diagnostic {
  return {
    code,
    severity,
    message,
    place: placeOf(source, span),
    ...(details.variable === undefined ? {} : { variable: details.variable }),
    ...(details.hint === undefined ? {} : { hint: details.hint }),
  };
}

/** Gathers what a reader has to say about one file, in the order found. Belongs to one reading. */
export class Findings {
  readonly list: Diagnostic[] = [];

  constructor(readonly source: SourceText) {}

  /** Adds an error: the file is refused, reading goes on. */
  error(code: ModelCode, span: Span, message: string, details?: FindingDetails): void {
    this.list.push(finding(this.source, 'error', code, span, message, details));
  }

  /** Adds a warning. */
  warning(code: ModelCode, span: Span, message: string, details?: FindingDetails): void {
    this.list.push(finding(this.source, 'warning', code, span, message, details));
  }
}
