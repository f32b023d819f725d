import type { EquationFault } from './equation-fault.js';
import { foreignMark } from './foreign-marks.js';
import type { Token } from './token.js';
import { SYMBOLS } from './token.js';

/** The tokens of an equation, `end` last; or the first fault. */
export type Tokens =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly fault: EquationFault };

// The no-break space is a blank between tokens and a separator inside a name.
const BLANK = /[\s\u00a0\ufeff]+/y;
const NUMBER = /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y;
const NAME = /[A-Za-z_$\u0080-\u009f\u00a1-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
const QUOTED = /"(?:[^"\\]|\\[\s\S])*"/y;

/**
 * Splits an equation into tokens. `{comments}` vanish; they may nest, as in .mdl files.
 *
 * @source OASIS XMILE 1.0, 3.2.1, 3.2.2.1 and 3.2.5.
 */
export function tokenize(text: string): Tokens {
  const tokens: Token[] = [];
  let at = 0;
  let brackets = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const fault = (code: EquationFault['code'], end: number, message: string, hint?: string): Tokens => ({
    ok: false,
    fault: { code, start: at, end, message, ...(hint === undefined ? {} : { hint }) },
  });
  while (at < text.length) {
    const blank = match(BLANK);
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const first = text[at] ?? '';
    if (first === '{') {
      const end = endOfComment(text, at);
      if (end === undefined)
        return fault(
          'equation-comment',
          at + 1,
          'This `{` opens a comment that no `}` closes.',
          'Add `}` or remove the `{`.',
        );
      at = end;
      continue;
    }
    if (first === '"') {
      const quoted = match(QUOTED);
      if (quoted === undefined)
        return fault(
          'equation-quote',
          at + 1,
          'This `"` opens a name that no second `"` closes.',
          'Add the closing `"`.',
        );
      tokens.push({ kind: 'name', written: quoted, start: at, end: at + quoted.length });
      at += quoted.length;
      continue;
    }
    const number = match(NUMBER);
    if (number !== undefined) {
      const value = Number(number);
      const end = at + number.length;
      if (!Number.isFinite(value))
        return fault('equation-number', end, `\`${number}\` is too large for a number.`);
      tokens.push({ kind: 'number', value, start: at, end });
      at = end;
      NAME.lastIndex = end;
      const tail = NAME.exec(text)?.[0];
      if (tail !== undefined && !/^\W/u.test(tail)) {
        at -= number.length;
        return fault(
          'equation-number',
          end + tail.length,
          `\`${number}${tail}\` is neither a number nor a name.`,
          `Write \`${number} * ${tail}\` to multiply, or quote the name: \`"${number}${tail}"\`.`,
        );
      }
      continue;
    }
    const foreign = foreignMark(text, at);
    const transposes = first === "'" && endsOperand(tokens.at(-1));
    const ranges = first === ':' && brackets > 0 && text[at + 1] !== '=';
    if (foreign !== undefined && !transposes && !(ranges && !foreign.mark.endsWith(':')))
      return fault('equation-character', at + foreign.mark.length, foreign.message, foreign.hint);
    const name = match(NAME);
    if (name !== undefined) {
      const written = name.replace(/\u00a0+$/, '');
      tokens.push({ kind: 'name', written, start: at, end: at + written.length });
      at += name.length;
      continue;
    }
    const symbol = SYMBOLS.find((candidate) => text.startsWith(candidate, at));
    if (symbol === '[') brackets += 1;
    if (symbol === ']') brackets -= 1;
    if (symbol === undefined || ((symbol === '@' || symbol === ':') && brackets <= 0)) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      return fault(
        'equation-character',
        at + character.length,
        `\`${character}\` has no meaning in an equation.`,
      );
    }
    tokens.push({ kind: 'symbol', symbol, start: at, end: at + symbol.length });
    at += symbol.length;
  }
  tokens.push({ kind: 'end', start: text.length, end: text.length });
  return { ok: true, tokens };
}

/** Whether a token ends an operand, so that an apostrophe after it transposes. */
function endsOperand(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'symbol') return [')', ']', "'"].includes(token.symbol);
  return token.kind === 'name' || token.kind === 'number';
}

function endOfComment(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}
