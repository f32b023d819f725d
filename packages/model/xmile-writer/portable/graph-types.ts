import { subexpressions } from '../../equation/subexpressions.js';
import type { GraphicalFunction, Model } from '../../model.js';
import type { CanonicalName } from '../../names/canonical-name.js';

/** The type that a graph of Vensim takes in XMILE, by key of the variable or array. */
export type GraphTypes = ReadonlyMap<CanonicalName, GraphicalFunction['type']>;

const ASKED: ReadonlyMap<string, GraphicalFunction['type']> = new Map([
  ['lookup_extrapolate', 'extrapolate'],
  ['lookup_backward', 'discrete'],
]);

/**
 * The graphs that every call extends or every call takes stepwise: in Vensim the call says so, in XMILE the graph.
 * A graph that is called in several ways is not among them.
 */
export function graphTypes(flat: Model): GraphTypes {
  const asked = new Map<CanonicalName, Set<GraphicalFunction['type']>>();
  const ask = (graph: CanonicalName, type: GraphicalFunction['type']) => {
    const variable = flat.variables.get(graph);
    if (variable?.kind !== 'graphical') return;
    const key = variable.element?.array ?? graph;
    asked.set(key, (asked.get(key) ?? new Set()).add(type));
  };
  for (const variable of flat.variables.values()) {
    if (variable.kind === 'graphical') continue;
    const expressions =
      variable.kind === 'stock' || variable.initial === undefined
        ? [variable.equation]
        : [variable.equation, variable.initial];
    for (const node of expressions.flatMap((expression) => subexpressions(expression))) {
      if (node.kind !== 'call') continue;
      const [first] = node.arguments;
      const type = ASKED.get(node.key);
      if (type !== undefined && first?.kind === 'name') ask(first.key, type);
      else if (node.key === 'lookup' && first?.kind === 'name') ask(first.key, 'continuous');
      else ask(node.key, 'continuous');
    }
  }
  return new Map(
    [...asked].flatMap(([key, types]) => {
      const [type] = types;
      return types.size === 1 && type !== undefined && type !== 'continuous' ? [[key, type] as const] : [];
    }),
  );
}
