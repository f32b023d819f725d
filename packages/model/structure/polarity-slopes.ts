import type { Expression } from '../equation/expression.js';
import { subexpressions } from '../equation/subexpressions.js';
import type { Interval } from '../lint/bounds/interval.js';
import {
  ANYTHING,
  between,
  exactly,
  hull,
  minus,
  NOT_NEGATIVE,
  opposite,
  over,
  plus,
  times,
} from '../lint/bounds/interval.js';
import type { ModelBounds } from '../lint/bounds/model-bounds.js';
import type { GraphicalFunction, Model } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';

const NONE = exactly(0);
/** Built-ins that rise with every argument, or stay. */
const RISING: ReadonlySet<string> = new Set([
  'min',
  'max',
  'exp',
  'ln',
  'log10',
  'sqrt',
  'arctan',
  'arcsin',
  'sinh',
  'tanh',
  'int',
  'integer',
  'sum',
  'mean',
]);
/** Built-ins that rise with their first argument; how they go with the others depends. */
const RISING_IN_FIRST: ReadonlySet<string> = new Set([
  'delay',
  'delay1',
  'delay3',
  'delayn',
  'delay_fixed',
  'smth1',
  'smth3',
  'smthn',
  'previous',
  'step',
  'ramp',
  'pulse',
  'game',
  'quantum',
]);

/** The slopes of terms against one variable, all else held: where they can lie. */
export class TermSlopes {
  constructor(
    private readonly model: Model,
    private readonly bounds: ModelBounds,
  ) {}

  /** The slope of a term against a variable. */
  of(term: Expression, key: CanonicalName): Interval {
    switch (term.kind) {
      case 'number':
        return NONE;
      case 'name':
        return term.key === key ? exactly(1) : NONE;
      case 'unary': {
        const slope = this.of(term.operand, key);
        if (term.operator === 'not') return isNone(slope) ? NONE : ANYTHING;
        return term.operator === '-' ? opposite(slope) : slope;
      }
      case 'if':
        return this.choice(term.condition, [term.then, term.otherwise], key);
      case 'binary':
        return this.binary(term, key);
      case 'call':
        return this.call(term, key);
    }
  }

  private choice(condition: Expression, branches: readonly Expression[], key: CanonicalName): Interval {
    // A test for one value, such as zero before a division, is no switch: it holds at that value alone.
    const isGuard =
      condition.kind === 'binary' && (condition.operator === '=' || condition.operator === '<>');
    if (names(condition, key) && !isGuard) return ANYTHING;
    const truth = this.bounds.ofTerm(condition);
    const [yes, no] = branches;
    const taken = truth.low > 0 ? [yes] : truth.high === 0 && truth.low === 0 ? [no] : [yes, no];
    const slopes = taken.flatMap((branch) => (branch === undefined ? [] : [this.of(branch, key)]));
    return hull(slopes);
  }

  private binary(term: Expression & { readonly kind: 'binary' }, key: CanonicalName): Interval {
    const { operator, left, right } = term;
    const [first, second] = [this.of(left, key), this.of(right, key)];
    if (isNone(first) && isNone(second)) return NONE;
    const [one, other] = [this.bounds.ofTerm(left), this.bounds.ofTerm(right)];
    switch (operator) {
      case '+':
        return plus(first, second);
      case '-':
        return minus(first, second);
      case '*':
        return plus(times(first, other), times(one, second));
      case '/':
        return this.quotient(left, right, first, second);
      case '^':
        if (isNone(second) && other.low === other.high) {
          const down = {
            ...term,
            right: { kind: 'number', value: other.low - 1, span: right.span },
          } as const;
          return times(times(exactly(other.low), this.bounds.ofTerm(down)), first);
        }
        // With a fixed base the power rises above 1 and falls below it.
        if (isNone(first) && one.low >= 1) return times(second, NOT_NEGATIVE);
        if (isNone(first) && one.low >= 0 && one.high <= 1) return times(opposite(second), NOT_NEGATIVE);
        return ANYTHING;
      default:
        return ANYTHING;
    }
  }

  private quotient(left: Expression, right: Expression, first: Interval, second: Interval): Interval {
    const [one, other] = [this.bounds.ofTerm(left), this.bounds.ofTerm(right)];
    const square = times(other, other);
    if (isNone(second)) return over(first, other);
    if (isNone(first)) return opposite(over(times(one, second), square));
    // Numerator of the derivative, n d - d n: by its form where both slopes are fixed, as in x / (x + y).
    const fixed = first.low === first.high && second.low === second.high;
    const part = (factor: number, term: Expression): Expression => ({
      kind: 'binary',
      operator: '*',
      left: { kind: 'number', value: factor, span: term.span },
      right: term,
      span: term.span,
    });
    const above = fixed
      ? this.bounds.ofTerm({
          kind: 'binary',
          operator: '-',
          left: part(first.low, right),
          right: part(second.low, left),
          span: left.span,
        })
      : minus(times(first, other), times(one, second));
    return over(above, between(Math.max(0, square.low), Math.max(0, square.high)));
  }

  private call(term: Expression & { readonly kind: 'call' }, key: CanonicalName): Interval {
    const [head, input, ...others] = term.arguments;
    const isLookup = term.key === 'lookup' && head?.kind === 'name';
    const graph = this.model.variables.get(isLookup ? head.key : term.key);
    const argument = isLookup ? input : head;
    if (graph?.kind === 'graphical' && argument !== undefined)
      return times(this.of(argument, key), graphSlopes(graph.graph, this.bounds.ofTerm(argument)));
    const slopes = term.arguments.map((one) => this.of(one, key));
    if (slopes.every(isNone) || term.key === 'init') return NONE;
    if (RISING.has(term.key)) return hull([NONE, ...slopes.map((slope) => times(slope, NOT_NEGATIVE))]);
    const [first = ANYTHING, ...rest] = slopes;
    if (RISING_IN_FIRST.has(term.key) && rest.every(isNone)) return times(first, NOT_NEGATIVE);
    if (term.key === 'abs' && head !== undefined) {
      const { low, high } = this.bounds.ofTerm(head);
      return low >= 0 ? first : high <= 0 ? opposite(first) : ANYTHING;
    }
    if ((term.key === 'safediv' || term.key === 'zidz') && head !== undefined && input !== undefined)
      return others.length === 0 ? this.quotient(head, input, first, rest[0] ?? NONE) : ANYTHING;
    if (term.key === 'if_then_else' && head !== undefined)
      return this.choice(head, term.arguments.slice(1), key);
    return ANYTHING;
  }
}

/** Where the slope of a graph can lie, for inputs in an interval; zero beyond its ends, where it holds them. */
export function graphSlopes({ type, x, y }: GraphicalFunction, input: Interval): Interval {
  const slopes: Interval[] = [];
  for (let at = 1; at < x.length; at += 1) {
    const [from = 0, to = 0] = [x[at - 1], x[at]];
    const first = at === 1 && type === 'extrapolate';
    const last = at === x.length - 1 && type === 'extrapolate';
    if ((to < input.low && !last) || (from > input.high && !first)) continue;
    const rise = (y[at] ?? 0) - (y[at - 1] ?? 0);
    slopes.push(
      to > from
        ? exactly(rise / (to - from))
        : rise === 0
          ? NONE
          : between(Math.min(0, rise) * Infinity, Math.max(0, rise) * Infinity),
    );
  }
  return slopes.length === 0 ? NONE : hull(slopes);
}

function isNone({ low, high }: Interval): boolean {
  return low === 0 && high === 0;
}

function names(term: Expression, key: CanonicalName): boolean {
  return subexpressions(term).some((part) => part.kind === 'name' && part.key === key);
}
