import { BUILTINS, builtinNamed } from '../equation/builtin-signature.js';
import type { Expression } from '../equation/expression.js';
import type { Model, Variable } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { referencesIn } from '../structure/references.js';
import { instance, isPattern, lettersOf, parameterAt, solve, unitsOf } from './call-units.js';
import type { Dimension } from './dimension.js';
import { combine, DIMENSIONLESS_DIMENSION, isWhole, raise } from './dimension.js';
import { fixedNumber, UnitInference } from './infer-units.js';
import type { TermUnit } from './term-unit.js';
import { factorOf, UNKNOWN } from './term-unit.js';
import type { UnitTable } from './unit-table.js';
import { convertsUnits, ownerOf, VariableUnits } from './variable-units.js';
import { Worklist } from './worklist.js';

/** Variables that Vensim makes, with the time unit, in every model. */
const CONTROL: ReadonlySet<string> = new Set(['initial_time', 'final_time', 'time_step', 'saveper']);

/**
 * The units of all variables: declared, or inferred from the equations as far as these fix them.
 *
 * What is surer comes first: a stock and its flows; then a variable from its own equation; then a variable from
 * the equations that use it, where all else is known. Each is repeated until nothing new follows. Time grows with the size of
 * the equations: a variable is inferred once, and only what touches it is looked at again.
 *
 * A model that declares no unit, those of its run specification aside, has none inferred.
 */
export function inferVariableUnits(model: Model, table: UnitTable): VariableUnits {
  const units = new VariableUnits(model, table);
  if ([...model.variables.values()].some(({ units: own, key }) => own !== undefined && !CONTROL.has(key)))
    new VariableInference(model, units).run();
  return units;
}

class VariableInference {
  private readonly inference: UnitInference;
  /** Variables whose equations name a variable or an element of an array, by {@link ownerOf}. */
  private readonly users = new Map<CanonicalName, Variable[]>();
  /** Stocks by their flows. */
  private readonly stocks = new Map<CanonicalName, Variable[]>();
  private readonly members = new Map<CanonicalName, Variable[]>();
  /** Equations to look at again: for their own unit, and for the units of what they name. */
  private readonly forwards: Worklist<Variable>;
  private readonly backwards: Worklist<Variable>;
  /** Variables whose unit is known and may not have reached the stocks and flows beside them. */
  private readonly flowing: Worklist<Variable>;

  constructor(
    private readonly model: Model,
    private readonly units: VariableUnits,
  ) {
    this.inference = new UnitInference(model, units);
    const all = [...model.variables.values()];
    for (const variable of all) {
      push(this.members, ownerOf(variable), variable);
      if (variable.kind === 'graphical') continue;
      const named = new Set<CanonicalName>();
      const initial = variable.kind === 'stock' ? undefined : variable.initial;
      for (const { key } of [variable.equation, ...(initial === undefined ? [] : [initial])].flatMap(
        referencesIn,
      )) {
        const cause = model.variables.get(key);
        if (cause !== undefined) named.add(ownerOf(cause));
      }
      for (const owner of named) push(this.users, owner, variable);
      if (variable.kind !== 'stock') continue;
      for (const { key } of [...variable.inflows, ...variable.outflows]) push(this.stocks, key, variable);
    }
    this.forwards = new Worklist(all);
    this.backwards = new Worklist(all);
    this.flowing = new Worklist(all);
  }

  run(): void {
    this.forward();
    for (let variable = this.backwards.take(); variable !== undefined; variable = this.backwards.take()) {
      if (variable.kind === 'graphical' || convertsUnits(variable)) continue;
      const graph = variable.kind !== 'stock' && variable.graph !== undefined;
      const from = `the equation of \`${variable.name}\``;
      const own = this.units.of(variable)?.dimension;
      this.settle(variable.equation, graph ? undefined : own, from);
      const initial = variable.kind === 'stock' ? undefined : variable.initial;
      if (initial !== undefined) this.settle(initial, own, from);
      this.forward();
    }
  }

  private forward(): void {
    this.alongFlows();
    for (let variable = this.forwards.take(); variable !== undefined; variable = this.forwards.take()) {
      if (variable.kind === 'graphical' || this.units.of(variable) !== undefined) continue;
      if ((variable.kind !== 'stock' && variable.graph !== undefined) || convertsUnits(variable)) continue;
      const unit = this.inference.infer(variable.equation);
      if (unit.kind !== 'known') continue;
      const from = variable.element === undefined ? 'its equation' : `the equation of \`${variable.name}\``;
      this.assign(variable, unit.dimension, from);
      this.alongFlows();
    }
  }

  private assign(variable: Variable, dimension: Dimension, from: string): void {
    if (!this.units.infer(variable, dimension, from)) return;
    const owner = ownerOf(variable);
    const members = this.members.get(owner) ?? [];
    for (const touched of [...members, ...(this.users.get(owner) ?? [])]) {
      this.forwards.add(touched);
      this.backwards.add(touched);
    }
    for (const member of members) this.flowing.add(member);
  }

  /** A stock gives its flows their unit, and a flow its stocks. */
  private alongFlows(): void {
    const { time } = this.units.table;
    for (let variable = this.flowing.take(); variable !== undefined; variable = this.flowing.take()) {
      const unit = this.units.of(variable)?.dimension;
      if (unit === undefined || time === undefined) continue;
      const { name } = variable;
      if (variable.kind === 'stock')
        for (const { key } of [...variable.inflows, ...variable.outflows]) {
          const flow = this.model.variables.get(key);
          if (flow !== undefined) this.assign(flow, combine(unit, time, -1), `its stock \`${name}\``);
        }
      else
        for (const stock of this.stocks.get(variable.key) ?? [])
          this.assign(stock, combine(unit, time, 1), `its flow \`${name}\``);
    }
  }

  /** Gives units to the names in a term that can have only one. */
  private settle(term: Expression, expected: Dimension | undefined, from: string): void {
    switch (term.kind) {
      case 'number':
        return;
      case 'name': {
        const variable = this.model.variables.get(term.key);
        if (expected !== undefined && variable !== undefined && variable.kind !== 'graphical')
          this.assign(variable, expected, from);
        return;
      }
      case 'unary':
        this.settle(term.operand, term.operator === 'not' ? DIMENSIONLESS_DIMENSION : expected, from);
        return;
      case 'if':
        this.settle(term.condition, DIMENSIONLESS_DIMENSION, from);
        this.together([term.then, term.otherwise], expected, from);
        return;
      case 'binary':
        this.settleBinary(term, expected, from);
        return;
      case 'call':
        this.settleCall(term, expected, from);
    }
  }

  private settleBinary(
    { operator, left, right }: Expression & { readonly kind: 'binary' },
    expected: Dimension | undefined,
    from: string,
  ): void {
    switch (operator) {
      case '+':
      case '-':
      case 'mod':
        this.together([left, right], expected, from);
        return;
      case '*':
      case '/': {
        const power = operator === '*' ? 1 : -1;
        const [first, second] = [factorOf(this.inference.infer(left)), factorOf(this.inference.infer(right))];
        const rest = (other: Dimension | undefined, sign: number) =>
          expected === undefined || other === undefined ? undefined : combine(expected, other, sign);
        this.settle(left, rest(second, -power), from);
        const wanted = rest(first, -1);
        this.settle(right, wanted && raise(wanted, power), from);
        return;
      }
      case '^': {
        const power = fixedNumber(right);
        const base = expected !== undefined && power ? raise(expected, 1 / power) : undefined;
        this.settle(left, base !== undefined && isWhole(base) ? base : undefined, from);
        this.settle(right, DIMENSIONLESS_DIMENSION, from);
        return;
      }
      case 'and':
      case 'or':
        this.settle(left, DIMENSIONLESS_DIMENSION, from);
        this.settle(right, DIMENSIONLESS_DIMENSION, from);
        return;
      default:
        this.together([left, right], undefined, from);
    }
  }

  private settleCall(
    term: Expression & { readonly kind: 'call' },
    expected: Dimension | undefined,
    from: string,
  ): void {
    const builtin = builtinNamed(term.key);
    if (builtin === undefined || BUILTINS[builtin].unitRule === 'lookup') {
      for (const argument of term.arguments) this.settle(argument, undefined, from);
      return;
    }
    const rule = unitsOf(builtin);
    const letters = lettersOf(rule, this.units.table.time, term.arguments, (group) => this.common(group));
    const units = new Map(letters.units);
    if (
      units.get('u')?.kind !== 'known' &&
      rule.result !== 'any' &&
      expected !== undefined &&
      rule.result.has('u')
    )
      units.set('u', solve(rule.result, 'u', { kind: 'known', dimension: expected }, units));
    for (const [at, argument] of term.arguments.entries()) {
      const parameter = parameterAt(rule, at);
      const unit = isPattern(parameter) ? instance(parameter, units) : UNKNOWN;
      const wanted = parameter === 'condition' ? DIMENSIONLESS_DIMENSION : undefined;
      this.settle(argument, unit.kind === 'known' ? unit.dimension : wanted, from);
    }
  }

  /** Terms that have one unit: the one expected, or that of those among them that have one. */
  private together(terms: readonly Expression[], expected: Dimension | undefined, from: string): void {
    const common = expected === undefined ? this.common(terms) : undefined;
    const unit = common?.kind === 'known' ? common.dimension : expected;
    for (const term of terms) this.settle(term, unit, from);
  }

  private common(terms: readonly Expression[]): TermUnit {
    return this.inference.alike(terms, '');
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
