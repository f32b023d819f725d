import type { Expression } from '../../equation/expression.js';
import type { GraphicalFunction, Model, Variable } from '../../model.js';
import type { CanonicalName } from '../../names/canonical-name.js';
import type { EquationOrder } from '../../structure/order.js';
import { referencesIn } from '../../structure/references.js';
import { graphBounds } from './builtin-bounds.js';
import type { Interval } from './interval.js';
import { ANYTHING, between, exactly, NOT_NEGATIVE, sameInterval } from './interval.js';
import { TermBounds } from './term-bounds.js';

/** Where the values of a model can lie, in one state of its stocks. */
export interface Bounds {
  readonly of: (key: CanonicalName) => Interval;
  readonly ofTerm: (term: Expression) => Interval;
}

/**
 * Where the values of a model can lie at any time, by interval arithmetic: constants as the file has them, stocks zero
 * or more - or from the least of their declared range, or anywhere where they start below zero. Safe, never exact:
 * a value never lies outside, but need not reach the ends.
 */
export class ModelBounds implements Bounds {
  private readonly base = new Map<CanonicalName, Interval>();
  private readonly order: readonly CanonicalName[];
  private readonly rank: ReadonlyMap<CanonicalName, number>;
  private readonly users = new Map<CanonicalName, CanonicalName[]>();
  private readonly terms: TermBounds;

  constructor(
    private readonly model: Model,
    order: EquationOrder,
  ) {
    const isStock = (key: CanonicalName) => model.variables.get(key)?.kind === 'stock';
    this.order = [...order.constants, ...order.initial, ...order.dynamic].filter((key) => !isStock(key));
    this.rank = new Map(this.order.map((key, rank) => [key, rank]));
    // While the bounds are being found, what is found of a term holds for that moment only.
    const now = () => this.inState((key) => this.of(key));
    for (const key of order.constants) if (!isStock(key)) this.base.set(key, this.evaluate(key, now()));
    for (const variable of model.variables.values())
      if (variable.kind === 'stock') this.base.set(variable.key, this.stock(variable, now()));
    for (const key of this.order) this.base.set(key, this.evaluate(key, now()));
    this.terms = now();
    for (const variable of model.variables.values()) {
      if (variable.kind === 'graphical' || variable.kind === 'stock') continue;
      for (const cause of new Set(referencesIn(variable.equation).map(({ key }) => key))) {
        const users = this.users.get(cause);
        if (users === undefined) this.users.set(cause, [variable.key]);
        else users.push(variable.key);
      }
    }
  }

  /** Where the value of a variable can lie. */
  of(key: CanonicalName): Interval {
    return this.base.get(key) ?? ANYTHING;
  }

  /** Where the value of a term can lie. */
  ofTerm(term: Expression): Interval {
    return this.terms.of(term);
  }

  /** The bounds at a moment when a stock is empty, all others as ever. */
  whenEmpty(stock: CanonicalName): Bounds {
    const changed = new Map<CanonicalName, Interval>([[stock, exactly(0)]]);
    const of = (key: CanonicalName) => changed.get(key) ?? this.of(key);
    const waiting: number[] = [];
    const wake = (key: CanonicalName) => {
      for (const user of this.users.get(key) ?? []) {
        const rank = this.rank.get(user);
        if (rank !== undefined) insert(waiting, rank);
      }
    };
    wake(stock);
    // In the order of equations, so that each is looked at once; what comes out the same wakes nobody.
    for (let rank = waiting.pop(); rank !== undefined; rank = waiting.pop()) {
      const key = this.order[rank];
      if (key === undefined) continue;
      const bounds = this.evaluate(key, this.inState(of));
      if (sameInterval(bounds, this.of(key))) continue;
      changed.set(key, bounds);
      wake(key);
    }
    const terms = this.inState(of);
    return { of, ofTerm: (term) => terms.of(term) };
  }

  private inState(boundsOf: (key: CanonicalName) => Interval): TermBounds {
    return new TermBounds({
      simulation: this.model.simulation,
      boundsOf,
      graphOf: (key) => this.graph(key),
      equationOf: (key) => {
        const variable = this.model.variables.get(key);
        const plain =
          (variable?.kind === 'auxiliary' || variable?.kind === 'flow') && variable.graph === undefined;
        return plain ? variable.equation : undefined;
      },
    });
  }

  private graph(key: CanonicalName): GraphicalFunction | undefined {
    const variable = this.model.variables.get(key);
    return variable?.kind === 'graphical' ? variable.graph : undefined;
  }

  private evaluate(key: CanonicalName, terms: TermBounds): Interval {
    const variable = this.model.variables.get(key);
    if (variable === undefined || variable.kind === 'graphical') return ANYTHING;
    const value = terms.of(variable.equation);
    return variable.kind !== 'stock' && variable.graph !== undefined
      ? graphBounds(variable.graph, value)
      : value;
  }

  private stock(stock: Variable & { readonly kind: 'stock' }, terms: TermBounds): Interval {
    const { min, max } = stock.range ?? {};
    const start = terms.of(stock.equation);
    if (min === undefined && start.low < 0 && Number.isFinite(start.low)) return ANYTHING;
    return between(min ?? NOT_NEGATIVE.low, max ?? NOT_NEGATIVE.high);
  }
}

/** Puts a rank into a list that falls, unless it is there. */
function insert(falling: number[], rank: number): void {
  let low = 0;
  let high = falling.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((falling[middle] ?? 0) > rank) low = middle + 1;
    else high = middle;
  }
  if (falling[low] !== rank) falling.splice(low, 0, rank);
}
