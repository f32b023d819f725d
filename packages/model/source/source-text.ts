/** A stretch of a source text: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place a person can find: line and column count from 1, `length` in UTF-16 code units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** The text of one file with its name, able to say where an offset stands; or of a file and those it includes, end to end. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** Offsets at which lines begin; the first is 0. */
  readonly lineStarts: readonly number[];
  /** The files that make up the text, in order, at least two; absent where it is that of one file. */
  readonly parts?: readonly SourcePart[];
}

/** One file of a text made of several. */
export interface SourcePart {
  /** Where it begins in the whole text. */
  readonly start: number;
  readonly source: SourceText;
}

/**
 * Wraps a file's text. Lines end at LF, CRLF or a lone CR.
 *
 * @param file - Name shown in messages, as the user wrote it.
 */
export function sourceText(file: string, text: string): SourceText {
  const lineStarts = [0];
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) lineStarts.push(offset + 1);
  }
  return { file, text, lineStarts };
}

/**
 * The texts of several files end to end, a line end between two, so that one offset says both the file and where in it.
 *
 * @param files - The main file first; it names the whole. Alone, it is returned as it is.
 */
export function laidEndToEnd(files: readonly [SourceText, ...(readonly SourceText[])]): SourceText {
  const [main, ...others] = files;
  if (others.length === 0) return main;
  const parts: SourcePart[] = [];
  let start = 0;
  for (const source of files) {
    parts.push({ start, source });
    start += source.text.length + 1;
  }
  return { ...sourceText(main.file, files.map(({ text }) => text).join('\n')), parts };
}

/** The place of a span. Offsets past the end are held at the end of the text. */
export function placeOf(source: SourceText, span: Span): Place {
  const part = source.parts?.findLast(({ start }) => start <= span.start);
  if (part !== undefined)
    return placeOf(part.source, { start: span.start - part.start, end: span.end - part.start });
  const start = Math.max(0, Math.min(span.start, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const lineStart = source.lineStarts[low] ?? 0;
  return {
    file: source.file,
    line: low + 1,
    column: start - lineStart + 1,
    length: Math.max(1, span.end - span.start),
  };
}

/** `line 5`, or `line 5 of other.xmile` where the span stands in another file than `beside`. */
export function lineText(source: SourceText, span: Span, beside: Span): string {
  const { file, line } = placeOf(source, span);
  return file === placeOf(source, beside).file ? `line ${line}` : `line ${line} of \`${file}\``;
}
