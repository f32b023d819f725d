import { BUILTINS, builtinNamed } from '../../equation/builtin-signature.js';
import type { Expression } from '../../equation/expression.js';
import { partsOf, subexpressions } from '../../equation/subexpressions.js';
import { isPattern, parameterAt, unitsOf } from '../../units/call-units.js';
import type { LintContext } from '../lint-context.js';
import type { Raised } from '../lint-finding.js';

/** Numbers up to this size are guards against zero. */
const TINY = 1e-6;

type NumberTerm = Expression & { readonly kind: 'number' };

/**
 * Numbers inside equations that are parameters without a name.
 *
 * Exempt: 0 and 1 (with either sign), which are neutral; an equation of numbers alone, which is the constant's own
 * value; exponents; the count of terms by which their sum is divided, as in `(a + b + c) / 3`; orders and seeds of built-ins;
 * numbers up to 1e-6, which keep divisors from zero.
 */
export function* embeddedConstant({ model }: LintContext): Iterable<Raised> {
  for (const variable of model.variables.values()) {
    if (variable.kind === 'graphical') continue;
    const all = subexpressions(variable.equation);
    if (!all.some((term) => term.kind === 'name' || term.kind === 'call')) continue;
    const numbers = embedded(variable.equation);
    const [first] = numbers;
    if (first === undefined) continue;
    const list = [...new Set(numbers.map(({ value }) => value))];
    yield {
      code: 'embedded-constant',
      variable,
      span: first.span,
      reason: `The equation of \`${variable.name}\` holds ${list.length === 1 ? 'a number' : 'numbers'} without a name.`,
      evidence: `Embedded: ${list.join(', ')}.`,
      fix: 'Make each a constant with a name, a unit and a source, so that it can be read, tested and varied.',
    };
  }
}

function embedded(equation: Expression): readonly NumberTerm[] {
  const found: NumberTerm[] = [];
  const waiting = [equation];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'number') {
      if (next.value !== 0 && next.value !== 1 && Math.abs(next.value) > TINY) found.push(next);
    } else waiting.push(...lookedInto(next).toReversed());
  }
  return found;
}

/** The parts of a term whose numbers count. */
function lookedInto(term: Expression): readonly Expression[] {
  const isNumber = (part: Expression | undefined) => part?.kind === 'number';
  if (term.kind === 'binary') {
    const { operator, left, right } = term;
    if (operator === '^' && isNumber(right)) return [left];
    if (operator === '/' && right.kind === 'number' && countsTerms(left, right.value)) return [left];
  }
  if (term.kind === 'call') {
    const builtin = builtinNamed(term.key);
    if (builtin === undefined || BUILTINS[builtin].unitRule === 'plain') return term.arguments;
    // Orders, counts and seeds: numbers without unit by the rule of the built-in.
    return term.arguments.filter((argument, at) => {
      const parameter = parameterAt(unitsOf(builtin), at);
      return !(isNumber(argument) && isPattern(parameter) && parameter.size === 0);
    });
  }
  return partsOf(term);
}

/** Whether a product holds a sum of so many terms: then the divisor makes a mean of it. */
function countsTerms(dividend: Expression, count: number): boolean {
  const waiting = [dividend];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'binary' && (next.operator === '*' || next.operator === '/'))
      waiting.push(next.left, ...(next.operator === '*' ? [next.right] : []));
    else if (next.kind === 'binary' && (next.operator === '+' || next.operator === '-')) {
      let terms = 1;
      let left: Expression = next;
      while (left.kind === 'binary' && (left.operator === '+' || left.operator === '-')) {
        terms += 1;
        left = left.left;
      }
      if (terms === count) return true;
    }
  }
  return false;
}
