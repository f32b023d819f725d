import type { BinaryOperator, BuiltinName, Expression, Variable } from '@weir/model';
import { canonicalName } from '@weir/model';
import type { Expansion, Named } from './expansion.js';

/** The name of a variable as an expression. */
export type Reference = Extract<Expression, { kind: 'name' }>;

/** A part of a chain before its equations are known. */
export interface Planned {
  readonly named: Named;
  readonly value: Reference;
}

/** One call that becomes hidden variables: makers of these, and of expressions that carry the call's span. */
export class CallSite {
  constructor(
    readonly expansion: Expansion,
    readonly owner: Variable,
    readonly call: Expression,
  ) {}

  number(value: number): Expression {
    return { kind: 'number', value, span: this.call.span };
  }

  binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
    return { kind: 'binary', operator, left, right, span: this.call.span };
  }

  builtin(name: BuiltinName, ...args: readonly Expression[]): Expression {
    const key = canonicalName(name);
    return { kind: 'call', written: name.toUpperCase(), key, arguments: args, span: this.call.span };
  }

  choice(condition: Expression, whenTrue: Expression, otherwise: Expression): Expression {
    // biome-ignore lint/suspicious/noThenProperty: the equation language's own word; expressions are never awaited.
    return { kind: 'if', condition, then: whenTrue, otherwise, span: this.call.span };
  }

  /** Names a part of the call, so that equations can refer to it before it has one. */
  plan(part: string): Planned {
    const named = this.expansion.name(this.owner, this.call, part);
    return { named, value: this.#refer(named) };
  }

  /** A hidden auxiliary of this equation. */
  auxiliary(part: string, equation: Expression): Reference {
    const named = this.expansion.name(this.owner, this.call, part);
    this.expansion.hidden.push({ kind: 'auxiliary', ...named, equation });
    return this.#refer(named);
  }

  /** A hidden flow at this rate. */
  flow(part: string, equation: Expression): Reference {
    const named = this.expansion.name(this.owner, this.call, part);
    this.expansion.hidden.push({ kind: 'flow', ...named, equation });
    return this.#refer(named);
  }

  /** A hidden stock between flows. */
  stock(planned: Planned, initial: Expression, inflow: Reference, outflow?: Reference): void {
    this.expansion.hidden.push({
      kind: 'stock',
      ...planned.named,
      equation: initial,
      inflows: [inflow],
      outflows: outflow === undefined ? [] : [outflow],
    });
  }

  /** A hidden memory of `next`: one step late, or as late as `delay` says at the start. */
  memory(initial: Expression, next: Reference, delay?: Reference): Reference {
    const named = this.expansion.name(this.owner, this.call, 'memory');
    this.expansion.hidden.push({ kind: 'stock', ...named, equation: initial, inflows: [], outflows: [] });
    const late = delay === undefined ? {} : { delay: delay.key };
    this.expansion.held.push({ key: named.key, next: next.key, ...late });
    return this.#refer(named);
  }

  /** The expression itself where it can be read twice without work, or else a hidden auxiliary of it. */
  shared(part: string, expression: Expression): Expression {
    const isCheap = expression.kind === 'number' || expression.kind === 'name';
    return isCheap ? expression : this.auxiliary(part, expression);
  }

  /** The expression as a variable: itself where it names one that has a value. */
  variable(part: string, expression: Expression): Reference {
    const isVariable = expression.kind === 'name' && this.expansion.model.variables.has(expression.key);
    return isVariable ? expression : this.auxiliary(part, expression);
  }

  #refer({ key, written }: Named): Reference {
    return { kind: 'name', key, written, span: this.call.span };
  }
}
