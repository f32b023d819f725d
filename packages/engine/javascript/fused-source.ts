import { RK4_STAGES } from '../integrate/runge-kutta.js';
import type { Program } from '../lower/program.js';
import { rateNode } from '../lower/rate-node.js';
import { type Block, printBlock } from './block.js';
import { type Code, element, infix, local, numberCode, word } from './code.js';
import { Graph, type NodeId } from './graph.js';
import { functionSource, PARAMETERS } from './kernel-source.js';
import type { LeafOperation } from './print-operation.js';
import { leafInValues } from './settle-source.js';

/** The equations of motion as one graph: what the rates need and nothing else. */
export interface Motion {
  readonly program: Program;
  readonly graph: Graph;
  /** Rate of each stock, shape `[stocks]`. */
  readonly rates: readonly NodeId[];
  /** Nodes the rates need, operands first. */
  readonly needed: readonly NodeId[];
}

/** Gathers the equations of motion of a program. */
export function motionOf(program: Program): Motion {
  const graph = new Graph();
  for (const { slot, node } of program.dynamic) graph.define(slot, graph.add(node));
  const rates = program.stocks.map((stock) => graph.add(rateNode(stock)));
  const reached = new Set<NodeId>();
  const open = [...rates];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...graph.at(id).operands);
  }
  return { program, graph, rates, needed: [...reached].sort((a, b) => a - b) };
}

/**
 * Euler and RK4 as one loop each: stocks and shared expressions in locals, and whatever does not change
 * during the run computed once before the loop.
 */
export function fusedSource(motion: Motion): string {
  const stocks = motion.program.stocks;
  const each = (line: (stock: number, slot: number) => string): string[] =>
    stocks.map(({ slot }, stock) => line(stock, slot));
  const { statements: before, known } = invariants(motion);
  const load = each((stock, slot) => `let ${local('s', stock)} = ${element('values', slot)};`);
  const store = each((stock, slot) => `${element('values', slot)} = ${local('s', stock)};`);
  const usesTime = motion.needed.some((id) => {
    const { operation } = motion.graph.at(id);
    return operation.kind === 'clock' && operation.quantity === 'time';
  });
  const rateOf = (block: Block, stock: number): Code => {
    const rate = motion.rates[stock];
    return rate === undefined ? numberCode(Number.NaN) : block.codeOf(rate);
  };

  const atStep = loopBody(motion, known, 's');
  const euler = functionSource('euler', PARAMETERS.advance, [
    ...before,
    ...load,
    'for (let k = step, end = step + steps; k < end; k += 1) {',
    ...(usesTime ? ['const time = start + k * dt;'] : []),
    ...atStep.statements,
    ...each((stock) => {
      const change = infix('*', word('dt'), rateOf(atStep, stock));
      return `const ${local('n', stock)} = ${infix('+', local('s', stock), change)};`;
    }),
    ...each((stock) => `${local('s', stock)} = ${local('n', stock)};`),
    '}',
    ...store,
  ]);

  const atStage = loopBody(motion, known, 'y');
  const rk4 = functionSource('rk4', PARAMETERS.advance, [
    `const offsets = [${RK4_STAGES.map(({ offset }) => offset).join(', ')}];`,
    `const weights = [${RK4_STAGES.map(({ weight }) => weight).join(', ')}];`,
    'const sixth = dt / 6;',
    ...before,
    ...load,
    'for (let k = step, end = step + steps; k < end; k += 1) {',
    ...each((stock) => `let ${local('r', stock)} = 0, ${local('sum', stock)} = 0;`),
    `for (let stage = 0; stage < ${RK4_STAGES.length}; stage += 1) {`,
    'const h = offsets[stage] * dt, weight = weights[stage];',
    ...(usesTime ? ['const time = start + k * dt + h;'] : []),
    ...each((stock) => {
      const shift = infix('*', word('h'), local('r', stock));
      return `const ${local('y', stock)} = ${infix('+', local('s', stock), shift)};`;
    }),
    ...atStage.statements,
    ...each((stock) => `${local('r', stock)} = ${rateOf(atStage, stock)};`),
    ...each((stock) => {
      const weighted = infix('*', word('weight'), local('r', stock));
      return `${local('sum', stock)} = ${infix('+', local('sum', stock), weighted)};`;
    }),
    '}',
    ...each((stock) => {
      const change = infix('*', word('sixth'), local('sum', stock));
      return `${local('s', stock)} = ${infix('+', local('s', stock), change)};`;
    }),
    '}',
    ...store,
  ]);
  return euler + rk4;
}

/** Statements before the loop, and the names of what they compute. */
function invariants({ program, graph, rates, needed }: Motion): {
  statements: readonly string[];
  known: ReadonlyMap<NodeId, Code>;
} {
  const stocks = new Set(program.stocks.map(({ slot }) => slot));
  const varying = new Set<NodeId>();
  for (const id of needed) {
    const { operation, operands } = graph.at(id);
    const moves =
      operation.kind === 'input' ||
      (operation.kind === 'clock' && operation.quantity === 'time') ||
      (operation.kind === 'value' && stocks.has(operation.slot));
    if (moves || operands.some((operand) => varying.has(operand))) varying.add(id);
  }
  const usedByLoop = [
    ...needed.filter((id) => varying.has(id)).flatMap((id) => graph.at(id).operands),
    ...rates,
  ];
  const roots = [...new Set(usedByLoop)].filter(
    (id) => !varying.has(id) && graph.at(id).operation.kind !== 'constant',
  );
  const block = printBlock({ graph, roots, nameRoots: true, prefix: 'c', leaf: leafInValues });
  return { statements: block.statements, known: new Map(roots.map((id) => [id, block.codeOf(id)])) };
}

/** Statements of the loop that compute what the rates share, with stocks in locals of this kind. */
function loopBody(
  { program, graph, rates }: Motion,
  known: ReadonlyMap<NodeId, Code>,
  stockKind: 's' | 'y',
): Block {
  const stockAt = new Map(program.stocks.map(({ slot }, stock) => [slot, stock]));
  const leaf = (operation: LeafOperation): Code => {
    if (operation.kind === 'clock') return word(operation.quantity);
    const stock = stockAt.get(operation.slot);
    return stock === undefined ? element('values', operation.slot) : local(stockKind, stock);
  };
  return printBlock({ graph, roots: rates, known, prefix: 't', leaf });
}
