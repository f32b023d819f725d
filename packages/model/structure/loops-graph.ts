import type { Model, Variable } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { referencesIn } from './references.js';

/** Which variable bears on which in the course of a run: nodes by number, in the order of the file. */
export interface InfluenceGraph {
  readonly variables: readonly Variable[];
  readonly indexOf: ReadonlyMap<CanonicalName, number>;
  /** For each node, those it bears on, in rising order. */
  readonly effects: readonly (readonly number[])[];
}

/**
 * The graph of influences: from what an equation names to its variable, and from a flow to its stocks. What counts only for
 * an initial value makes no feedback and is left out.
 */
export function influenceGraph(model: Model): InfluenceGraph {
  const variables = [...model.variables.values()].filter(({ kind }) => kind !== 'graphical');
  const indexOf = new Map(variables.map(({ key }, index) => [key, index]));
  const effects: Set<number>[] = variables.map(() => new Set());
  for (const [index, variable] of variables.entries()) {
    if (variable.kind === 'graphical') continue;
    const causes =
      variable.kind === 'stock'
        ? [...variable.inflows, ...variable.outflows].map(({ key }) => key)
        : referencesIn(variable.equation)
            .filter(({ initial }) => !initial)
            .map(({ key }) => key);
    for (const key of causes) {
      const cause = indexOf.get(key);
      if (cause !== undefined) effects[cause]?.add(index);
    }
  }
  return { variables, indexOf, effects: effects.map((set) => [...set].sort((left, right) => left - right)) };
}
