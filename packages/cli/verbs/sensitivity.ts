import {
  curvesCsv,
  jsonText,
  METHOD_FACTS,
  planSensitivity,
  SENSITIVITY_METHODS,
  type SensitivityDocument,
  type SensitivityMethod,
  sensitivityCsv,
} from '@weir/study';
import { Argument, type Command, Option } from 'commander';
import { addOutputOptions, type Format, formatOf } from '../arguments/output-options.js';
import { EXIT } from '../exit-code.js';
import { valueOrFail } from '../failure.js';
import { checkOutFile } from '../files/check-out.js';
import { deliver } from '../files/deliver.js';
import { openModel } from '../files/open-model.js';
import { printWidth } from '../print/width.js';
import { computeSensitivity } from '../sensitivity/compute-sensitivity.js';
import {
  addSensitivityOptions,
  type SensitivityOptions,
  sensitivityRequest,
} from '../sensitivity/sensitivity-options.js';
import { sensitivityText } from '../sensitivity/sensitivity-text.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Methods:
${SENSITIVITY_METHODS.map((method) => `  ${method.padEnd(9)}${METHOD_FACTS[method].label}; --n: ${METHOD_FACTS[method].counts} (${METHOD_FACTS[method].usual})`).join('\n')}

With --against, indices are those of the change between two scenarios, draw by
draw. Every result comes with a report of what it rests on and a verdict.

Examples:
  weir sensitivity MODEL prcc --ranges 20pct --n 5000
  weir sensitivity MODEL tornado --outcomes OUTCOME
  weir sensitivity MODEL sobol --scenario ID \\
    --against BASELINE --out sobol.csv
  weir sensitivity population.xmile curve --vary birth_rate=0.01:0.05
`;

/** Adds `weir sensitivity`: what drives an outcome. */
export function addSensitivity(program: Command, verb: Verb): void {
  const command = program
    .command('sensitivity <MODEL>')
    .description('Find what drives an outcome, and how sure that is.')
    .addArgument(new Argument('<METHOD>', 'how to ask').choices(SENSITIVITY_METHODS));
  addSensitivityOptions(command)
    .option('--all', 'show every input in tables, not the largest only')
    .addOption(new Option('--curves', 'with --format csv, give the points of sweeps instead of indices'));
  addOutputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((model: string, method: SensitivityMethod, options: SensitivityOptions) =>
      run(verb, model, method, options),
    );
}

async function run(
  verb: Verb,
  model: string,
  method: SensitivityMethod,
  options: SensitivityOptions,
): Promise<void> {
  const format = formatOf(options);
  if (options.out !== undefined) checkOutFile(options.out);
  const prepared = openModel(verb, model, options.corrections);
  const request = sensitivityRequest(prepared, method, options);
  const plan = planSensitivity(prepared, request);
  const planned = valueOrFail(plan, EXIT.usage);
  verb.warn(plan.diagnostics);
  const { document } = await computeSensitivity(verb, planned);
  deliver(verb.io, resultText(document, format, options, printWidth(verb.io)), options.out);
}

function resultText(
  document: SensitivityDocument,
  format: Format,
  options: SensitivityOptions,
  width: number,
): string {
  if (format === 'json') return jsonText(document);
  if (format === 'csv') return options.curves === true ? curvesCsv(document) : sensitivityCsv(document);
  return sensitivityText(document, { all: options.all === true, notes: options.notes }, width);
}
