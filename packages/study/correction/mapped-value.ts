import type { MappedText, Place, SourceText, TextPiece } from '@weir/model';

/**
 * The text of a YAML value, mapped to where its words stand in the file: YAML folds line ends and drops quotes, but
 * keeps words in order. Where that does not hold (escapes), all of the text maps to all of the value.
 *
 * @param text - The value as read, trimmed.
 * @param place - Where the value stands in `source`.
 * @param base - Offset of `source` in the text that spans refer to.
 */
export function mappedValue(text: string, source: SourceText, place: Place, base: number): MappedText {
  const start = (source.lineStarts[place.line - 1] ?? 0) + place.column - 1;
  const end = Math.min(start + place.length, source.text.length);
  const whole: MappedText = {
    text,
    pieces: [{ at: 0, length: text.length, start: base + start, end: base + end }],
  };
  const written = source.text.slice(start, end);
  // The marks of a block of text (`>-`) stand on a line of their own.
  let cursor = /^[|>]/.test(written) ? Math.max(0, written.indexOf('\n')) : 0;
  const pieces: TextPiece[] = [];
  for (const word of text.matchAll(/\S+/g)) {
    const found = written.indexOf(word[0], cursor);
    if (found < 0) return whole;
    cursor = found + word[0].length;
    pieces.push({
      at: word.index,
      length: word[0].length,
      start: base + start + found,
      end: base + start + cursor,
    });
  }
  return pieces.length === 0 ? whole : { text, pieces: withBlanks(pieces, text.length) };
}

/** Pieces for the blanks between words, so that every character of the text has one. */
function withBlanks(words: readonly TextPiece[], length: number): readonly TextPiece[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    const at = word.at + word.length;
    const until = next?.at ?? length;
    if (until === at) return [word];
    return [word, { at, length: until - at, start: word.end, end: next?.start ?? word.end }];
  });
}
