import { causeTree } from '@weir/model';
import type { Command } from 'commander';
import { addTreeVerb } from '../checks/tree-verb.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Examples:
  weir causes MODEL Price
  weir causes MODEL "Name with blanks" --depth 3
`;

/** Adds `weir causes`: what a variable depends on. */
export function addCauses(program: Command, verb: Verb): void {
  addTreeVerb(program, verb, {
    name: 'causes',
    description: 'Show what a variable depends on, as a tree.',
    examples: EXAMPLES,
    tree: causeTree,
  });
}
