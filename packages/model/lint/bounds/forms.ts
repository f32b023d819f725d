import type { Expression } from '../../equation/expression.js';
import type { CanonicalName } from '../../names/canonical-name.js';
import type { Interval } from './interval.js';
import { exactly } from './interval.js';
import type { LinearForm } from './linear-form.js';
import { addForms, constantForm, formBounds, scaleForm, termForm } from './linear-form.js';
import { isShort, termText } from './term-text.js';

/** Names followed into their equations, one in another. */
const DEEPEST = 8;
/** Upper bounds tried for one term. */
const MOST_BOUNDS = 8;
/** Parts of a term beyond which nothing is tried. */
const LONGEST = 120;
/** Terms looked at in one proof. */
const MOST_LOOKS = 2_000;

/** What forms need to know of a model. */
export interface FormScope {
  readonly boundsOf: (term: Expression) => Interval;
  /** The equation of an auxiliary or flow, without a graph. */
  readonly equationOf: (key: CanonicalName) => Expression | undefined;
}

/**
 * Terms as sums with fixed factors, to see what intervals cannot: that `x - MIN(x, y)` is never negative, and that
 * `a / (a + b)` is never above 1. Belongs to one state of the bounds.
 */
export class Forms {
  private readonly texts = new Map<string, Interval>();
  /** Bounds found in the proof under way. */
  private readonly found = new Map<Expression, Interval>();
  /** Terms that the proof under way may still look at; absent between proofs. */
  private looksLeft: number | undefined;

  constructor(private readonly scope: FormScope) {}

  /** The least that `left - right` can be, as far as forms show it. */
  leastDifference(left: Expression, right: Expression): number {
    if (!isShort(left, LONGEST) || !isShort(right, LONGEST)) return Number.NEGATIVE_INFINITY;
    // The bounds of a term may need a proof inside this one: they share what may be looked at.
    const outermost = this.looksLeft === undefined;
    this.looksLeft ??= MOST_LOOKS;
    const from = this.exact(left, 0);
    let least = Number.NEGATIVE_INFINITY;
    for (const upper of this.uppers(right, 0))
      least = Math.max(least, this.bounds(addForms(from, upper, -1)).low);
    if (outermost) {
      this.looksLeft = undefined;
      this.found.clear();
      this.texts.clear();
    }
    return least;
  }

  private boundsOf(term: Expression): Interval {
    const known = this.found.get(term);
    if (known !== undefined) return known;
    const bounds = this.scope.boundsOf(term);
    this.found.set(term, bounds);
    return bounds;
  }

  private bounds(form: LinearForm): Interval {
    return formBounds(form, (text) => this.texts.get(text) ?? exactly(Number.NaN));
  }

  /** The term as a sum; what is no sum is a term of its own. */
  private exact(term: Expression, depth: number): LinearForm {
    this.looksLeft = (this.looksLeft ?? 0) - 1;
    if (this.looksLeft <= 0) return this.opaque(term);
    switch (term.kind) {
      case 'number':
        return constantForm(term.value);
      case 'unary':
        if (term.operator === 'not') return this.opaque(term);
        return scaleForm(this.exact(term.operand, depth), term.operator === '-' ? -1 : 1);
      case 'binary':
        switch (term.operator) {
          case '+':
            return addForms(this.exact(term.left, depth), this.exact(term.right, depth), 1);
          case '-':
            return addForms(this.exact(term.left, depth), this.exact(term.right, depth), -1);
          case '*': {
            const [left, right] = [this.fixed(term.left), this.fixed(term.right)];
            if (right !== undefined) return scaleForm(this.exact(term.left, depth), right);
            if (left !== undefined) return scaleForm(this.exact(term.right, depth), left);
            return this.opaque(term);
          }
          case '/': {
            const divisor = this.fixed(term.right);
            if (divisor !== undefined && divisor !== 0)
              return scaleForm(this.exact(term.left, depth), 1 / divisor);
            return this.opaque(term);
          }
          default:
            return this.opaque(term);
        }
      case 'name': {
        const fixed = this.fixed(term);
        if (fixed !== undefined) return constantForm(fixed);
        const equation = this.followed(term, depth);
        const isSum =
          equation?.kind === 'name' ||
          (equation?.kind === 'binary' && ['+', '-', '*', '/'].includes(equation.operator));
        return isSum ? this.exact(equation, depth + 1) : this.opaque(term);
      }
      default:
        return this.opaque(term);
    }
  }

  /** Sums that the term is never above; the first is the term itself. */
  private uppers(term: Expression, depth: number): readonly LinearForm[] {
    const own = this.exact(term, depth);
    if ((this.looksLeft ?? 0) <= 0) return [own];
    const more = (): readonly LinearForm[] => {
      switch (term.kind) {
        case 'unary':
          return term.operator === '+' ? this.uppers(term.operand, depth) : [];
        case 'name': {
          const equation = this.followed(term, depth);
          return equation === undefined ? [] : this.uppers(equation, depth + 1);
        }
        case 'call':
          if (term.key === 'min') return term.arguments.flatMap((argument) => this.uppers(argument, depth));
          return term.key === 'max' ? this.uppersOfMax(term.arguments, depth) : [];
        case 'binary':
          return this.uppersOfBinary(term, depth);
        default:
          return [];
      }
    };
    return distinct([own, ...more()]).slice(0, MOST_BOUNDS);
  }

  /** MAX(0, x) is never above what x is never above, where that is never negative. */
  private uppersOfMax(args: readonly Expression[], depth: number): readonly LinearForm[] {
    const rest = args.filter((argument) => this.boundsOf(argument).high > 0);
    const [only, second] = rest;
    if (only === undefined || second !== undefined) return [];
    return this.uppers(only, depth).filter((upper) => this.bounds(upper).low >= 0);
  }

  private uppersOfBinary(
    { operator, left, right }: Expression & { readonly kind: 'binary' },
    depth: number,
  ): readonly LinearForm[] {
    const pairs = (factor: 1 | -1, others: readonly LinearForm[]) =>
      this.uppers(left, depth).flatMap((one) => others.map((other) => addForms(one, other, factor)));
    switch (operator) {
      case '+':
        return pairs(1, this.uppers(right, depth));
      case '-': {
        const { low } = this.boundsOf(right);
        const least = Number.isFinite(low) ? [constantForm(low)] : [];
        return pairs(-1, [...least, this.exact(right, depth)]);
      }
      case '*':
        return [...this.scaled(left, right, depth), ...this.scaled(right, left, depth)];
      case '/': {
        const { low } = this.boundsOf(right);
        return low > 0 && this.boundsOf(left).low >= 0
          ? this.uppers(left, depth).map((upper) => scaleForm(upper, 1 / low))
          : [];
      }
      default:
        return [];
    }
  }

  /** What is not negative, times something never above a number. */
  private scaled(term: Expression, by: Expression, depth: number): readonly LinearForm[] {
    const { low, high } = this.boundsOf(by);
    if (low < 0 || !Number.isFinite(high) || this.boundsOf(term).low < 0) return [];
    return this.uppers(term, depth).map((upper) => scaleForm(upper, high));
  }

  private followed({ key }: Expression & { readonly kind: 'name' }, depth: number): Expression | undefined {
    if (depth >= DEEPEST) return undefined;
    const equation = this.scope.equationOf(key);
    return equation !== undefined && isShort(equation, LONGEST) ? equation : undefined;
  }

  private fixed(term: Expression): number | undefined {
    const { low, high } = this.boundsOf(term);
    return low === high && Number.isFinite(low) ? low : undefined;
  }

  private opaque(term: Expression): LinearForm {
    const text = termText(term);
    this.texts.set(text, this.boundsOf(term));
    return termForm(text);
  }
}

/** Each form once. */
function distinct(forms: readonly LinearForm[]): readonly LinearForm[] {
  const byText = new Map<string, LinearForm>();
  for (const form of forms) {
    const text = `${[...form.factors]
      .map(([term, factor]) => `${factor} ${term}`)
      .sort()
      .join(' ')} ${form.constant}`;
    if (!byText.has(text)) byText.set(text, form);
  }
  return [...byText.values()];
}
