import type { Outcome } from '../source/diagnostic.js';
import { reached, refused } from '../source/diagnostic.js';
import { finding } from '../source/findings.js';
import type { MappedText } from '../source/mapped-text.js';
import { spanIn, wholeText } from '../source/mapped-text.js';
import type { SourceText } from '../source/source-text.js';
import type { EquationFault } from './equation-fault.js';
import type { WrittenExpression } from './expression.js';
import { ExpressionParser } from './expression-parser.js';
import { tokenize } from './tokenize.js';

/**
 * Parses an equation.
 *
 * Precedence, high to low: `^` (right to left), `+ - NOT` of one operand, `* / MOD`, `+ -`,
 * `< <= > >=`, `= <>`, AND, OR. So -2^2 is -4 and 2^-3 is an eighth.
 *
 * @param source - File that the places in messages refer to.
 * @param text - The equation, mapped to the file; the whole source unless given.
 * @param variable - Name of the variable as shown to people, for messages.
 * @errors equation-empty, equation-unfinished, equation-character, equation-number, equation-operand,
 *   equation-operator, equation-parenthesis, equation-if, equation-quote, equation-comment,
 *   equation-too-deep; always exactly one.
 * @source OASIS XMILE 1.0, 3.2 and 3.3.
 */
export function parseExpression(
  source: SourceText,
  text: MappedText = wholeText(source),
  variable?: string,
): Outcome<WrittenExpression> {
  const fail = (fault: EquationFault): Outcome<WrittenExpression> =>
    refused([
      finding(source, 'error', fault.code, spanIn(text, fault.start, fault.end), fault.message, {
        variable,
        hint: fault.hint,
      }),
    ]);
  // Tools write `???` where a modeller has yet to say something.
  const unfinished = /\?{2,}/.exec(text.text);
  if (unfinished !== null)
    return fail({
      code: 'equation-unfinished',
      start: unfinished.index,
      end: unfinished.index + unfinished[0].length,
      message: 'This equation is unfinished: it says `???`.',
      hint: 'Write an equation, or remove the variable.',
    });
  const tokens = tokenize(text.text);
  if (!tokens.ok) return fail(tokens.fault);
  if (tokens.tokens.length === 1)
    return fail({
      code: 'equation-empty',
      start: 0,
      end: text.text.length,
      message: text.text.trim() === '' ? 'This equation is empty.' : 'This equation holds only a comment.',
      hint: 'Write an equation, such as a number.',
    });
  const parser = new ExpressionParser(tokens.tokens, text);
  const parsed = parser.whole();
  return parsed === undefined ? fail(parser.fault) : reached(parsed.node);
}
