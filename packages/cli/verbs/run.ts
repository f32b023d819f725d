import {
  jsonText,
  type PreparedStudy,
  planScenario,
  type RunDocument,
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
`;

type Options = RunOptions & OutputOptions & { readonly scenario?: string };

/** Adds `weir run`: one scenario of a model. */
export function addRun(program: Command, verb: Verb): void {
  const command = program.command('run <MODEL>').description('Run one scenario of a model.');
  command.option('--scenario <ID>', 'scenario of the study (default: its baseline)');
  addSaveEvery(addRunOptions(command));
  addOutputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((model: string, options: Options) => run(verb, model, options));
}

function run(verb: Verb, model: string, options: Options): void {
  const { io } = verb;
  const format = formatOf(options);
  if (options.out !== undefined) checkOutFile(options.out);
  const prepared = openModel(verb, model, options.corrections);
  const request = {
    ...runRequest(options, prepared.defaultUntil),
    ...(options.scenario === undefined ? {} : { scenario: options.scenario }),
  };
  valueOrFail(planScenario(prepared, request), EXIT.usage);
  const progress = startProgress(io);
  const outcome = runScenario(prepared, request, progress.report);
  progress.end();
  const document = valueOrFail(outcome, EXIT.data);
  verb.warn(outcome.diagnostics);
  deliver(io, resultText(prepared, document, format, options.notes, printWidth(io)), options.out);
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
