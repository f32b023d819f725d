import type { Model, Variable } from '../model.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { influenceGraph } from './loops-graph.js';
import { independentLoops } from './loops-independent.js';
import { elementaryLoops, type LoopLimits } from './loops-johnson.js';
import type { LinkPolarity, Polarity } from './polarity.js';
import { chained } from './polarity.js';

/** A feedback loop. */
export interface Loop {
  /** In the order of influence: each bears on the next, the last on the first; from a stock, where one is on it. */
  readonly variables: readonly Variable[];
  /** The stocks on it, in order. */
  readonly stocks: readonly Variable[];
  /** Of each link, from the variable at the same position to the next. */
  readonly links: readonly Polarity[];
  /** `+` reinforcing, `-` balancing. */
  readonly polarity: Polarity;
}

/** Feedback loops of a model, shortest first. */
export interface FeedbackLoops {
  /** `all`: every loop; `independent`: a shortest independent set, where there are too many. */
  readonly set: 'all' | 'independent';
  /** Whether the set is whole: false where even that was cut short. */
  readonly complete: boolean;
  readonly loops: readonly Loop[];
}

/** What to look for. */
export interface LoopOptions {
  /** Only loops through this variable. */
  readonly through?: CanonicalName;
  /** Beyond these limits, the shortest independent set is given instead of all loops. */
  readonly limits?: LoopLimits;
  readonly polarity: LinkPolarity;
}

/** Loops beyond which no one reads a list, and edges followed within about a second. */
export const LOOP_LIMITS: LoopLimits = { loops: 1_000, work: 5_000_000 };
/** Edges followed for a shortest independent set. */
const INDEPENDENT_WORK = 100_000_000;

/**
 * The feedback loops of a model: all of them where there are few, else a shortest independent set. Arrays are seen by
 * element. Loops are named by their variables.
 *
 * @source Johnson (1975) and Oliva (2004); see {@link elementaryLoops}, {@link independentLoops}.
 */
export function feedbackLoops(model: Model, options: LoopOptions): FeedbackLoops {
  const { limits = LOOP_LIMITS, through } = options;
  const polarity = remembered(options.polarity);
  const { variables, indexOf, effects } = influenceGraph(model);
  const start = through === undefined ? undefined : indexOf.get(through);
  if (through !== undefined && start === undefined) return { set: 'all', complete: true, loops: [] };
  const every = elementaryLoops(effects, limits, start);
  const found = every.complete ? every : independentLoops(effects, INDEPENDENT_WORK);
  const loops = found.loops
    .filter((nodes) => start === undefined || nodes.includes(start))
    .map((nodes) => loopOf(variables, nodes, start, polarity))
    .sort((left, right) => left.variables.length - right.variables.length);
  return { set: every.complete ? 'all' : 'independent', complete: found.complete, loops };
}

function loopOf(
  all: readonly Variable[],
  nodes: readonly number[],
  start: number | undefined,
  polarity: LinkPolarity,
): Loop {
  const isStock = (node: number) => all[node]?.kind === 'stock';
  const wanted = start ?? Math.min(...(nodes.some(isStock) ? nodes.filter(isStock) : nodes));
  const first = Math.max(0, nodes.indexOf(wanted));
  const variables = [...nodes.slice(first), ...nodes.slice(0, first)].flatMap((node) => all[node] ?? []);
  const links = variables.map((variable, at) =>
    polarity(variable.key, (variables[at + 1] ?? variables[0] ?? variable).key),
  );
  return {
    variables,
    stocks: variables.filter(({ kind }) => kind === 'stock'),
    links,
    polarity: chained(links),
  };
}

/** Asks for each link once. */
function remembered(polarity: LinkPolarity): LinkPolarity {
  const known = new Map<string, Polarity>();
  return (cause, effect) => {
    const id = `${cause} > ${effect}`;
    const found = known.get(id) ?? polarity(cause, effect);
    known.set(id, found);
    return found;
  };
}
