import type { Diagnostic } from '../../source/diagnostic.js';
import { finding } from '../../source/findings.js';
import type { SourceText, Span } from '../../source/source-text.js';

/** Gathers what of one model file Vensim cannot say. Belongs to one writing. */
export class Refusals {
  readonly list: Diagnostic[] = [];
  /** Name of the variable at hand, for messages. */
  variable: string | undefined;

  constructor(private readonly source: SourceText) {}

  /** What stands there cannot be said, and why. */
  refuse(span: Span, what: string, hint?: string): void {
    this.add('error', span, `Vensim cannot say ${what}.`, hint);
  }

  /** Something that bears on no value is written otherwise, or left out. */
  warn(span: Span, message: string): void {
    this.add('warning', span, message);
  }

  private add(severity: 'error' | 'warning', span: Span, message: string, hint?: string): void {
    this.list.push(
      finding(this.source, severity, 'not-in-vensim', span, message, { variable: this.variable, hint }),
    );
  }
}
