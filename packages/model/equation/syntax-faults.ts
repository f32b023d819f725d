import type { EquationFault } from './equation-fault.js';
import { keywordOf } from './keywords.js';
import type { Token } from './token.js';

const CLOSES_NOTHING = [
  'equation-parenthesis',
  'This `)` closes nothing.',
  'Remove it, or add `(` before.',
] as const;

/**
 * An operand is wanted, and this token is none.
 *
 * @param text - The whole equation.
 * @param previous - The token before; none at the start.
 */
export function missingOperand(text: string, token: Token, previous: Token | undefined): EquationFault {
  const found = token.kind === 'end' ? 'the equation ends' : `\`${written(text, token)}\` stands there`;
  if (previous === undefined) {
    if (isMark(token, ')')) return fault(token, ...CLOSES_NOTHING);
    const example = keywordOf(token) === 'mod' ? 'Write `x MOD y`.' : undefined;
    return fault(token, 'equation-operand', `An operand is expected at the start, but ${found}.`, example);
  }
  // Point at the operator that lacks its operand when nothing stands there to point at.
  const at = token.kind === 'end' ? previous : token;
  return fault(
    at,
    'equation-operand',
    `An operand is expected after \`${written(text, previous)}\`, but ${found}.`,
  );
}

/** A token stands where an expression should go on or end. */
export function unexpectedToken(text: string, token: Token, previous: Token | undefined): EquationFault {
  const before = previous === undefined ? '' : written(text, previous);
  const here = written(text, token);
  if (isMark(token, ')')) return fault(token, ...CLOSES_NOTHING);
  if (isMark(token, '['))
    return fault(
      token,
      'equation-operator',
      'A subscript follows something that is no name.',
      'Write `array[element]`.',
    );
  if (isMark(token, ']'))
    return fault(token, 'equation-parenthesis', 'This `]` closes nothing.', 'Remove it, or add `[` before.');
  if (isMark(token, ','))
    return fault(
      token,
      'equation-operator',
      'A `,` stands outside the arguments of a function.',
      'Lists of values belong to arrays; decimals are written with a point.',
    );
  const word = keywordOf(token);
  if (word === 'then' || word === 'else')
    return fault(
      token,
      'equation-if',
      `This ${here} has no IF.`,
      'Write `IF condition THEN value ELSE value`.',
    );
  const names =
    previous?.kind === 'name' &&
    token.kind === 'name' &&
    word === undefined &&
    keywordOf(previous) === undefined;
  const hint = names
    ? `If this is one name, write \`${before}_${here}\` or put it in double quotes.`
    : 'To multiply, write `*`.';
  return fault(
    token,
    'equation-operator',
    `An operator is expected between \`${before}\` and \`${here}\`.`,
    hint,
  );
}

function isMark(token: Token, mark: ')' | '[' | ']' | ','): boolean {
  return token.kind === 'symbol' && token.symbol === mark;
}

function written(text: string, token: Token): string {
  return text.slice(token.start, token.end);
}

function fault(at: Token, code: EquationFault['code'], message: string, hint?: string): EquationFault {
  return { code, start: at.start, end: at.end, message, ...(hint === undefined ? {} : { hint }) };
}
