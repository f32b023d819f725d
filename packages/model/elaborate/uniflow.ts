import type { Flow, Variable } from '../model.js';
import { canonicalName } from '../names/canonical-name.js';
import { flowValue, withEquation } from './hidden-graph.js';

/**
 * A flow of one direction: never below 0.
 *
 * @param add - Takes a hidden graphical function, where one is needed.
 * @source OASIS XMILE 1.0, 3.1.2 and 4.3.
 */
export function uniflow(flow: Flow, add: (variable: Variable) => void): Flow {
  const { graph, equation } = flow;
  const { span } = equation;
  if (graph !== undefined && graph.type !== 'extrapolate' && graph.y.every((value) => value >= 0))
    return flow;
  if (graph === undefined && equation.kind === 'number' && equation.value >= 0) return flow;
  const value = flowValue(flow, add);
  return withEquation(flow, {
    kind: 'call',
    written: 'MAX',
    key: canonicalName('max'),
    arguments: [{ kind: 'number', value: 0, span }, value],
    span,
  });
}
