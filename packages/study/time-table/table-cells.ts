import type { Place, SourceText } from '@weir/model';
import { placeOf } from '@weir/model';

/** One field of a data file. */
export interface TableCell {
  /** Without the blanks and quotes around it. */
  readonly text: string;
  readonly place: Place;
}

/**
 * The rows of a data file: fields apart by tabs where the first row has one, else by commas; a field may stand in
 * quotes, with doubled quotes inside. Empty lines and lines that begin with `#` are passed over. No field goes on over
 * a line end.
 *
 * @returns Shape [rows][fields of the row].
 */
export function tableCells(source: SourceText): readonly (readonly TableCell[])[] {
  const rows: (readonly TableCell[])[] = [];
  let separator: string | undefined;
  for (const [line, start] of source.lineStarts.entries()) {
    const from = line === 0 && source.text.startsWith('\ufeff') ? start + 1 : start;
    const text = source.text.slice(from, source.lineStarts[line + 1]).replace(/[\r\n]+$/, '');
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    separator ??= text.includes('\t') ? '\t' : ',';
    rows.push(fields(text, separator).map((field) => cellOf(source, from, field)));
  }
  return rows;
}

interface Field {
  readonly raw: string;
  readonly at: number;
}

function fields(line: string, separator: string): readonly Field[] {
  const found: Field[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    if (at < line.length && (line[at] !== separator || quoted)) continue;
    found.push({ raw: line.slice(start, at), at: start });
    start = at + 1;
  }
  return found;
}

function cellOf(source: SourceText, from: number, { raw, at }: Field): TableCell {
  const trimmed = raw.trim();
  const isQuoted = trimmed.length >= 2 && trimmed.startsWith('"') && trimmed.endsWith('"');
  const text = isQuoted ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed;
  const start = from + at + (raw.length - raw.trimStart().length);
  const place = placeOf(source, { start, end: start + Math.max(1, trimmed.length) });
  return { text, place: { ...place, length: Math.min(place.length, 80) } };
}
