import type { Expression } from '../../equation/expression.js';
import { partsOf } from '../../equation/subexpressions.js';
import { shortened } from '../../units/infer-units.js';
import { holds, printInterval } from '../bounds/interval.js';
import { termText } from '../bounds/term-text.js';
import type { LintContext } from '../lint-context.js';
import type { Raised } from '../lint-finding.js';
import { guardsOf } from './guards.js';

/** Divisors that can be zero, where no IF around them says otherwise. */
export function* divisionByZero({ model, bounds }: LintContext): Iterable<Raised> {
  for (const variable of model.variables.values()) {
    if (variable.kind === 'graphical') continue;
    for (const { divisor, factors } of openDivisors(variable.equation)) {
      const isZero = (term: Expression) => {
        const { low, high } = bounds.ofTerm(term);
        return low === 0 && high === 0;
      };
      const surely = isZero(divisor);
      for (const factor of surely ? [divisor] : factors) {
        const value = bounds.ofTerm(factor);
        if (!holds(value, 0)) continue;
        yield {
          code: 'division-by-zero',
          variable,
          span: factor.span,
          reason: `\`${variable.name}\` divides by \`${shortened(factor)}\`, which ${surely ? 'is' : 'can be'} zero.`,
          evidence: surely
            ? 'Its value is 0.'
            : `It can be ${printInterval(value)}, and no IF keeps zero out.`,
          fix: `Guard it: IF ${shortened(factor)} = 0 THEN 0 ELSE ..., or SAFEDIV(n, d).`,
          ...(surely ? { severity: 'error' as const } : {}),
        };
      }
    }
  }
}

/** A divisor, and those of its factors that no IF guards. */
interface OpenDivisor {
  readonly divisor: Expression;
  readonly factors: readonly Expression[];
}

/** The divisors in an equation that no IF guards. */
function openDivisors(equation: Expression): readonly OpenDivisor[] {
  const found: OpenDivisor[] = [];
  const waiting: { readonly term: Expression; readonly safe: ReadonlySet<string> }[] = [
    { term: equation, safe: new Set() },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { term, safe } = next;
    if (term.kind === 'binary' && term.operator === '/' && !safe.has(termText(term.right)))
      found.push({
        divisor: term.right,
        factors: factorsOf(term.right).filter((factor) => !safe.has(termText(factor))),
      });
    if (term.kind === 'if') {
      const { whenTrue, whenFalse } = guardsOf(term.condition);
      waiting.push({ term: term.condition, safe });
      waiting.push({ term: term.then, safe: new Set([...safe, ...whenTrue]) });
      waiting.push({ term: term.otherwise, safe: new Set([...safe, ...whenFalse]) });
    } else for (const part of partsOf(term).toReversed()) waiting.push({ term: part, safe });
  }
  return found;
}

function factorsOf(term: Expression): readonly Expression[] {
  const found: Expression[] = [];
  const waiting = [term];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'binary' && next.operator === '*') waiting.push(next.right, next.left);
    // What a divisor is divided by makes it no zero.
    else if (next.kind === 'binary' && next.operator === '/') waiting.push(next.left);
    else found.push(next);
  }
  return found;
}
