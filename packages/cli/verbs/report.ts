import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ReportInput, reportFigures, reportPage, reportTables } from '@weir/report';
import { writeFileWhole } from '@weir/study/node';
import type { Command } from 'commander';
import { addRunOptions, type RunOptions, runRequest } from '../arguments/run-options.js';
import { EXIT } from '../exit-code.js';
import { dataFailure, valueOrFail } from '../failure.js';
import { checkOutFolder } from '../files/check-out.js';
import { openModel } from '../files/open-model.js';
import { comparisonCsv } from '../print/comparison-csv.js';
import { comparisonText } from '../print/comparison-text.js';
import { printWidth } from '../print/width.js';
import { compare } from './compare-runs.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Examples:
  weir report massachusetts
  weir report massachusetts --until equilibrium --out long-run
  weir report massachusetts --corrections code --out corrected
`;

/** Folder under which reports stand where nobody names one. */
const DEFAULT_PARENT = 'out';

/** Model time between the points of the path figure. */
const PATH_STEP = 1;

type Options = RunOptions & { readonly out?: string; readonly notes: boolean };

/** Adds `weir report`: a page with everything, its tables and figures beside it. */
export function addReport(program: Command, verb: Verb): void {
  const command = program
    .command('report <MODEL>')
    .description('Compare all scenarios and write a page that opens in a browser.');
  addRunOptions(command)
    .option('--out <FOLDER>', `folder to write (default: ${DEFAULT_PARENT}/ and the name of the model)`)
    .option('--no-notes', 'leave out the lines under the table')
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
  const inForce = prepared.corrections.flatMap((id) => prepared.offered?.corrections.get(id) ?? []);
  const input: ReportInput = { comparison, study, model: prepared.model, corrections: inForce };
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

function writeFiles(
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw dataFailure(
      'cannot-write',
      `The folder '${folder}' could not be made.`,
      'Choose another with --out.',
    );
  }
  for (const file of files) valueOrFail(writeFileWhole(join(folder, file.name), file.text), EXIT.data);
}
