/**
 * Decodes the bytes of a Vensim file. UTF-8 where the bytes are UTF-8, as `{UTF-8}` at the start promises in newer
 * files; otherwise Windows-1252, in which older ones were saved. A byte order mark is removed.
 *
 * @example decodeVensim(new Uint8Array([0xe9])) === 'é'
 */
export function decodeVensim(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Some engines take Windows-1252 for Latin 1, whose marks from 80 to 9F are control characters.
    return new TextDecoder('windows-1252')
      .decode(bytes)
      .replace(/[\u0080-\u009f]/g, (mark) => WINDOWS[mark.charCodeAt(0) - 0x80] ?? mark);
  }
}

/** What Windows-1252 has from 80 to 9F. */
const WINDOWS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
