/**
 * Rows of a delimited text: fields apart by tabs where the first line has one, else by commas; lines ended by
 * LF, CRLF or a lone CR; quoted fields with doubled quotes. Lines without any content are passed over.
 *
 * @returns Fields as text, shape [rows][fields of the row].
 */
export function delimitedRows(text: string): readonly (readonly string[])[] {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const separator = firstLine.includes('\t') ? '\t' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = (): void => {
    if (row.length > 1 || (row[0] ?? '').trim() !== '') rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const field = readField(text, at, separator);
    row.push(field.value);
    at = field.end;
    const next = text[at];
    if (next === separator) {
      at += 1;
      // A separator at the very end is followed by one more, empty field.
      if (at === text.length) row.push('');
    } else {
      if (next === '\r' && text[at + 1] === '\n') at += 1;
      at += 1;
      endRow();
    }
  }
  endRow();
  return rows;
}

function readField(
  text: string,
  start: number,
  separator: string,
): { readonly value: string; readonly end: number } {
  let at = start;
  if (text[at] === '"') {
    let value = '';
    for (at += 1; at < text.length; at += 1) {
      if (text[at] !== '"') value += text[at];
      else if (text[at + 1] === '"') {
        value += '"';
        at += 1;
      } else break;
    }
    // After the closing quote, what stands before the separator belongs to the field all the same.
    const rest = plainEnd(text, at + 1, separator);
    return { value: value + text.slice(at + 1, rest), end: rest };
  }
  const end = plainEnd(text, at, separator);
  return { value: text.slice(at, end), end };
}

function plainEnd(text: string, start: number, separator: string): number {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}
