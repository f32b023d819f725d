import type { CanonicalName, Model, TreeNode } from '@weir/model';
import { jsonText } from '@weir/study';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { addCorrections } from '../arguments/run-options.js';
import { openModel } from '../files/open-model.js';
import { printWidth } from '../print/width.js';
import type { Verb } from '../verbs/verb.js';
import { namedVariable } from './named-variable.js';
import { DEEPEST, treeDocument, treeLines } from './tree-lines.js';

const DEFAULT_DEPTH = 2;

/** What tells `weir causes` from `weir uses`. */
export interface TreeVerb {
  readonly name: 'causes' | 'uses';
  readonly description: string;
  readonly examples: string;
  readonly tree: (model: Model, key: CanonicalName, depth: number) => TreeNode | undefined;
}

interface Options {
  readonly corrections: readonly string[];
  readonly depth: number;
  readonly format: 'table' | 'json';
}

/** Adds a verb that shows a tree around a variable. */
export function addTreeVerb(
  program: Command,
  verb: Verb,
  { name, description, examples, tree }: TreeVerb,
): void {
  const command = program
    .command(`${name} <MODEL> <VARIABLE>`)
    .description(description)
    .option('--depth <N>', `levels to show, 1 to ${DEEPEST}`, depth, DEFAULT_DEPTH)
    .addOption(
      new Option('--format <FORM>', 'form of the result').choices(['table', 'json']).default('table'),
    );
  addCorrections(command)
    .addHelpText('after', examples)
    .action((reference: string, typed: string, options: Options) => {
      const { io } = verb;
      const prepared = openModel(verb, reference, options.corrections);
      const variable = namedVariable(prepared, typed);
      const root = tree(prepared.model, variable.key, options.depth);
      if (root === undefined) return;
      if (options.format === 'json') {
        const { links, ...own } = treeDocument(root);
        io.out(
          jsonText({ model: prepared.study.id, variable: own.name, depth: options.depth, [name]: links }),
        );
        return;
      }
      const lines = treeLines(root, printWidth(io));
      const none =
        root.children.length === 0
          ? [name === 'causes' ? 'Nothing: it is a constant.' : 'Nothing uses it.']
          : [];
      io.out(`${[...lines, ...none].join('\n')}\n`);
    });
}

function depth(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= DEEPEST) return value;
  throw new InvalidArgumentError(`Give a whole number from 1 to ${DEEPEST}.`);
}
