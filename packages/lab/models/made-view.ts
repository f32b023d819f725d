import dagre from '@dagrejs/dagre';
import {
  type CanonicalName,
  causesOf,
  type Model,
  type Point,
  type Variable,
  type View,
  type ViewItem,
} from '@weir/model';

/** Variables beyond which a diagram of everything is not readable; then stocks and flows alone are shown. */
const MOST = 150;
const STOCK = { width: 140, height: 76 };
const SMALL = { width: 90, height: 40 };
const MARGIN = 80;

/** A diagram for a model whose file has none: layers from causes to effects, laid out by dagre. */
export function madeView(model: Model): View {
  const all = [...model.variables.values()].filter(
    ({ hidden, kind }) => hidden !== true && kind !== 'graphical',
  );
  const shown = all.length > MOST ? all.filter(({ kind }) => kind === 'stock' || kind === 'flow') : all;
  const keys = new Set(shown.map(({ key }) => key));
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 90, marginx: MARGIN, marginy: MARGIN });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { key, kind } of shown) graph.setNode(key, kind === 'stock' ? { ...STOCK } : { ...SMALL });
  const links = shown.flatMap((variable) => linksInto(model, variable, keys));
  for (const { from, to } of links) graph.setEdge(from, to);
  for (const stock of shown) {
    if (stock.kind !== 'stock') continue;
    for (const { key } of stock.inflows) if (keys.has(key)) graph.setEdge(key, stock.key);
    for (const { key } of stock.outflows) if (keys.has(key)) graph.setEdge(stock.key, key);
  }
  dagre.layout(graph);
  const at = (key: CanonicalName): Point => {
    const { x, y } = graph.node(key);
    return { x: Math.round(x), y: Math.round(y) };
  };
  return { items: [...shown.map((variable) => itemOf(variable, shown, at)), ...links.map(connector)] };
}

interface MadeLink {
  readonly from: CanonicalName;
  readonly to: CanonicalName;
}

/** Links that are arrows of information: what an equation reads. */
function linksInto(
  model: Model,
  { key, kind }: Variable,
  keys: ReadonlySet<CanonicalName>,
): readonly MadeLink[] {
  if (kind === 'stock') return [];
  const causes = causesOf(model, key).map(({ variable }) => variable.key);
  return [...new Set(causes)]
    .filter((cause) => keys.has(cause) && cause !== key)
    .map((from) => ({ from, to: key }));
}

function itemOf(variable: Variable, shown: readonly Variable[], at: (key: CanonicalName) => Point): ViewItem {
  const { key, name, kind } = variable;
  const place = { variable: key, name, ...at(key) };
  if (kind === 'stock') return { kind: 'stock', ...place, ...STOCK };
  if (kind !== 'flow') return { kind: 'auxiliary', ...place };
  const stocks = shown.filter((one) => one.kind === 'stock');
  const source = stocks.find(({ outflows }) => outflows.some((flow) => flow.key === key));
  const target = stocks.find(({ inflows }) => inflows.some((flow) => flow.key === key));
  const valve = at(key);
  const begin = source === undefined ? { x: valve.x - 90, y: valve.y } : at(source.key);
  const end = target === undefined ? { x: valve.x + 90, y: valve.y } : at(target.key);
  return { kind: 'flow', ...place, points: [begin, valve, end] };
}

function connector({ from, to }: MadeLink): ViewItem {
  return { kind: 'connector', from: { variable: from }, to: { variable: to }, points: [] };
}
