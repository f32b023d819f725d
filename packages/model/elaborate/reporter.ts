import type { Diagnostic } from '../source/diagnostic.js';
import type { ModelCode } from '../source/diagnostic-codes.js';
import type { FindingDetails } from '../source/findings.js';
import { finding } from '../source/findings.js';
import type { SourceText, Span } from '../source/source-text.js';

/**
 * Gathers what elaboration has to say: a mistake in an equation once, however many elements the equation has.
 * Belongs to one elaboration.
 */
export class Reporter {
  readonly list: Diagnostic[] = [];
  private readonly told = new Set<string>();

  constructor(private readonly source: SourceText) {}

  /** Adds an error, unless one of this code has been given for this place. */
  error(code: ModelCode, span: Span, message: string, details?: FindingDetails): void {
    this.add('error', code, span, message, details);
  }

  /** Adds a warning, unless one of this code has been given for this place. */
  warning(code: ModelCode, span: Span, message: string, details?: FindingDetails): void {
    this.add('warning', code, span, message, details);
  }

  /** Whether nothing of this code has been said of this place: for messages that are costly to word. */
  isNew(code: ModelCode, span: Span): boolean {
    return !this.told.has(idOf(code, span));
  }

  private add(
    severity: 'error' | 'warning',
    code: ModelCode,
    span: Span,
    message: string,
    details?: FindingDetails,
  ): void {
    const id = idOf(code, span);
    if (this.told.has(id)) return;
    this.told.add(id);
    this.list.push(finding(this.source, severity, code, span, message, details));
  }
}

/** What counts as the same message. A model is too large as a whole, wherever that shows. */
function idOf(code: ModelCode, span: Span): string {
  return code === 'model-too-large' ? code : `${code} ${span.start} ${span.end}`;
}
