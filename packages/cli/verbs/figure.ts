import { renderSvg, stockFlowDiagram, viewTitle } from '@weir/figures';
import type { Model } from '@weir/model';
import { csv } from '@weir/report';
import { didYouMean, type SensitivityMethod, WEIR_VERSION } from '@weir/study';
import { Argument, type Command, Option } from 'commander';
import { dataFailure, usageFailure } from '../failure.js';
import { checkOutFile } from '../files/check-out.js';
import { deliver } from '../files/deliver.js';
import { openModel } from '../files/open-model.js';

import {
  drawSensitivityFigure,
  SENSITIVITY_FIGURES,
  type SensitivityFigure,
} from '../sensitivity/draw-figure.js';
import { addSensitivityOptions, type SensitivityOptions } from '../sensitivity/sensitivity-options.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Examples:
  weir figure MODEL diagram --out diagram.svg
  weir figure population.xmile diagram --view 2 --out population.svg
  weir figure MODEL prcc-map --ranges 20pct --n 5000 --out prcc.svg
  weir figure MODEL tornado --outcomes OUTCOME --out tornado.svg

Figures of sensitivity: oat-map and prcc-map (every input and outcome), curves,
tornado, scatter (rank residuals), convergence, interaction (Sobol' totals).
Each writes its numbers beside it, FILE.csv for FILE.svg.
`;

type Options = SensitivityOptions & {
  readonly view?: string;
  readonly by?: SensitivityMethod;
  readonly out: string;
};

/** Adds `weir figure`: a figure of a model as an SVG file. */
export function addFigure(program: Command, verb: Verb): void {
  const command = program
    .command('figure <MODEL>')
    .description('Draw a figure of a model as SVG.')
    .addArgument(new Argument('<FIGURE>', 'which figure').choices(['diagram', ...SENSITIVITY_FIGURES]))
    .requiredOption('--out <FILE.svg>', 'file to write')
    .option('--view <NAME|N>', 'diagram: view of the model file, by title or by number from 1 (default: 1)')
    .addOption(
      new Option('--by <METHOD>', 'convergence: the method shown (default: prcc)').choices([
        'morris',
        'prcc',
        'sobol',
        'shapley',
      ]),
    );
  addSensitivityOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((model: string, figure: 'diagram' | SensitivityFigure, options: Options) =>
      draw(verb, model, figure, options),
    );
}

async function draw(
  verb: Verb,
  model: string,
  figure: 'diagram' | SensitivityFigure,
  options: Options,
): Promise<void> {
  checkOutFile(options.out);
  const prepared = openModel(verb, model, options.corrections);
  if (figure !== 'diagram') {
    if (options.view !== undefined)
      throw usageFailure('no-view', `The figure ${figure} has no views.`, 'Leave out --view.');
    const { node, table } = await drawSensitivityFigure(verb, prepared, figure, options);
    deliver(verb.io, `${renderSvg(node)}\n`, options.out);
    deliver(verb.io, csv(table), options.out.replace(/\.svg$/i, '').concat('.csv'));
    return;
  }
  const diagram = stockFlowDiagram(prepared.model, viewIndex(prepared.model, options.view), {
    metadata: { weir: WEIR_VERSION, model: prepared.study.id, limits: prepared.study.limits.strip },
  });
  deliver(verb.io, `${renderSvg(diagram)}\n`, options.out);
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
