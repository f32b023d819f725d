import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ReportInput, reportFigures, reportPage, reportTables } from '@weir/report';
import { type Command, Option } from 'commander';
import { addRunOptions, type RunOptions, runRequest } from '../arguments/run-options.js';
import { checkOutFolder } from '../files/check-out.js';
import { openModel } from '../files/open-model.js';
import { writeFiles } from '../files/write-files.js';
import { comparisonCsv } from '../print/comparison-csv.js';
import { comparisonText } from '../print/comparison-text.js';
import { printWidth } from '../print/width.js';
import { compare } from './compare-runs.js';
import { type AssuranceDepth, assuranceOf } from './report-assurance.js';
import { experimentsOf, leversOf } from './report-parts.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Examples:
  weir report MODEL
  weir report MODEL --until equilibrium --out long-run
  weir report MODEL --from equilibrium --begin 12 --until 120 --out transition
  weir report MODEL --corrections A1 --out corrected
`;

/** Folder under which reports stand where nobody names one. */
const DEFAULT_PARENT = 'out';

/** Model time between the points of the path figure. */
const PATH_STEP = 1;

type Options = RunOptions & {
  readonly out?: string;
  readonly notes: boolean;
  readonly experiments: boolean;
  readonly depth: AssuranceDepth;
};

/** Adds `weir report`: a page with everything, its tables and figures beside it. */
export function addReport(program: Command, verb: Verb): void {
  const command = program
    .command('report <MODEL>')
    .description('Compare all scenarios and write a page that opens in a browser.');
  addRunOptions(command)
    .option('--out <FOLDER>', `folder to write (default: ${DEFAULT_PARENT}/ and the name of the model)`)
    .option('--no-notes', 'leave out the lines under the table')
    .option('--no-experiments', 'run no experiments for the page')
    .addOption(
      new Option('--depth <HOW>', 'how far to look into how sure results are')
        .choices(['all', 'quick', 'none'])
        .default('all'),
    )
    .addHelpText('after', EXAMPLES)
    .action((model: string, options: Options) => report(verb, model, options));
}

async function report(verb: Verb, model: string, options: Options): Promise<void> {
  const { io } = verb;
  if (options.out !== undefined) checkOutFolder(options.out);
  const prepared = openModel(verb, model, options.corrections);
  const { study } = prepared;
  const request = { ...runRequest(options, prepared.defaultUntil), saveEvery: PATH_STEP };
  const comparison = await compare(verb, prepared, [], request);
  const opened = options.corrections.length === 0 ? prepared : openModel(verb, model, []);
  const inForce = prepared.corrections.flatMap((id) => prepared.offered?.corrections.get(id) ?? []);
  const input: ReportInput = {
    comparison,
    study,
    model: prepared.model,
    corrections: inForce,
    experiments: options.experiments ? experimentsOf(verb, model, prepared) : [],
    ...leversOf(verb, prepared),
    ...assuranceOf(opened, prepared, options.depth),
  };
  const folder = options.out ?? join(DEFAULT_PARENT, study.id);
  writeFiles(folder, [
    ...reportTables(input),
    ...reportFigures(input),
    { name: 'comparison.csv', text: comparisonCsv(study, comparison) },
    { name: 'report.html', text: reportPage(input) },
  ]);
  const detail = { scenarios: [], outcomes: 'headline', notes: options.notes } as const;
  io.out(comparisonText(prepared, comparison, detail, printWidth(io)));
  const page = resolve(folder, 'report.html');
  const corrected =
    prepared.corrections.length === 0 ? '' : ` --corrections ${prepared.corrections.join(',')}`;
  io.out(
    `\nAll outcomes: weir compare ${model}${corrected}\nReport:       ${fromHere(page)}\n              ${pathToFileURL(page).href}\n`,
  );
}

/** A path as a person in the current folder would write it. */
function fromHere(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}
