import type { Token } from './token.js';

const KEYWORDS: ReadonlySet<string> = new Set(['if', 'then', 'else', 'and', 'or', 'not', 'mod']);

/** The keyword a token is, in lower case. A quoted name is never one. */
export function keywordOf(token: Token): string | undefined {
  if (token.kind !== 'name') return undefined;
  const word = token.written.toLowerCase();
  return KEYWORDS.has(word) ? word : undefined;
}

/** Whether an expression may stop before this token, so that what is missing is a closing word or mark. */
export function endsExpression(token: Token): boolean {
  if (token.kind === 'end') return true;
  if (token.kind === 'symbol') return token.symbol === ')' || token.symbol === ',' || token.symbol === ']';
  const word = keywordOf(token);
  return word === 'then' || word === 'else';
}
