import type { Findings } from '../source/findings.js';
import type { MappedText } from '../source/mapped-text.js';
import { spanIn } from '../source/mapped-text.js';

const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

/** The number a text stands for, blanks around it aside; `undefined` when it is none or not finite. */
export function numberIn(text: string): number | undefined {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * The number a text of the file stands for, or a diagnostic.
 *
 * @param what - What the number is, for the message, such as `<dt>`.
 */
export function readNumber(
  findings: Findings,
  text: MappedText,
  what: string,
  variable?: string,
): number | undefined {
  const value = numberIn(text.text);
  if (value !== undefined) return value;
  const trimmed = text.text.trim();
  const start = text.text.length - text.text.trimStart().length;
  const span = spanIn(text, start, start + trimmed.length);
  if (trimmed === '')
    findings.error('bad-number', span, `${what} is empty; a number is expected.`, { variable });
  else
    findings.error('bad-number', span, `${what} is \`${trimmed}\`, which is not a number.`, {
      variable,
      hint: trimmed.includes(',') ? 'Write a decimal point, not a comma.' : undefined,
    });
  return undefined;
}
