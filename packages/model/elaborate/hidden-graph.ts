import type { Expression } from '../equation/expression.js';
import type { Flow, Variable } from '../model.js';
import { canonicalName } from '../names/canonical-name.js';

/**
 * The value of a flow as one expression, so that more can be done with it: where the flow has a graph, that becomes a
 * hidden graphical function which the expression calls.
 *
 * @param add - Takes the hidden function.
 */
export function flowValue(
  { key, name, span, equation, graph }: Flow,
  add: (variable: Variable) => void,
): Expression {
  if (graph === undefined) return equation;
  const hidden = {
    written: `${name} (graph)`,
    name: `${name} (graph)`,
    key: canonicalName(`${key} (graph)`),
  };
  add({ kind: 'graphical', ...hidden, span, graph, hidden: true });
  return {
    kind: 'call',
    written: hidden.written,
    key: hidden.key,
    arguments: [equation],
    span: equation.span,
  };
}

/** The same flow with another equation, and no graph. */
export function withEquation({ graph: _, ...flow }: Flow, equation: Expression): Flow {
  return { ...flow, equation };
}
