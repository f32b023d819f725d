import {
  checkEvidence,
  type EvidenceDocument,
  evidenceDocument,
  evidenceInForce,
  type InfluenceRequest,
  influences,
  jsonText,
} from '@weir/study';
import { openEvidence } from '@weir/study/node';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { addCorrections } from '../arguments/run-options.js';
import { namedVariable } from '../checks/named-variable.js';
import { EXIT } from '../exit-code.js';
import { usageFailure, valueOrFail } from '../failure.js';
import { openModel } from '../files/open-model.js';
import { evidenceEntryText, evidenceText } from '../print/evidence-text.js';
import { printWidth } from '../print/width.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
The arithmetic of the evidence file is executed and checked; a value that it
does not give, or a constant of which nothing is recorded, is an error.

Examples:
  weir evidence MODEL
  weir evidence MODEL CONSTANT
  weir evidence MODEL --policies FIRST,SECOND --outcome OUTCOME
  weir evidence MODEL --corrections GROUP --format json
`;

interface Options {
  readonly corrections: readonly string[];
  readonly policies?: readonly [string, string];
  readonly outcome?: string;
  readonly influence: boolean;
  readonly format: 'table' | 'json';
}

/** Adds `weir evidence`: what is known of a model's constants, and what the gaps matter. */
export function addEvidence(program: Command, verb: Verb): void {
  const command = program
    .command('evidence <MODEL> [CONSTANT]')
    .description('Show where the values of a model come from, and which gaps matter.')
    .option('--policies <A,B>', 'the two policies whose difference is watched', policies)
    .option('--outcome <ID>', 'the outcome in which it is watched')
    .option('--no-influence', 'leave out how much each constant matters')
    .addOption(
      new Option('--format <FORM>', 'form of the result').choices(['table', 'json']).default('table'),
    );
  addCorrections(command)
    .addHelpText('after', EXAMPLES)
    .action((model: string, constant: string | undefined, options: Options) => {
      verb.io.out(textOf(verb, model, constant, options));
    });
}

function textOf(verb: Verb, model: string, typed: string | undefined, options: Options): string {
  const { io } = verb;
  const asRead = openModel(verb, model);
  const prepared = options.corrections.length === 0 ? asRead : openModel(verb, model, options.corrections);
  // Before any work: a name mistyped is to be said at once.
  const name = typed === undefined ? undefined : namedVariable(prepared, typed).name;
  const places = io.modelsFolder === undefined ? {} : { modelsFolder: io.modelsFolder };
  const evidence = valueOrFail(openEvidence(model, places), EXIT.data);
  valueOrFail(checkEvidence(evidence, asRead), EXIT.data);
  const inForce = evidenceInForce(evidence, prepared);
  const wanted =
    name === undefined ? inForce : inForce.filter(({ constant }) => constant.variable.name === name);
  if (name !== undefined && wanted.length === 0)
    throw usageFailure(
      'unknown-name',
      `'${name}' is no constant: it is computed.`,
      `weir causes ${model} "${name}"`,
    );
  // A study of one scenario has no order of policies.
  const hasPolicies = prepared.study.scenarios.some(({ baseline }) => !baseline);
  const found =
    options.influence && hasPolicies
      ? valueOrFail(influences(prepared, wanted, requestOf(options)), EXIT.usage)
      : undefined;
  return printed(evidenceDocument(prepared, evidence, wanted, found), name, options, printWidth(io));
}

function printed(
  document: EvidenceDocument,
  name: string | undefined,
  { format }: Options,
  width: number,
): string {
  if (format === 'json') return jsonText(document);
  const [entry] = document.entries;
  return name === undefined || entry === undefined
    ? evidenceText(document, width)
    : evidenceEntryText(document, entry, width);
}

function requestOf({ policies: asked, outcome }: Options): InfluenceRequest {
  return {
    ...(asked === undefined ? {} : { policies: asked }),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

function policies(text: string): readonly [string, string] {
  const [first = '', second = '', ...rest] = text.split(',').map((id) => id.trim());
  if (first !== '' && second !== '' && rest.length === 0) return [first, second];
  throw new InvalidArgumentError('Give two scenarios with a comma between them.');
}
