import type { Expression } from '../../equation/expression.js';
import { subexpressions } from '../../equation/subexpressions.js';
import type { GraphicalFunction, Model, Variable } from '../../model.js';
import type { Span } from '../../source/source-text.js';

/** One place where a graph is given an input. */
export interface GraphCall {
  readonly user: Variable;
  readonly graph: GraphicalFunction;
  /** The graph's name, as shown to people. */
  readonly name: string;
  readonly input: Expression;
  readonly span: Span;
}

/** Every place where a graph is given an input. */
export function* graphCalls(model: Model): Iterable<GraphCall> {
  for (const user of model.variables.values()) {
    if (user.kind === 'graphical') continue;
    if (user.kind !== 'stock' && user.graph !== undefined)
      yield { user, graph: user.graph, name: user.name, input: user.equation, span: user.equation.span };
    for (const term of subexpressions(user.equation)) {
      if (term.kind !== 'call') continue;
      const [first, second] = term.arguments;
      const isLookup = term.key === 'lookup' && first?.kind === 'name';
      const called = model.variables.get(isLookup ? first.key : term.key);
      const input = isLookup ? second : first;
      if (called?.kind !== 'graphical' || input === undefined) continue;
      yield { user, graph: called.graph, name: called.name, input, span: input.span };
    }
  }
}
