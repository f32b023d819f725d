import type { MappedText, TextPiece } from '../source/mapped-text.js';
import type { SourceText, Span } from '../source/source-text.js';

const JOIN = /\\[ \t]*(?:\r\n?|\n)[ \t]*/g;

/** A stretch of a Vensim file with its joined lines made one, trimmed, knowing where each character stands. */
export function joinedText(source: SourceText, span: Span): MappedText {
  const whole = source.text.slice(span.start, span.end);
  const from = span.start + whole.length - whole.trimStart().length;
  const raw = whole.trim();
  const pieces: TextPiece[] = [];
  let text = '';
  const add = (value: string, start: number, end: number) => {
    if (end === start) return;
    pieces.push({ at: text.length, length: value.length, start: from + start, end: from + end });
    text += value;
  };
  let last = 0;
  for (const match of raw.matchAll(JOIN)) {
    add(raw.slice(last, match.index), last, match.index);
    last = match.index + match[0].length;
    add(text.endsWith(' ') ? '' : ' ', match.index, last);
  }
  add(raw.slice(last), last, raw.length);
  if (pieces.length === 0) pieces.push({ at: 0, length: 0, start: from, end: from });
  return { text, pieces };
}
