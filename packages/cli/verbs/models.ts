import { jsonText } from '@weir/study';
import { bundledStudies, openStudy } from '@weir/study/node';
import { type Command, Option } from 'commander';
import { EXIT } from '../exit-code.js';
import { valueOrFail } from '../failure.js';
import { tableLines } from '../print/table.js';
import { printWidth } from '../print/width.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Example:
  weir models
`;

/** Adds `weir models`: the models that come with Weir. */
export function addModels(program: Command, verb: Verb): void {
  program
    .command('models')
    .description('List the bundled models.')
    .addOption(
      new Option('--format <FORM>', 'form of the result').choices(['table', 'json']).default('table'),
    )
    .addHelpText('after', EXAMPLES)
    .action(({ format }: { readonly format: 'table' | 'json' }) => {
      const { io } = verb;
      const models = bundledStudies(io.modelsFolder).map((name) => {
        const options = io.modelsFolder === undefined ? {} : { modelsFolder: io.modelsFolder };
        const { study } = valueOrFail(openStudy(name, options), EXIT.data);
        return {
          name,
          version: study.version,
          title: study.title,
          scenarios: study.scenarios.map(({ id }) => id),
        };
      });
      if (format === 'json') {
        io.out(jsonText({ models }));
        return;
      }
      const lines = tableLines(
        [
          { head: 'Name', align: 'left' },
          { head: 'Version', align: 'left' },
          { head: 'Title', align: 'left', wraps: true },
        ],
        models.map(({ name, version, title }) => [name, version, title]),
        printWidth(io),
      );
      io.out(`${lines.join('\n')}\n`);
    });
}
