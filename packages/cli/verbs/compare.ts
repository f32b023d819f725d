import {
  type ComparisonDocument,
  jsonText,
  linkRequest,
  type PreparedStudy,
  type RunRequest,
} from '@weir/study';
import { type Command, InvalidArgumentError } from 'commander';
import { addOutputOptions, type Format, formatOf, type OutputOptions } from '../arguments/output-options.js';
import { addRunOptions, type RunOptions, runRequest } from '../arguments/run-options.js';
import { checkOutFile } from '../files/check-out.js';
import { deliver } from '../files/deliver.js';
import { openModel } from '../files/open-model.js';
import { addLink, modelGiven, openLinked } from '../link/link-option.js';
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
  weir compare --link '#v=1&m=MODEL&t=60'
`;

type Options = RunOptions &
  OutputOptions & { readonly scenarios?: readonly string[]; readonly link?: string };

/** Adds `weir compare`: scenarios of a model set against its baseline. */
export function addCompare(program: Command, verb: Verb): void {
  const command = program.command('compare [MODEL]').description('Set scenarios against the baseline.');
  command.option('--scenarios <A,B>', 'scenarios to compare (default: all)', scenarioIds);
  addLink(addRunOptions(command));
  addOutputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((model: string | undefined, options: Options) => run(verb, command, model, options));
}

async function run(verb: Verb, command: Command, model: string | undefined, options: Options): Promise<void> {
  const { io } = verb;
  const format = formatOf(options);
  if (options.out !== undefined) checkOutFile(options.out);
  const ids = options.scenarios ?? [];
  const { prepared, request } =
    options.link === undefined
      ? asked(verb, modelGiven(model), options)
      : await linked(verb, command, options.link, model);
  const comparison = await compare(verb, prepared, ids, request);
  deliver(io, resultText(prepared, comparison, ids, format, options.notes, printWidth(io)), options.out);
}

interface Asked {
  readonly prepared: PreparedStudy;
  readonly request: RunRequest;
}

function asked(verb: Verb, model: string, options: Options): Asked {
  const prepared = openModel(verb, model, options.corrections);
  return { prepared, request: runRequest(options, prepared.defaultUntil) };
}

/** The study's scenarios with a link's corrections, to its horizon: what is edited in a draft is a run of its own. */
async function linked(verb: Verb, command: Command, link: string, model: string | undefined): Promise<Asked> {
  const { prepared, state } = await openLinked(verb, command, link, model);
  const { draft, pins } = state;
  const isEdited = [...(draft === undefined ? [] : [draft]), ...pins].some(
    ({ settings, begin }) => settings.length > 0 || begin !== undefined,
  );
  if (isEdited) {
    const message = "The link's edited policies are not in this table, which has the study's scenarios.";
    verb.warn([
      { code: 'link-edits', severity: 'warning', message, hint: 'Run the draft with `weir run --link`.' },
    ]);
  }
  return { prepared, request: linkRequest(prepared, { horizon: state.horizon }) };
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
