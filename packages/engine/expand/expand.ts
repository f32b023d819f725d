import type { BuiltinName, CanonicalName, Diagnostic, Expression, Model, Variable } from '@weir/model';
import { BUILTINS, builtinNamed, partsOf } from '@weir/model';
import { CallSite } from './call-site.js';
import { materialDelay, smoothing, travellingDelay } from './chains.js';
import { Expansion, type HeldVariable } from './expansion.js';
import { previousValue, pureDelay, sample } from './memories.js';
import { stagesOf, stagesWithin } from './stages.js';
import { forecast, trend } from './trends.js';

/** A model whose calls that remember are hidden stocks, flows and auxiliaries. */
export interface Expanded {
  readonly model: Model;
  readonly hidden: ReadonlySet<CanonicalName>;
  readonly held: readonly HeldVariable[];
  readonly oncePerStep: ReadonlySet<CanonicalName>;
  /** Variables on which the number of stages of a delay depends, with their values at the start. */
  readonly shaping: ReadonlyMap<CanonicalName, number>;
  /** Whether the number of stages of a delay depends on the time step. */
  readonly usesDt: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** What takes the place of a call; `undefined` where it was refused. */
type Rewriting = (site: CallSite, args: readonly Expression[]) => Expression | undefined;

const nothing: Expression = { kind: 'number', value: Number.NaN, span: { start: 0, end: 0 } };

const delayed =
  (make: typeof smoothing, order: number): Rewriting =>
  (site, [input = nothing, time = nothing, initial]) =>
    make(site, input, time, order, initial);

const delayedByStages =
  (make: typeof smoothing): Rewriting =>
  (site, [input = nothing, time = nothing, order = nothing, initial]) => {
    const stages = stagesOf(site, order);
    return stages === undefined ? undefined : make(site, input, time, stages, initial);
  };

const late: Rewriting = (site, [input = nothing, time = nothing, initial]) =>
  pureDelay(site, input, time, initial);

/** Built-ins that remember, and what they stand for. */
const REWRITINGS: ReadonlyMap<BuiltinName, Rewriting> = new Map<BuiltinName, Rewriting>([
  ['smth1', delayed(smoothing, 1)],
  ['smth3', delayed(smoothing, 3)],
  ['smthn', delayedByStages(smoothing)],
  ['delay1', delayed(materialDelay, 1)],
  ['delay3', delayed(materialDelay, 3)],
  ['delayn', delayedByStages(materialDelay)],
  [
    'vensim_delayn',
    (site, [input = nothing, time = nothing, order = nothing, initial = nothing]) => {
      const stages = stagesWithin(site, order, time);
      return stages === undefined ? undefined : travellingDelay(site, input, time, stages, initial);
    },
  ],
  ['delay', late],
  ['delay_fixed', late],
  ['trend', (site, [input = nothing, time = nothing, initial]) => trend(site, input, time, initial)],
  [
    'forcst',
    (site, [input = nothing, time = nothing, horizon = nothing, initial]) =>
      forecast(site, input, time, horizon, initial),
  ],
  ['previous', (site, [input = nothing, initial = nothing]) => previousValue(site, input, initial)],
  [
    'sample_if_true',
    (site, [condition = nothing, input = nothing, initial = nothing]) =>
      sample(site, condition, input, initial),
  ],
]);

/**
 * Turns every call that remembers (delays, smooths, trends, PREVIOUS, samples) into hidden variables: stocks that
 * are integrated like any other, and memories that change at whole steps. Each call gets its own.
 *
 * @errors lower-delay-order.
 * @source OASIS XMILE 1.0, 3.5.3 and 3.5.6.
 */
export function expand(model: Model): Expanded {
  const expansion = new Expansion(model);
  const variables = new Map(model.variables);
  for (const variable of model.variables.values()) {
    const changed = rewritten(expansion, variable);
    if (changed !== variable) variables.set(variable.key, changed);
  }
  const { hidden, held, oncePerStep, shaping, usesDt, diagnostics } = expansion;
  for (const variable of hidden) variables.set(variable.key, variable);
  return {
    model: hidden.length === 0 ? model : { ...model, variables },
    hidden: new Set(hidden.map(({ key }) => key)),
    held,
    oncePerStep,
    shaping,
    usesDt,
    diagnostics,
  };
}

function rewritten(expansion: Expansion, variable: Variable): Variable {
  if (variable.kind === 'graphical') return variable;
  const rewrite = (expression: Expression): Expression =>
    remembers(expression) ? replaced(expansion, variable, expression, false) : expression;
  const equation = rewrite(variable.equation);
  if (variable.kind === 'stock' || variable.initial === undefined) {
    return equation === variable.equation ? variable : { ...variable, equation };
  }
  return { ...variable, equation, initial: rewrite(variable.initial) };
}

/**
 * An expression with its calls replaced, the inner ones first. Its height is limited by the parser.
 *
 * @param before - Whether it stands in PREVIOUS, where SELF is the variable itself.
 */
function replaced(
  expansion: Expansion,
  owner: Variable,
  expression: Expression,
  before: boolean,
): Expression {
  const within = (part: Expression, inPrevious = before): Expression =>
    replaced(expansion, owner, part, inPrevious);
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'name':
      return before && builtinNamed(expression.key) === 'self'
        ? { ...expression, key: owner.key, written: owner.written }
        : expression;
    case 'unary':
      return { ...expression, operand: within(expression.operand) };
    case 'binary':
      return { ...expression, left: within(expression.left), right: within(expression.right) };
    case 'if':
      return new CallSite(expansion, owner, expression).choice(
        within(expression.condition),
        within(expression.then),
        within(expression.otherwise),
      );
    case 'call': {
      const name = builtinNamed(expression.key);
      if (name === 'self') return before ? within({ ...expression, kind: 'name' }) : expression;
      const inPrevious = before || name === 'previous';
      const args = expression.arguments.map((part) => within(part, inPrevious));
      const rewriting = rewritingOf(expression);
      if (rewriting === undefined) return { ...expression, arguments: args };
      return rewriting(new CallSite(expansion, owner, expression), args) ?? expression;
    }
  }
}

/** Whether any call in an expression is one of {@link REWRITINGS}. */
function remembers(expression: Expression): boolean {
  const open: Expression[] = [expression];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (rewritingOf(part) !== undefined) return true;
    for (const below of partsOf(part)) open.push(below);
  }
  return false;
}

/** What replaces a call; `undefined` for any other expression, and for a wrong number of arguments, which lowering reports. */
function rewritingOf(expression: Expression): Rewriting | undefined {
  if (expression.kind !== 'call') return undefined;
  const name = builtinNamed(expression.key);
  if (name === undefined) return undefined;
  const [least, most] = BUILTINS[name].arity;
  const count = expression.arguments.length;
  return count < least || count > most ? undefined : REWRITINGS.get(name);
}
