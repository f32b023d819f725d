import { renderSvg, stockFlowDiagram, viewTitle } from '@weir/figures';
import type { Model } from '@weir/model';
import { didYouMean, WEIR_VERSION } from '@weir/study';
import { Argument, type Command } from 'commander';
import { dataFailure, usageFailure } from '../failure.js';
import { checkOutFile } from '../files/check-out.js';
import { deliver } from '../files/deliver.js';
import { openModel } from '../files/open-model.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Examples:
  weir figure massachusetts diagram --out massachusetts.svg
  weir figure population.xmile diagram --view 2 --out population.svg
`;

interface Options {
  readonly view?: string;
  readonly out: string;
}

/** Adds `weir figure`: a figure of a model as an SVG file. */
export function addFigure(program: Command, verb: Verb): void {
  program
    .command('figure <MODEL>')
    .description('Draw a figure of a model as SVG.')
    .addArgument(new Argument('<FIGURE>', 'which figure').choices(['diagram']))
    .option('--view <NAME|N>', 'view of the model file, by title or by number from 1 (default: 1)')
    .requiredOption('--out <FILE.svg>', 'file to write')
    .addHelpText('after', EXAMPLES)
    .action((model: string, _figure: string, options: Options) => {
      checkOutFile(options.out);
      const prepared = openModel(verb, model);
      const diagram = stockFlowDiagram(prepared.model, viewIndex(prepared.model, options.view), {
        metadata: { weir: WEIR_VERSION, model: prepared.study.id, limits: prepared.study.limits.strip },
      });
      deliver(verb.io, `${renderSvg(diagram)}\n`, options.out);
    });
}

/**
 * The view that a person names: by number from 1, or by title in any case.
 *
 * @throws Failure: usage for an unknown view, data where the model file has none.
 */
function viewIndex(model: Model, wanted: string | undefined): number {
  const drawn = model.views.findIndex((view) => view.items.length > 0);
  if (drawn < 0) {
    throw dataFailure(
      'no-view',
      `The model file '${model.source.file}' has no diagram.`,
      'Add one in an XMILE editor.',
    );
  }
  if (wanted === undefined) return drawn;
  const byName = model.views.findIndex((view) => viewTitle(view)?.toLowerCase() === wanted.toLowerCase());
  if (byName >= 0) return byName;
  const number = /^\d+$/.test(wanted) ? Number(wanted) : 0;
  if (number >= 1 && number <= model.views.length) return number - 1;
  const names = model.views.flatMap((view) => viewTitle(view) ?? []);
  const near = didYouMean(wanted, names);
  throw usageFailure(
    'unknown-view',
    `The model has no view '${wanted}'.`,
    `${near === undefined ? '' : `${near} `}It has ${model.views.length}: give a number from 1, or a name${names.length === 0 ? '' : ` (${names.join(', ')})`}.`,
  );
}
