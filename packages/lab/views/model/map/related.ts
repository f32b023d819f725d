import type { AtlasVariable } from '../../../models/atlas.js';

/** Flows to walk through: those of a stock, or those of the stocks that a flow joins. */
export function roundOf(variables: ReadonlyMap<string, AtlasVariable>, from: string): readonly string[] {
  const own = variables.get(from);
  if (own === undefined) return [];
  if (own.kind === 'stock') return [...own.inflows, ...own.outflows];
  const stocks = [...variables.values()].filter(
    ({ inflows, outflows }) => inflows.some((key) => key === from) || outflows.some((key) => key === from),
  );
  return [...new Set(stocks.flatMap(({ inflows, outflows }) => [...inflows, ...outflows]))];
}

/** What a variable reads and what reads it. */
export function relatedTo(
  selected: string | undefined,
  variables: ReadonlyMap<string, AtlasVariable>,
): ReadonlySet<string> {
  const own = selected === undefined ? undefined : variables.get(selected);
  return new Set(own === undefined ? [] : [...own.causes, ...own.uses, ...own.inflows, ...own.outflows]);
}
