import { RUNTIME } from '../builtins/runtime.js';
import { lookupTable } from '../builtins/table-lookup.js';
import { printBlock } from '../javascript/block.js';
import { type Code, clockWord, element } from '../javascript/code.js';
import type { NodeId } from '../javascript/graph.js';
import type { LeafOperation } from '../javascript/print-operation.js';
import { movingNodes, nodesBelow, type RestGraph } from './rest-graph.js';

/** Most nodes that one generated function may hold: V8 does not optimise functions of more than 60 KiB of bytecode. */
const MOST_IN_ONE = 3000;

/** The functions of a program's rates, generated. All write into arrays of the caller. */
export interface RestKernel {
  /** Computes once a run what does not depend on the stocks, from `values`, shape `[variables]`. */
  settle(values: Float64Array, fixed: Float64Array, start: number, stop: number, dt: number): void;
  /** Rates of the stocks, shape `[stocks]` both. */
  rates(state: Float64Array, fixed: Float64Array, work: Float64Array, rate: Float64Array): void;
  /** Rates, and the entries of the Jacobian in the order of {@link RestGraph.entries}. */
  slopes(
    state: Float64Array,
    fixed: Float64Array,
    work: Float64Array,
    rate: Float64Array,
    slope: Float64Array,
  ): void;
  /** Lengths of the arrays `fixed` and `work`. */
  readonly fixedCount: number;
  readonly workCount: number;
}

/** Value that a generated function leaves in an array. */
interface Result {
  readonly target: string;
  readonly node: NodeId;
}

/**
 * Generates the functions of a graph: `new Function`, as the JavaScript backend. Holds positions and numbers only,
 * no text of the model.
 *
 * @throws EvalError where the surroundings forbid generated code.
 */
export function restKernel(rest: RestGraph): RestKernel {
  const { graph, rates, entries, tables } = rest;
  const rateResults = rates.map((node, stock): Result => ({ target: `rate[${stock}]`, node }));
  const slopeResults = entries.map(({ node }, index): Result => ({ target: `slope[${index}]`, node }));
  const roots = [...rateResults, ...slopeResults].map(({ node }) => node);
  const needed = nodesBelow(graph, roots);
  const moving = movingNodes(rest, needed);

  // What stands still is computed once a run, and read from `fixed` by what moves.
  const still = [
    ...new Set(
      [...needed.filter((id) => moving.has(id)).flatMap((id) => graph.at(id).operands), ...roots].filter(
        (id) => !moving.has(id) && graph.at(id).operation.kind !== 'constant',
      ),
    ),
  ];
  const known = new Map<NodeId, Code>(still.map((id, index) => [id, element('fixed', index)]));
  const settled = printBlock({
    graph,
    roots: still,
    nameRoots: true,
    prefix: 'c',
    leaf: (operation) =>
      operation.kind === 'value' ? element('values', operation.slot) : clockWord(operation.quantity),
  });
  const settleLines = [
    ...settled.statements,
    ...still.map((id, index) => `fixed[${index}] = ${settled.codeOf(id)};`),
  ];
  const ratesOnly = moveSource(rest, 'rates', 'state, fixed, work, rate', rateResults, known, moving);
  const both = moveSource(
    rest,
    'slopes',
    'state, fixed, work, rate, slope',
    [...rateResults, ...slopeResults],
    known,
    moving,
  );
  const source = [
    '"use strict";',
    ...tables.map((_, index) => `const table${index} = tables[${index}];`),
    `function settle(values, fixed, start, stop, dt) {\n${settleLines.join('\n')}\n}`,
    ratesOnly.source,
    both.source,
    'return { settle, rates, slopes };',
  ].join('\n');
  const make = new Function('tables', ...Object.keys(RUNTIME), source);
  const functions: Pick<RestKernel, 'settle' | 'rates' | 'slopes'> = make(
    tables.map(lookupTable),
    ...Object.values(RUNTIME),
  );
  return {
    ...functions,
    fixedCount: still.length,
    workCount: Math.max(ratesOnly.workCount, both.workCount),
  };
}

/**
 * A function that computes results from the stocks. Where it would be too long for the optimiser it is cut into
 * parts, which hand values on in `work`.
 */
function moveSource(
  rest: RestGraph,
  name: string,
  parameters: string,
  results: readonly Result[],
  known: ReadonlyMap<NodeId, Code>,
  moving: ReadonlySet<NodeId>,
): { source: string; workCount: number } {
  const { graph } = rest;
  const wanted = results.map(({ node }) => node);
  const leaf = (operation: LeafOperation): Code => {
    if (operation.kind !== 'value') throw new RangeError(`a clock among what moves: ${operation.quantity}`);
    const stock = rest.stockAt(graph.add({ kind: 'slot', slot: operation.slot }));
    if (stock === undefined) throw new RangeError(`slot ${operation.slot} is no stock`);
    return element('state', stock);
  };
  const own = nodesBelow(graph, wanted).filter((id) => moving.has(id));
  const printed = (lines: readonly string[], part: string): string =>
    `function ${part}(${parameters}) {\n${lines.join('\n')}\n}`;
  if (own.length <= MOST_IN_ONE) {
    const block = printBlock({ graph, roots: wanted, known, prefix: 't', leaf });
    const stores = results.map(({ target, node }) => `${target} = ${block.codeOf(node)};`);
    return { source: printed([...block.statements, ...stores], name), workCount: 0 };
  }

  const lastUse = new Map<NodeId, number>();
  for (const [index, id] of own.entries()) {
    for (const operand of graph.at(id).operands) lastUse.set(operand, Math.floor(index / MOST_IN_ONE));
  }
  for (const id of wanted) lastUse.set(id, Number.POSITIVE_INFINITY);
  const handedOn = new Map(known);
  const parts: string[] = [];
  let workCount = 0;
  for (let from = 0; from < own.length; from += MOST_IN_ONE) {
    const part = parts.length;
    const later = own.slice(from, from + MOST_IN_ONE).filter((id) => (lastUse.get(id) ?? 0) > part);
    const block = printBlock({ graph, roots: later, known: handedOn, nameRoots: true, prefix: 't', leaf });
    const stores = later.map((id, index) => `work[${workCount + index}] = ${block.codeOf(id)};`);
    parts.push(printed([...block.statements, ...stores], `${name}${part}`));
    for (const id of later) {
      handedOn.set(id, element('work', workCount));
      workCount += 1;
    }
  }
  const last = printBlock({ graph, roots: wanted, known: handedOn, prefix: 't', leaf });
  const stores = results.map(({ target, node }) => `${target} = ${last.codeOf(node)};`);
  const calls = parts.map((_, index) => `${name}${index}(${parameters});`);
  parts.push(printed([...calls, ...last.statements, ...stores], name));
  return { source: parts.join('\n'), workCount };
}
