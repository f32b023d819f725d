import type { Diagnostic } from '../source/diagnostic.js';
import { finding } from '../source/findings.js';
import type { SourceText, Span } from '../source/source-text.js';
import { isXmlText, toXmlText } from './xml-node.js';

/** Gathers what a writer has to say about one file. Belongs to one writing. */
export class XmileNotes {
  readonly list: Diagnostic[] = [];

  constructor(readonly source: SourceText) {}

  /** Refuses what XMILE cannot say. */
  refuse(
    span: Span,
    message: string,
    details: { readonly variable?: string; readonly hint?: string } = {},
  ): void {
    this.list.push(finding(this.source, 'error', 'not-in-xmile', span, message, details));
  }

  /** Free text, with a warning where XML cannot say a character of it. */
  text(text: string, span: Span, what: string, variable?: string): string {
    if (isXmlText(text)) return text;
    this.list.push(
      finding(
        this.source,
        'warning',
        'xml-character',
        span,
        `${what} holds a control character, which no XML file can; it is written as U+FFFD.`,
        { variable, hint: 'Remove the character.' },
      ),
    );
    return toXmlText(text);
  }

  /** A name, refused where XML cannot say a character of it. */
  name(name: string, span: Span): string {
    if (!isXmlText(name))
      this.refuse(span, 'A name holds a control character, which no XML file can.', {
        variable: toXmlText(name),
        hint: 'Rename it.',
      });
    return name;
  }
}
