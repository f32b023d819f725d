import type { Expression } from '../../equation/expression.js';
import { termText } from '../bounds/term-text.js';

/** Terms, by their text, that are not zero where a condition is true, and where it is false. */
export interface Guards {
  readonly whenTrue: ReadonlySet<string>;
  readonly whenFalse: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
const MIRRORED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** What a condition says about zeros. */
export function guardsOf(condition: Expression): Guards {
  switch (condition.kind) {
    case 'name':
    case 'call':
      return { whenTrue: new Set([termText(condition)]), whenFalse: NONE };
    case 'unary': {
      const inside = guardsOf(condition.operand);
      return condition.operator === 'not'
        ? { whenTrue: inside.whenFalse, whenFalse: inside.whenTrue }
        : inside;
    }
    case 'binary': {
      const { operator, left, right } = condition;
      if (operator === 'and' || operator === 'or') {
        const [one, other] = [guardsOf(left), guardsOf(right)];
        return operator === 'and'
          ? { whenTrue: new Set([...one.whenTrue, ...other.whenTrue]), whenFalse: NONE }
          : { whenTrue: NONE, whenFalse: new Set([...one.whenFalse, ...other.whenFalse]) };
      }
      const number = numberIn(right);
      if (number !== undefined) return compared(operator, left, number);
      const first = numberIn(left);
      if (first === undefined) return { whenTrue: NONE, whenFalse: NONE };
      const mirrored = operator in MIRRORED ? MIRRORED[operator as keyof typeof MIRRORED] : operator;
      return compared(mirrored, right, first);
    }
    default:
      return { whenTrue: NONE, whenFalse: NONE };
  }
}

function compared(operator: string, term: Expression, number: number): Guards {
  const text: ReadonlySet<string> = new Set([termText(term)]);
  const zero = (truth: boolean) => holdsAtZero(operator, number) === truth;
  // Where zero makes the condition false, its truth says that the term is not zero.
  return { whenTrue: zero(false) ? text : NONE, whenFalse: zero(true) ? text : NONE };
}

function holdsAtZero(operator: string, number: number): boolean | undefined {
  switch (operator) {
    case '=':
      return number === 0;
    case '<>':
      return number !== 0;
    case '<':
      return 0 < number;
    case '<=':
      return 0 <= number;
    case '>':
      return 0 > number;
    case '>=':
      return 0 >= number;
    default:
      return undefined;
  }
}

function numberIn(term: Expression): number | undefined {
  if (term.kind === 'number') return term.value;
  if (term.kind === 'unary' && term.operator !== 'not') {
    const value = numberIn(term.operand);
    return value === undefined || term.operator === '+' ? value : -value;
  }
  return undefined;
}
