import { useTree } from '@weir/model';
import type { Command } from 'commander';
import { addTreeVerb } from '../checks/tree-verb.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Examples:
  weir uses MODEL Price
  weir uses MODEL "Name with blanks" --depth 3
`;

/** Adds `weir uses`: what depends on a variable. */
export function addUses(program: Command, verb: Verb): void {
  addTreeVerb(program, verb, {
    name: 'uses',
    description: 'Show what depends on a variable, as a tree.',
    examples: EXAMPLES,
    tree: useTree,
  });
}
