import type { Outcome } from '../source/diagnostic.js';
import { reached } from '../source/diagnostic.js';
import type { MappedText } from '../source/mapped-text.js';
import type { SourceText } from '../source/source-text.js';
import type { WrittenExpression } from './expression.js';
import { parseExpression } from './parse-expression.js';
import type { Token } from './token.js';
import { tokenize } from './tokenize.js';

/** An equation of an array: one expression, or a list of numbers for its elements. */
export type ArrayEquation = { readonly expression: WrittenExpression } | { readonly list: readonly number[] };

/**
 * Parses the equation of an array, which may be a list such as `1, 2, 3`.
 *
 * @errors Those of {@link parseExpression}.
 */
export function parseArrayEquation(
  source: SourceText,
  text: MappedText,
  variable?: string,
): Outcome<ArrayEquation> {
  const tokens = tokenize(text.text);
  const list = tokens.ok ? numbersIn(tokens.tokens) : undefined;
  if (list !== undefined) return reached({ list });
  const parsed = parseExpression(source, text, variable);
  return parsed.ok ? reached({ expression: parsed.value }, parsed.diagnostics) : parsed;
}

/** Two or more numbers with commas between them, signs allowed; `undefined` where the tokens say anything else. */
function numbersIn(tokens: readonly Token[]): readonly number[] | undefined {
  const numbers: number[] = [];
  let sign = 1;
  let wanted: 'number' | 'comma' = 'number';
  for (const token of tokens) {
    if (token.kind === 'end') break;
    if (wanted === 'comma') {
      if (token.kind !== 'symbol' || token.symbol !== ',') return undefined;
      wanted = 'number';
    } else if (token.kind === 'symbol' && (token.symbol === '-' || token.symbol === '+')) {
      if (token.symbol === '-') sign = -sign;
    } else if (token.kind === 'number') {
      numbers.push(sign * token.value);
      sign = 1;
      wanted = 'comma';
    } else return undefined;
  }
  return wanted === 'comma' && numbers.length > 1 ? numbers : undefined;
}
