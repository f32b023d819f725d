import { fixed, MINUS } from '@weir/figures';
import {
  correctionsText,
  csvText,
  explainPolicy,
  jsonText,
  type OutcomeExplanation,
  type PolicyExplanation,
  type PreparedStudy,
  type Study,
  WEIR_VERSION,
} from '@weir/study';
import type { Command } from 'commander';
import { addOutputOptions, type Format, formatOf, type OutputOptions } from '../arguments/output-options.js';
import { addCorrections } from '../arguments/run-options.js';
import { EXIT } from '../exit-code.js';
import { usageFailure, valueOrFail } from '../failure.js';
import { checkOutFile } from '../files/check-out.js';
import { deliver } from '../files/deliver.js';
import { openModel } from '../files/open-model.js';
import { tableLines } from '../print/table.js';
import { printWidth } from '../print/width.js';
import { wrap } from '../print/wrap.js';
import type { Verb } from './verb.js';

const HELP = `
A mechanism is a way in which a policy works: links of the model that carry it.
Each is frozen at what it is under current policy, in every combination, and the
fixed points are solved. A share is what a mechanism adds on average when it
joins the others (Shapley); shares add up to the whole effect.
`;

interface Options extends OutputOptions {
  readonly corrections: readonly string[];
  readonly outcome?: string;
}

/** Adds `weir why`: the effect of a policy, shared among the mechanisms of the study. */
export function addWhy(program: Command, verb: Verb): void {
  const command = program
    .command('why <MODEL> <SCENARIO>')
    .description('Say by which mechanisms a policy has its effect in the model.')
    .option('--outcome <ID>', 'one outcome only (default: the headline outcomes)');
  addCorrections(command);
  addOutputOptions(command)
    .addHelpText('after', HELP)
    .action((model: string, scenario: string, options: Options) => run(verb, model, scenario, options));
}

function run(verb: Verb, model: string, scenario: string, options: Options): void {
  const format = formatOf(options);
  if (options.out !== undefined) checkOutFile(options.out);
  const prepared = openModel(verb, model, options.corrections);
  const known = prepared.study.outcomes.map(({ id }) => id);
  if (options.outcome !== undefined && !known.includes(options.outcome)) {
    const message = `The study has no outcome \`${options.outcome}\`.`;
    throw usageFailure('unknown-outcome', message, `It has: ${known.join(', ')}.`);
  }
  const explained = valueOrFail(explainPolicy(prepared, scenario), EXIT.data);
  const text = resultText(prepared, explained, format, options, printWidth(verb.io));
  deliver(verb.io, text, options.out);
}

function resultText(
  prepared: PreparedStudy,
  explained: PolicyExplanation,
  format: Format,
  { outcome, notes }: Options,
  width: number,
): string {
  const { study } = prepared;
  const headline = new Set(study.outcomes.filter((one) => one.headline).map(({ id }) => id));
  const wanted = ({ id }: OutcomeExplanation) => (outcome === undefined ? headline.has(id) : id === outcome);
  if (format === 'json')
    return jsonText({
      weir: WEIR_VERSION,
      model: study.id,
      ...explained,
      outcomes: explained.outcomes.filter((one) => outcome === undefined || one.id === outcome),
    });
  if (format === 'csv') return sharesCsv(explained, outcome);
  const lines = [...wrap(`Why: ${nameOf(study, explained.scenario)}, at the fixed point`, width), ''];
  for (const one of explained.outcomes.filter(wanted)) {
    const words = study.outcomes.find(({ id }) => id === one.id)?.label ?? one.id;
    lines.push(
      ...wrap(`${words}: ${percentText(one.total)} against ${nameOf(study, explained.baseline)}`, width),
      ...sharesTable(explained, one, width),
      '',
    );
  }
  if (notes)
    lines.push(
      ...wrap(
        `${study.id}, ${correctionsText(study, explained.corrections)}, ${explained.runs} points of rest`,
        width,
      ),
      ...wrap(study.limits.strip, width),
    );
  return `${lines.join('\n').trimEnd()}\n`;
}

function nameOf(study: Study, scenario: string): string {
  return study.scenarios.find(({ id }) => id === scenario)?.label ?? scenario;
}

function sharesTable(
  { mechanisms }: PolicyExplanation,
  { shares }: OutcomeExplanation,
  width: number,
): readonly string[] {
  const rows = mechanisms
    .map(({ label }, at) => ({ label, own: shares[at] }))
    .sort((one, other) => Math.abs(other.own?.share ?? 0) - Math.abs(one.own?.share ?? 0))
    .map(({ label, own }) => [
      label,
      percentText(own?.share),
      percentText(own?.only),
      percentText(own?.without),
    ]);
  const columns = [
    { head: 'Mechanism', align: 'left', wraps: true },
    { head: 'Share', align: 'right' },
    { head: 'Alone', align: 'right' },
    { head: 'All others', align: 'right' },
  ] as const;
  return tableLines(columns, rows, width);
}

function sharesCsv(
  { mechanisms, outcomes, scenario }: PolicyExplanation,
  wanted: string | undefined,
): string {
  const rows = outcomes
    .filter(({ id }) => wanted === undefined || id === wanted)
    .flatMap(({ id, total, shares }) =>
      mechanisms.map((mechanism, at) => [
        scenario,
        id,
        total,
        mechanism.id,
        shares[at]?.share ?? Number.NaN,
        shares[at]?.only ?? Number.NaN,
        shares[at]?.without ?? Number.NaN,
      ]),
    );
  const head = ['scenario', 'outcome', 'total_percent', 'mechanism', 'share', 'only', 'without'];
  return csvText(head, rows);
}

/** A change in percent with enough digits for its parts to add up before the reader's eyes. */
function percentText(percent: number | undefined): string {
  if (percent === undefined || !Number.isFinite(percent)) return 'n/a';
  const digits = fixed(percent, 2).replaceAll(MINUS, '-');
  return `${digits.startsWith('-') ? digits : `+${digits}`} %`;
}
