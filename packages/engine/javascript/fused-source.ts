import { type Block, type BlockRequest, printBlock } from './block.js';
import { type Code, clockWord, element, infix, local, numberCode, shifted, word } from './code.js';
import type { NodeId } from './graph.js';
import { functionSource, PARAMETERS } from './kernel-source.js';
import { type Motion, varyingNodes } from './motion.js';
import type { LeafOperation } from './print-operation.js';
import { leafInValues } from './settle-source.js';

/**
 * Euler and the Runge-Kutta methods as one loop each: stocks and shared expressions in locals, and whatever does
 * not change during the run computed once before the loop. Memories and what is settled once a step stay in
 * `values`.
 */
export function fusedSource(motion: Motion): string {
  const { stocks, held } = motion.program;
  const each = (line: (stock: number, slot: number) => string): string[] =>
    stocks.map(({ slot }, stock) => line(stock, slot));
  const { statements: before, known } = invariants(motion);
  const load = each((stock, slot) => `let ${local('s', stock)} = ${element('values', slot)};`);
  const store = each((stock, slot) => `${element('values', slot)} = ${local('s', stock)};`);
  const usesTime = motion.needed.some((id) => {
    const { operation } = motion.graph.at(id);
    return operation.kind === 'clock' && operation.quantity === 'time';
  });
  const codeAt = (block: Block, ids: readonly NodeId[], index: number): Code => {
    const id = ids[index];
    return id === undefined ? numberCode(Number.NaN) : block.codeOf(id);
  };
  const rateOf = (block: Block, stock: number): Code => codeAt(block, motion.rates, stock);
  const pending = (block: Block, declare: string): string[] =>
    held.map((_, index) => `${declare}${local('v', index)} = ${codeAt(block, motion.next, index)};`);
  const commit = held.map(({ slot, delay }, index) => {
    const value = local('v', index);
    const next = delay === undefined ? value : shifted(element('memory', index), value);
    return `${element('values', slot)} = ${next};`;
  });

  const atStep = loopBody(motion, known, 's', 'computed');
  const euler = functionSource('euler', PARAMETERS.advance, [
    ...before,
    ...load,
    'for (let k = step, end = step + steps; k < end; k += 1) {',
    ...(usesTime ? ['const time = start + k * dt;'] : []),
    ...atStep.statements,
    ...pending(atStep, 'const '),
    ...each((stock) => {
      const change = infix('*', word('dt'), rateOf(atStep, stock));
      return `const ${local('n', stock)} = ${infix('+', local('s', stock), change)};`;
    }),
    ...each((stock) => `${local('s', stock)} = ${local('n', stock)};`),
    ...commit,
    '}',
    ...store,
  ]);

  const atStage = loopBody(motion, known, 'y', 'by stage');
  const rungeKutta = functionSource('rungeKutta', PARAMETERS.stages, [
    'const count = offsets.length, part = dt / divisor;',
    ...before,
    ...load,
    'for (let k = step, end = step + steps; k < end; k += 1) {',
    ...each((stock) => `let ${local('r', stock)} = 0, ${local('sum', stock)} = 0;`),
    ...held.map((_, index) => `let ${local('v', index)} = 0;`),
    'for (let stage = 0; stage < count; stage += 1) {',
    'const h = offsets[stage] * dt, weight = weights[stage];',
    ...(usesTime ? ['const time = start + k * dt + h;'] : []),
    ...each((stock) => {
      const shift = infix('*', word('h'), local('r', stock));
      return `const ${local('y', stock)} = ${infix('+', local('s', stock), shift)};`;
    }),
    ...atStage.statements,
    ...(held.length === 0 ? [] : ['if (stage === 0) {', ...pending(atStage, ''), '}']),
    ...each((stock) => `${local('r', stock)} = ${rateOf(atStage, stock)};`),
    ...each((stock) => {
      const weighted = infix('*', word('weight'), local('r', stock));
      return `${local('sum', stock)} = ${infix('+', local('sum', stock), weighted)};`;
    }),
    '}',
    ...each((stock) => {
      const change = infix('*', word('part'), local('sum', stock));
      return `${local('s', stock)} = ${infix('+', local('s', stock), change)};`;
    }),
    ...commit,
    '}',
    ...store,
  ]);
  return euler + rungeKutta;
}

/** The rates of all stocks at one time within a step, as one function. */
export function fusedRatesSource({ graph, rates }: Motion): string {
  const block = printBlock({ graph, roots: rates, prefix: 't', frozen: 'read', leaf: leafInValues });
  return functionSource('rates', PARAMETERS.rates, [
    'const time = start + k * dt + h;',
    ...block.statements,
    ...rates.map((id, stock) => `${element('rate', stock)} = ${block.codeOf(id)};`),
  ]);
}

/** Statements before the loop, and the names of what they compute. */
function invariants(motion: Motion): {
  statements: readonly string[];
  known: ReadonlyMap<NodeId, Code>;
} {
  const { graph, rates, next, needed } = motion;
  const varying = varyingNodes(motion);
  const usedByLoop = [
    ...needed.filter((id) => varying.has(id)).flatMap((id) => graph.at(id).operands),
    ...rates,
    ...next,
  ];
  const roots = [...new Set(usedByLoop)].filter(
    (id) => !varying.has(id) && graph.at(id).operation.kind !== 'constant',
  );
  const block = printBlock({
    graph,
    roots,
    nameRoots: true,
    prefix: 'c',
    frozen: 'computed',
    leaf: leafInValues,
  });
  return { statements: block.statements, known: new Map(roots.map((id) => [id, block.codeOf(id)])) };
}

/** Statements of the loop that compute what the rates and memories share, with stocks in locals of this kind. */
function loopBody(
  { program, graph, rates, next }: Motion,
  known: ReadonlyMap<NodeId, Code>,
  stockKind: 's' | 'y',
  frozen: Exclude<BlockRequest['frozen'], undefined>,
): Block {
  const stockAt = new Map(program.stocks.map(({ slot }, stock) => [slot, stock]));
  const leaf = (operation: LeafOperation): Code => {
    if (operation.kind === 'clock') return clockWord(operation.quantity);
    const stock = stockAt.get(operation.slot);
    return stock === undefined ? element('values', operation.slot) : local(stockKind, stock);
  };
  return printBlock({ graph, roots: [...rates, ...next], known, prefix: 't', frozen, leaf });
}
