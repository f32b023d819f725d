import type { SourceText, Span } from './source-text.js';

/**
 * A run of decoded text and the stretch of the file it came from. Where both are equally long
 * they match character for character; otherwise (an entity, a CRLF) the run is one whole.
 */
export interface TextPiece extends Span {
  /** Offset of the run in the decoded text. */
  readonly at: number;
  /** Length of the run in the decoded text. */
  readonly length: number;
}

/** Decoded text that knows where in the file each of its characters stands. Pieces are in order; at least one. */
export interface MappedText {
  readonly text: string;
  readonly pieces: readonly TextPiece[];
}

/** The whole of a source as mapped text: for an equation that stands alone, not in a model file. */
export function wholeText(source: SourceText): MappedText {
  const length = source.text.length;
  return { text: source.text, pieces: [{ at: 0, length, start: 0, end: length }] };
}

/** The stretch of the file behind `[start, end)` of the decoded text; an empty stretch stays empty. */
export function spanIn(mapped: MappedText, start: number, end: number): Span {
  const first = pieceAt(mapped, start);
  const exact = first.end - first.start === first.length;
  const inside = Math.max(0, Math.min(start - first.at, first.length));
  const from = exact ? first.start + inside : inside >= first.length ? first.end : first.start;
  if (end <= start) return { start: from, end: from };
  const last = pieceAt(mapped, end - 1);
  const to =
    last.end - last.start === last.length ? last.start + Math.min(end - last.at, last.length) : last.end;
  return { start: from, end: Math.max(from, to) };
}

function pieceAt(mapped: MappedText, offset: number): TextPiece {
  let low = 0;
  let high = mapped.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((mapped.pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return mapped.pieces[low] ?? { at: 0, length: 0, start: 0, end: 0 };
}
