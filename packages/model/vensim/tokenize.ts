import type { EquationFault } from '../equation/equation-fault.js';
import type { Span } from '../source/source-text.js';
import { endOfComment, endOfQuoted } from './braces.js';
import type { Token } from './token.js';
import { KEYWORDS, MARKS } from './token.js';

/** The tokens of a stretch of a Vensim file, `end` last; or the first fault. */
export type Tokens =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly fault: EquationFault };

/** Blanks, line ends among them, and the `\` that joins lines. */
const BLANK = /(?:\s|\\(?=[ \t]*[\r\n]))+/y;
const NUMBER = /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y;
const NAME = /[A-Za-z_$\u0080-\uffff][A-Za-z0-9_$'\u0080-\uffff]*/y;
const MORE = /(?:\s|\\(?=[ \t]*[\r\n]))+[A-Za-z0-9_$'\u0080-\uffff]+/y;
const KEYWORD = /:([A-Za-z][A-Za-z \t]*):/y;

/**
 * Splits a stretch of a Vensim file into tokens. A name is a run of words: blanks, line ends and joined lines in it are
 * one blank. `{comments}` vanish.
 */
export function tokenize(text: string, { start, end }: Span): Tokens {
  const tokens: Token[] = [];
  let at = start;
  const match = (pattern: RegExp, from = at): RegExpExecArray | undefined => {
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    return found === null || from + found[0].length > end ? undefined : found;
  };
  const fault = (code: EquationFault['code'], length: number, message: string, hint?: string): Tokens => ({
    ok: false,
    fault: { code, start: at, end: at + length, message, ...(hint === undefined ? {} : { hint }) },
  });
  while (at < end) {
    const blank = match(BLANK);
    if (blank !== undefined) {
      at += blank[0].length;
      continue;
    }
    const first = text[at] ?? '';
    if (first === '{') {
      const close = endOfComment(text, at, end);
      if (close === undefined)
        return fault(
          'equation-comment',
          1,
          'This `{` opens a comment that no `}` closes.',
          'Add `}` or remove the `{`.',
        );
      at = close;
      continue;
    }
    if (first === '"' || first === "'") {
      const close = endOfQuoted(text, at, end);
      if (close === undefined)
        return fault(
          'equation-quote',
          1,
          `This \`${first}\` opens a name that no second \`${first}\` closes.`,
          `Add the closing \`${first}\`.`,
        );
      tokens.push(
        first === "'"
          ? { kind: 'text', start: at, end: close }
          : { kind: 'name', written: oneLine(text.slice(at, close)), start: at, end: close },
      );
      at = close;
      continue;
    }
    const number = match(NUMBER);
    if (number !== undefined) {
      const value = Number(number[0]);
      if (!Number.isFinite(value))
        return fault('equation-number', number[0].length, `\`${number[0]}\` is too large for a number.`);
      tokens.push({ kind: 'number', value, start: at, end: at + number[0].length });
      at += number[0].length;
      continue;
    }
    const name = match(NAME);
    if (name !== undefined) {
      const from = at;
      at += name[0].length;
      for (let more = match(MORE); more !== undefined; more = match(MORE)) at += more[0].length;
      tokens.push({ kind: 'name', written: oneLine(text.slice(from, at)), start: from, end: at });
      continue;
    }
    const word = match(KEYWORD)?.[1]?.trim().replace(/\s+/g, ' ').toUpperCase();
    const keyword = KEYWORDS.find((known) => known === word);
    if (keyword !== undefined) {
      const length = match(KEYWORD)?.[0].length ?? 1;
      tokens.push({ kind: 'keyword', word: keyword, start: at, end: at + length });
      at += length;
      continue;
    }
    const symbol = MARKS.find((mark) => text.startsWith(mark, at));
    if (symbol === undefined || at + symbol.length > end) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      return fault(
        'equation-character',
        character.length,
        `\`${character}\` has no meaning in a Vensim equation.`,
        "A name that holds other marks than letters, digits, `_`, `$` and `'` stands in double quotes.",
      );
    }
    tokens.push({ kind: 'symbol', symbol, start: at, end: at + symbol.length });
    at += symbol.length;
  }
  tokens.push({ kind: 'end', start: end, end });
  return { ok: true, tokens };
}

/** A written name with its lines joined, and each run of blanks one blank. */
export function oneLine(written: string): string {
  return written
    .replace(/\\[ \t]*(?:\r\n?|\n)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
