import { builtinNamed } from '../../equation/builtin-signature.js';
import type { Expression } from '../../equation/expression.js';
import type { GraphicalFunction, SimulationSpecs } from '../../model.js';
import type { CanonicalName } from '../../names/canonical-name.js';
import { builtinBounds, graphBounds, remainder } from './builtin-bounds.js';
import { Forms } from './forms.js';
import type { Interval } from './interval.js';
import { ANYTHING, between, exactly, hull, minus, opposite, over, plus, times } from './interval.js';

/** What the bounds of a term rest on. */
export interface BoundScope {
  readonly simulation: SimulationSpecs;
  readonly boundsOf: (key: CanonicalName) => Interval;
  readonly graphOf: (key: CanonicalName) => GraphicalFunction | undefined;
  readonly equationOf: (key: CanonicalName) => Expression | undefined;
}

const TRUTH: Interval = { low: 0, high: 1 };

/** Where the values of terms can lie, in one state of the bounds of variables, which must stay as it is. */
export class TermBounds {
  private readonly forms: Forms;
  /** Bounds found, so that nested terms take time in proportion to their size. */
  private readonly known = new Map<Expression, Interval>();

  constructor(private readonly scope: BoundScope) {
    this.forms = new Forms({ boundsOf: (term) => this.of(term), equationOf: scope.equationOf });
  }

  /** Where the value of a term can lie. */
  of(term: Expression): Interval {
    switch (term.kind) {
      case 'number':
        return exactly(term.value);
      case 'name':
        return builtinNamed(term.key) === undefined
          ? this.scope.boundsOf(term.key)
          : builtinBounds(term.key, [], this.scope.simulation);
      case 'unary':
        if (term.operator === 'not') return TRUTH;
        return term.operator === '-' ? opposite(this.of(term.operand)) : this.of(term.operand);
      default: {
        const known = this.known.get(term) ?? this.compound(term);
        this.known.set(term, known);
        return known;
      }
    }
  }

  private compound(term: Expression & { readonly kind: 'call' | 'binary' | 'if' }): Interval {
    switch (term.kind) {
      case 'call':
        return this.call(term);
      case 'binary':
        return this.binary(term);
      case 'if': {
        const condition = this.of(term.condition);
        if (condition.low > 0 || condition.high < 0) return this.of(term.then);
        if (condition.low === 0 && condition.high === 0) return this.of(term.otherwise);
        return hull([this.of(term.then), this.of(term.otherwise)]);
      }
    }
  }

  private call(term: Expression & { readonly kind: 'call' }): Interval {
    const [graphName, input] = term.arguments;
    const isLookup = term.key === 'lookup' && graphName?.kind === 'name';
    const graph = this.scope.graphOf(isLookup ? graphName.key : term.key);
    const argument = isLookup ? input : graphName;
    if (graph !== undefined && argument !== undefined) return graphBounds(graph, this.of(argument));
    const args = term.arguments.map((one) => this.of(one));
    return builtinBounds(term.key, args, this.scope.simulation);
  }

  private binary({ operator, left, right }: Expression & { readonly kind: 'binary' }): Interval {
    const [first, second] = [this.of(left), this.of(right)];
    switch (operator) {
      case '+':
        return plus(first, second);
      case '-': {
        const plain = minus(first, second);
        if (plain.low >= 0 || plain.high <= 0) return plain;
        const low = Math.max(plain.low, this.forms.leastDifference(left, right));
        return between(low, Math.max(low, plain.high));
      }
      case '*':
        return times(first, second);
      case '/': {
        const plain = over(first, second);
        if (plain.low < 0 || plain.high <= 1 || second.low < 0) return plain;
        return this.forms.leastDifference(right, left) >= 0 ? between(plain.low, 1) : plain;
      }
      case '^':
        return power(first, second);
      case 'mod':
        return remainder(first, second);
      case '<':
        return decided(first.high < second.low, first.low >= second.high);
      case '<=':
        return decided(first.high <= second.low, first.low > second.high);
      case '>':
        return decided(first.low > second.high, first.high <= second.low);
      case '>=':
        return decided(first.low >= second.high, first.high < second.low);
      case '=':
      case '<>': {
        const apart = first.high < second.low || first.low > second.high;
        const same = first.low === first.high && second.low === second.high && first.low === second.low;
        return operator === '=' ? decided(same, apart) : decided(apart, same);
      }
      case 'and':
      case 'or':
        return TRUTH;
    }
  }
}

function decided(isTrue: boolean, isFalse: boolean): Interval {
  return isTrue ? exactly(1) : isFalse ? exactly(0) : TRUTH;
}

function power(base: Interval, exponent: Interval): Interval {
  if (exponent.low !== exponent.high) return base.low >= 0 ? between(0, Number.POSITIVE_INFINITY) : ANYTHING;
  const fixed = exponent.low;
  const ends = [base.low ** fixed, base.high ** fixed];
  if (base.low >= 0) return between(Math.min(...ends), Math.max(...ends));
  return Number.isInteger(fixed) && fixed > 0 && fixed % 2 === 0
    ? between(base.high < 0 ? Math.min(...ends) : 0, Math.max(...ends))
    : Number.isInteger(fixed) && fixed > 0
      ? between(base.low ** fixed, base.high ** fixed)
      : ANYTHING;
}
