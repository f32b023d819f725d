import { keywordOf } from './keywords.js';

const BARE = '[A-Za-z_\\u0080-\\u009f\\u00a1-\\uffff][A-Za-z0-9_$\\u0080-\\uffff]*';
const QUOTED = '"(?:[^"\\\\]|\\\\[\\s\\S])*"';
/** A name, perhaps quoted, with modules before it and a subscript behind it. */
const LEGAL = new RegExp(`^\\.?(?:${BARE}|${QUOTED})(?:\\.(?:${BARE}|${QUOTED}))*(?:\\[[^\\]]*\\])?$`);

/**
 * A name as XMILE writes it in an equation: as written where that is a legal name, else with underscores for
 * blanks, else in double quotes.
 *
 * @source OASIS XMILE 1.0, 3.2.2.1.
 * @example printName('birth rate') // birth_rate
 */
export function printName(written: string): string {
  const trimmed = written.trim();
  if (isLegal(trimmed)) return trimmed;
  const joined = trimmed.replace(/\s+/g, '_');
  if (isLegal(joined)) return joined;
  const inner =
    trimmed.length >= 2 && trimmed.startsWith('"') && trimmed.endsWith('"') ? trimmed.slice(1, -1) : trimmed;
  return `"${inner
    .replace(/\\(?!["n\\])/g, '\\\\')
    .replace(/(?<!\\)"/g, '\\"')
    .replace(/\r?\n|\r/g, '\\n')}"`;
}

function isLegal(text: string): boolean {
  return (
    LEGAL.test(text) && keywordOf({ kind: 'name', written: text, start: 0, end: text.length }) === undefined
  );
}
