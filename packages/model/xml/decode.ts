import type { TextPiece } from '../source/mapped-text.js';
import type { Span } from '../source/source-text.js';

/** Where a stretch of character data stands: each place has its own rules of decoding (XML 1.0, 2.11, 3.3.3, 4.6). */
export type DataKind = 'text' | 'cdata' | 'attribute';

const SPECIAL: Readonly<Record<DataKind, RegExp>> = {
  text: /&[^;]*;|\r\n?/g,
  cdata: /\r\n?/g,
  attribute: /&[^;]*;|\r\n?|[\t\n]/g,
};

/** The five entities that XML predefines. */
export const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Decodes one stretch of well-formed character data onto the end of `decoded`, and adds the
 * pieces that map it back to the file.
 *
 * @returns `decoded` with the stretch added.
 */
export function decodePiece(
  file: string,
  raw: Span,
  kind: DataKind,
  decoded: string,
  pieces: TextPiece[],
): string {
  let text = decoded;
  const add = (value: string, start: number, end: number) => {
    if (end === start) return;
    pieces.push({ at: text.length, length: value.length, start, end });
    text += value;
  };
  let from = raw.start;
  const stretch = file.slice(raw.start, raw.end);
  for (const match of stretch.matchAll(SPECIAL[kind])) {
    const start = raw.start + match.index;
    const end = start + match[0].length;
    add(file.slice(from, start), from, start);
    add(replacement(match[0], kind), start, end);
    from = end;
  }
  add(file.slice(from, raw.end), from, raw.end);
  return text;
}

function replacement(special: string, kind: DataKind): string {
  if (!special.startsWith('&')) return kind === 'attribute' ? ' ' : '\n';
  const name = special.slice(1, -1);
  if (!name.startsWith('#')) return ENTITIES.get(name) ?? special;
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : special;
}
