import { type DataTable, experimentCharts, renderSvg } from '@weir/figures';
import { csv } from '@weir/report';
import {
  didYouMean,
  type Experiment,
  type ExperimentResult,
  type Experiments,
  jsonText,
  type PreparedStudy,
  runExperiment,
} from '@weir/study';
import { openExperiments } from '@weir/study/node';
import { type Command, Option } from 'commander';
import { addCorrections } from '../arguments/run-options.js';
import { EXIT } from '../exit-code.js';
import { usageFailure, valueOrFail } from '../failure.js';
import { checkOutFolder } from '../files/check-out.js';
import { openModel } from '../files/open-model.js';
import { writeFiles } from '../files/write-files.js';
import { ascii } from '../print/ascii.js';
import { tableLines } from '../print/table.js';
import { printWidth } from '../print/width.js';
import { wrap } from '../print/wrap.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Experiments stand in experiments.yaml beside the study; docs/experiments.md
tells what there can be: response surfaces, actions side by side, loops.

Examples:
  weir experiment MODEL --list
  weir experiment MODEL actions
  weir experiment MODEL --out experiments
`;

interface Options {
  readonly corrections: readonly string[];
  readonly list?: true;
  readonly format: 'table' | 'json';
  readonly out?: string;
}

/** Adds `weir experiment`: the experiments of a study. */
export function addExperiment(program: Command, verb: Verb): void {
  const command = program
    .command('experiment <MODEL> [ID]')
    .description('Run experiments: response surfaces, actions side by side, loops over time.')
    .option('--list', 'list the experiments and run none');
  addCorrections(command)
    .addOption(
      new Option('--format <FORM>', 'form of the result').choices(['table', 'json']).default('table'),
    )
    .option('--out <FOLDER>', 'also write figures, tables and results to a folder')
    .addHelpText('after', EXAMPLES)
    .action((model: string, id: string | undefined, options: Options) =>
      experiment(verb, model, id, options),
    );
}

function experiment(verb: Verb, reference: string, id: string | undefined, options: Options): void {
  const { io } = verb;
  if (options.out !== undefined) checkOutFolder(options.out);
  const prepared = openModel(verb, reference, options.corrections);
  const where = io.modelsFolder === undefined ? {} : { modelsFolder: io.modelsFolder };
  const found = valueOrFail(openExperiments(reference, where), EXIT.data);
  const width = printWidth(io);
  if (options.list === true) {
    io.out(`${[...found.experiments.values()].flatMap((one) => listLines(one, width)).join('\n')}\n`);
    return;
  }
  const results: ExperimentResult[] = [];
  for (const one of chosen(found, id)) {
    const outcome = runExperiment(prepared, one);
    verb.warn(outcome.diagnostics);
    results.push(valueOrFail(outcome, EXIT.data));
  }
  if (options.out !== undefined) writeFiles(options.out, filesOf(prepared, results));
  const text =
    options.format === 'json'
      ? jsonText({ experiments: results.map(plain) })
      : `${results.flatMap((result) => resultLines(prepared, result, width)).join('\n')}\n`;
  io.out(text);
  if (options.out !== undefined) io.err(`Written: ${options.out}\n`);
}

function chosen({ experiments }: Experiments, id: string | undefined): readonly Experiment[] {
  if (id === undefined) return [...experiments.values()];
  const found = experiments.get(id);
  if (found !== undefined) return [found];
  const known = [...experiments.keys()];
  const hint = `${didYouMean(id, known) ?? ''} The experiments are ${known.join(', ')}.`.trim();
  throw usageFailure('unknown-experiment', `There is no experiment '${id}'.`, hint);
}

function listLines({ id, title, question }: Experiment, width: number): readonly string[] {
  return [...wrap(`${id}: ${title}`, width), ...wrap(question, width), ''];
}

function resultLines({ study }: PreparedStudy, result: ExperimentResult, width: number): readonly string[] {
  const { title, question, limit } = result.experiment;
  const tables = experimentCharts(study, result).flatMap(({ table, title: sentence }) => [
    ...wrap(ascii(sentence), width),
    '',
    ...dataLines(table, width),
    '',
  ]);
  return [
    ...wrap(title, width),
    ...wrap(question, width),
    '',
    ...tables,
    ...wrap(`Limit: ${limit}`, width),
    '',
  ];
}

function dataLines(table: DataTable, width: number): readonly string[] {
  const columns = table.columns.map(({ label }, place) => ({
    head: label,
    align: place === 0 ? ('left' as const) : ('right' as const),
    ...(place === 0 ? { wraps: true } : {}),
  }));
  const rows = table.rows.map((row) =>
    row.map((cell) => ascii(typeof cell === 'string' ? cell : cell.shown)),
  );
  return tableLines(columns, rows, width);
}

function filesOf({ study }: PreparedStudy, results: readonly ExperimentResult[]) {
  return results.flatMap((result) => [
    { name: `${result.experiment.id}.json`, text: jsonText(plain(result)) },
    ...experimentCharts(study, result).flatMap(({ id, node, table }) => [
      { name: `${id}.svg`, text: `<?xml version="1.0" encoding="UTF-8"?>\n${renderSvg(node)}\n` },
      { name: `${table.id}.csv`, text: csv(table) },
    ]),
  ]);
}

/** A result as JSON holds it: maps as objects. */
function plain(result: ExperimentResult): object {
  return { ...result, experiment: { ...result.experiment, set: Object.fromEntries(result.experiment.set) } };
}
