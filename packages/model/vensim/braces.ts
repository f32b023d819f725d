/**
 * The end of a `{comment}` that begins at an offset; comments may stand in each other.
 *
 * @returns Offset after the closing brace, or `undefined` where it is never closed before `end`.
 */
export function endOfComment(text: string, start: number, end: number): number | undefined {
  let open = 0;
  for (let at = start; at < end; at += 1) {
    const mark = text[at];
    if (mark === '{') open += 1;
    else if (mark === '}') {
      open -= 1;
      if (open === 0) return at + 1;
    }
  }
  return undefined;
}

/** Longest quoted name: what goes on longer is a quote that was never closed. */
const LONGEST_QUOTED = 500;

/**
 * The end of a quoted name or text that begins at an offset, on one line save for lines joined by `\`.
 *
 * @returns Offset after the closing quote, or `undefined` where the line or the text ends first.
 */
export function endOfQuoted(text: string, start: number, end: number): number | undefined {
  const quote = text[start];
  const stop = Math.min(end, start + LONGEST_QUOTED);
  for (let at = start + 1; at < stop; at += 1) {
    const mark = text[at];
    if (mark === quote) return at + 1;
    if (mark === '\n' || mark === '\r') return undefined;
    if (mark !== '\\') continue;
    // An escape, or a joined line, whose end may be two characters.
    at += 1;
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
  }
  return undefined;
}
