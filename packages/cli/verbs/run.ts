import {
  jsonText,
  type PreparedStudy,
  planScenario,
  type RunDocument,
  type RunRequest,
  runScenario,
  runsCsv,
  seriesCsv,
} from '@weir/study';
import type { Command } from 'commander';
import { addOutputOptions, type Format, formatOf, type OutputOptions } from '../arguments/output-options.js';
import { addRunOptions, addSaveEvery, type RunOptions, runRequest } from '../arguments/run-options.js';
import { EXIT } from '../exit-code.js';
import { valueOrFail } from '../failure.js';
import { checkOutFile } from '../files/check-out.js';
import { deliver } from '../files/deliver.js';
import { openModel } from '../files/open-model.js';
import { addLink, modelGiven, openLinked } from '../link/link-option.js';
import { noteLines } from '../print/notes.js';
import { startProgress } from '../print/progress.js';
import { runTable, seriesTable } from '../print/run-table.js';
import { printWidth } from '../print/width.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Examples:
  weir run MODEL
  weir run MODEL --scenario ID --until equilibrium
  weir run MODEL --set NAME=0.5 OTHER=2@12+6
  weir run MODEL --table NAME=series.csv --until 120
  weir run MODEL --until 120 --save-every 12 --format csv
  weir run --link '#v=1&m=MODEL&s=SCENARIO,NAME:0.5&t=60' --format json
`;

type Options = RunOptions & OutputOptions & { readonly scenario?: string; readonly link?: string };

/** Adds `weir run`: one scenario of a model. */
export function addRun(program: Command, verb: Verb): void {
  const command = program.command('run [MODEL]').description('Run one scenario of a model.');
  command.option('--scenario <ID>', 'scenario of the study (default: its baseline)');
  addLink(addSaveEvery(addRunOptions(command)));
  addOutputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((model: string | undefined, options: Options) => run(verb, command, model, options));
}

async function run(verb: Verb, command: Command, model: string | undefined, options: Options): Promise<void> {
  const { io } = verb;
  const format = formatOf(options);
  if (options.out !== undefined) checkOutFile(options.out);
  const { prepared, request } =
    options.link === undefined
      ? asked(verb, modelGiven(model), options)
      : await linked(verb, command, options.link, model, options);
  valueOrFail(planScenario(prepared, request), EXIT.usage);
  const progress = startProgress(io);
  const outcome = runScenario(prepared, request, progress.report);
  progress.end();
  const document = valueOrFail(outcome, EXIT.data);
  verb.warn(outcome.diagnostics);
  deliver(io, resultText(prepared, document, format, options.notes, printWidth(io)), options.out);
}

interface Asked {
  readonly prepared: PreparedStudy;
  readonly request: RunRequest;
}

function asked(verb: Verb, model: string, options: Options): Asked {
  const prepared = openModel(verb, model, options.corrections);
  const { scenario } = options;
  const request = runRequest(options, prepared.defaultUntil);
  return { prepared, request: scenario === undefined ? request : { ...request, scenario } };
}

/** The run of a link; what a link does not say can be given beside it. */
async function linked(
  verb: Verb,
  command: Command,
  link: string,
  model: string | undefined,
  { saveEvery, seed, backend, table }: Options,
): Promise<Asked> {
  const { prepared, request } = await openLinked(verb, command, link, model);
  return {
    prepared,
    request: {
      ...request,
      backend,
      ...(saveEvery === undefined ? {} : { saveEvery }),
      ...(seed === undefined ? {} : { seed }),
      ...(table === undefined ? {} : { tables: table }),
    },
  };
}

function resultText(
  { study, program }: PreparedStudy,
  document: RunDocument,
  format: Format,
  notes: boolean,
  width: number,
): string {
  if (format === 'json') return jsonText(document);
  if (format === 'csv') return document.series === undefined ? runsCsv([document]) : seriesCsv([document]);
  const lines = [...runTable(study, document, width)];
  if (document.series !== undefined) lines.push('', ...seriesTable(study, document, width));
  if (notes) {
    lines.push('', ...noteLines(study, document.settings, [document], program.timeUnits, width));
    lines.push('All digits, stocks and inputs: --format json.');
  }
  return `${lines.join('\n')}\n`;
}
