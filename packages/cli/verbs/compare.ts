import { type ComparisonDocument, jsonText, type PreparedStudy } from '@weir/study';
import { type Command, InvalidArgumentError } from 'commander';
import { addOutputOptions, type Format, formatOf, type OutputOptions } from '../arguments/output-options.js';
import { addRunOptions, type RunOptions, runRequest } from '../arguments/run-options.js';
import { checkOutFile } from '../files/check-out.js';
import { deliver } from '../files/deliver.js';
import { openModel } from '../files/open-model.js';
import { comparisonCsv } from '../print/comparison-csv.js';
import { comparisonText } from '../print/comparison-text.js';
import { printWidth } from '../print/width.js';
import { compare } from './compare-runs.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Examples:
  weir compare MODEL
  weir compare MODEL --scenarios FIRST,SECOND
  weir compare MODEL --until equilibrium --out comparison.csv
  weir compare MODEL --from equilibrium --begin 12+6 --until 120
  weir compare MODEL --corrections A1,B2
`;

type Options = RunOptions & OutputOptions & { readonly scenarios?: readonly string[] };

/** Adds `weir compare`: scenarios of a model set against its baseline. */
export function addCompare(program: Command, verb: Verb): void {
  const command = program.command('compare <MODEL>').description('Set scenarios against the baseline.');
  command.option('--scenarios <A,B>', 'scenarios to compare (default: all)', scenarioIds);
  addRunOptions(command);
  addOutputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((model: string, options: Options) => run(verb, model, options));
}

async function run(verb: Verb, model: string, options: Options): Promise<void> {
  const { io } = verb;
  const format = formatOf(options);
  if (options.out !== undefined) checkOutFile(options.out);
  const prepared = openModel(verb, model, options.corrections);
  const ids = options.scenarios ?? [];
  const comparison = await compare(verb, prepared, ids, runRequest(options, prepared.defaultUntil));
  deliver(io, resultText(prepared, comparison, ids, format, options.notes, printWidth(io)), options.out);
}

function resultText(
  prepared: PreparedStudy,
  comparison: ComparisonDocument,
  ids: readonly string[],
  format: Format,
  notes: boolean,
  width: number,
): string {
  if (format === 'json') return jsonText(comparison);
  if (format === 'csv') return comparisonCsv(prepared.study, comparison);
  return comparisonText(prepared, comparison, { scenarios: ids, outcomes: 'all', notes }, width);
}

function scenarioIds(text: string): readonly string[] {
  const ids = text.split(',').map((id) => id.trim());
  if (ids.some((id) => id === ''))
    throw new InvalidArgumentError('Give scenario ids with commas between them.');
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new InvalidArgumentError(`'${twice}' is named twice.`);
  return ids;
}
