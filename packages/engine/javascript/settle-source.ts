import type { Assignment, Slot } from '../lower/program.js';
import { type BlockRequest, printBlock } from './block.js';
import { type Code, clockWord, element } from './code.js';
import { Graph } from './graph.js';
import { functionSource, PARAMETERS } from './kernel-source.js';
import type { LeafOperation } from './print-operation.js';

/** Assignments of one generated function: JavaScript engines do not optimise functions without end. */
const CHUNK = 100;

/** Generated functions, and the statements that call them. */
export interface SettleSource {
  readonly source: string;
  readonly calls: readonly string[];
}

/**
 * Functions that settle assignments in order into `values`, a chunk at a time. Their calls expect the
 * names of `PARAMETERS.settle` in scope.
 *
 * @param prefix - Beginning of the functions' names, distinct in the kernel.
 * @param oncePerStep - Slots that keep what stands in `values` at every stage but the first.
 */
export function settleSource(
  prefix: string,
  assignments: readonly Assignment[],
  oncePerStep: ReadonlySet<Slot>,
): SettleSource {
  return inChunks(prefix, `${PARAMETERS.settle}`, assignments, (chunk) => {
    const graph = new Graph();
    const roots = chunk.map(({ slot, node }) => {
      const added = graph.add(node);
      const id = oncePerStep.has(slot) ? graph.freeze(slot, added) : added;
      graph.define(slot, id);
      return id;
    });
    const block = printBlock({
      graph,
      roots,
      nameRoots: true,
      prefix: 't',
      frozen: 'by stage',
      leaf: leafInValues,
    });
    const stores = chunk.map(({ slot }, index) => {
      const root = roots[index];
      return root === undefined ? '' : `${element('values', slot)} = ${block.codeOf(root)};`;
    });
    return [...block.statements, ...stores];
  });
}

/** As {@link settleSource}, at the first step, except for slots that are given from outside. */
export function initialiseSource(prefix: string, assignments: readonly Assignment[]): SettleSource {
  return inChunks(prefix, `given, ${PARAMETERS.settle}`, assignments, (chunk) =>
    chunk.flatMap(({ slot, node }) => {
      const graph = new Graph();
      const root = graph.add(node);
      const block = printBlock({ graph, roots: [root], prefix: 't', frozen: 'computed', leaf: leafInValues });
      return [
        `if (${element('given', slot)} !== 1) {`,
        ...block.statements,
        `${element('values', slot)} = ${block.codeOf(root)};`,
        '}',
      ];
    }),
  );
}

function inChunks(
  prefix: string,
  parameters: string,
  assignments: readonly Assignment[],
  print: (chunk: readonly Assignment[]) => readonly string[],
): SettleSource {
  const sources: string[] = [];
  const calls: string[] = [];
  for (let from = 0; from < assignments.length; from += CHUNK) {
    const name = `${prefix}${calls.length}`;
    sources.push(functionSource(name, parameters, print(assignments.slice(from, from + CHUNK))));
    calls.push(`${name}(${parameters});`);
  }
  return { source: sources.join(''), calls };
}

/** Where leaves live when nothing is kept in locals. */
export const leafInValues: BlockRequest['leaf'] = (operation: LeafOperation): Code =>
  operation.kind === 'value' ? element('values', operation.slot) : clockWord(operation.quantity);
