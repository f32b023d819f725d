import { fixed, MINUS } from '@weir/figures';
import {
  correctionsText,
  type EquilibriumDocument,
  type EquilibriumRequest,
  equilibriumCsv,
  equilibriumOf,
  jsonText,
  type OutcomeDefinition,
  type PreparedStudy,
  planScenario,
  type Study,
} from '@weir/study';
import { type Command, InvalidArgumentError } from 'commander';
import { addOutputOptions, type Format, formatOf, type OutputOptions } from '../arguments/output-options.js';
import { parseNumber } from '../arguments/parse-number.js';
import { addCorrections } from '../arguments/run-options.js';
import { EXIT } from '../exit-code.js';
import { Failure, valueOrFail } from '../failure.js';
import { checkOutFile } from '../files/check-out.js';
import { deliver } from '../files/deliver.js';
import { openModel } from '../files/open-model.js';
import { headlineFirst } from '../print/outcome-order.js';
import { type TableColumn, tableLines } from '../print/table.js';
import { valueText } from '../print/value-text.js';
import { printWidth } from '../print/width.js';
import { joinFacts, wrap } from '../print/wrap.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
A fixed point is where all stocks stand still. It is solved for, and is not the
same as the published stop rule, which ends a run before that.

Examples:
  weir equilibrium MODEL
  weir equilibrium MODEL --scenario ID --probes 50
  weir equilibrium MODEL --set NAME=0.5 --format json
`;

const MOST_PROBES = 100_000;

interface Options extends OutputOptions {
  readonly scenario?: string;
  readonly set?: ReadonlyMap<string, number>;
  readonly corrections: readonly string[];
  readonly probes?: number;
  readonly seed?: number;
}

/** Adds `weir equilibrium`: the fixed point of a scenario. */
export function addEquilibrium(program: Command, verb: Verb): void {
  const command = program
    .command('equilibrium <MODEL>')
    .description('Solve for the point at which a scenario comes to rest.')
    .option('--scenario <ID>', 'scenario of the study (default: its baseline)')
    .option('--set <NAME=VALUE>', 'set a parameter; repeat for more', assignment)
    .option('--probes <N>', 'search from N other starts, too', probeCount)
    .option('--seed <N>', 'seed of those starts (default: 1234)', wholeNumber);
  addCorrections(command);
  addOutputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((model: string, options: Options) => run(verb, model, options));
}

function run(verb: Verb, model: string, options: Options): void {
  const format = formatOf(options);
  if (options.out !== undefined) checkOutFile(options.out);
  const prepared = openModel(verb, model, options.corrections);
  const request: EquilibriumRequest = {
    set: options.set ?? new Map<string, number>(),
    withPublishedRule: true,
    ...(options.scenario === undefined ? {} : { scenario: options.scenario }),
    ...(options.probes === undefined ? {} : { probes: options.probes }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  };
  const asked = { ...request, until: 'equilibrium', backend: 'javascript' } as const;
  valueOrFail(planScenario(prepared, asked), EXIT.usage);
  const outcome = equilibriumOf(prepared, request);
  const document = valueOrFail(outcome, EXIT.data);
  verb.warn(outcome.diagnostics);
  deliver(verb.io, resultText(prepared, document, format, options.notes, printWidth(verb.io)), options.out);
  if (document.verdict !== 'ok') throw new Failure(EXIT.checkFailed, [notFound(document)]);
}

function resultText(
  { study }: PreparedStudy,
  document: EquilibriumDocument,
  format: Format,
  notes: boolean,
  width: number,
): string {
  if (format === 'json') return jsonText(document);
  if (format === 'csv') return equilibriumCsv(document);
  const lines = [...wrap(caption(study, document), width), ''];
  if (document.verdict === 'ok') lines.push(...outcomeTable(study, document, width), '');
  lines.push(...factLines(document, width));
  if (notes)
    lines.push(
      '',
      ...wrap(modelFact(study, document), width),
      ...wrap(study.limits.strip, width),
      'All digits, stocks, eigenvalues: --format json.',
    );
  return `${lines.join('\n')}\n`;
}

function caption(study: Study, document: EquilibriumDocument): string {
  const label = study.scenarios.find(({ id }) => id === document.scenario)?.label ?? document.scenario;
  return `Fixed point: ${label}`;
}

function modelFact(study: Study, { corrections }: EquilibriumDocument): string {
  return `${`${study.id} ${study.version}`.trim()}, ${correctionsText(study, corrections)}`;
}

function outcomeTable(study: Study, document: EquilibriumDocument, width: number): readonly string[] {
  const published = document.published_rule;
  const columns: TableColumn[] = [
    { head: 'Outcome', align: 'left', wraps: true },
    { head: 'Fixed point', align: 'right' },
    ...(published === undefined
      ? []
      : [
          { head: 'Published rule', align: 'right' as const },
          { head: 'Differs by', align: 'right' as const },
        ]),
    { head: 'Unit', align: 'left' },
  ];
  const cell = (value: number | undefined, outcome: OutcomeDefinition): string =>
    value === undefined ? 'n/a' : valueText(value, outcome.kind);
  const rows = headlineFirst(study.outcomes).map((outcome) => [
    outcome.label,
    cell(document.outcomes[outcome.id], outcome),
    ...(published === undefined
      ? []
      : [
          cell(published.outcomes[outcome.id], outcome),
          percentText(published.difference_percent[outcome.id] ?? null),
        ]),
    outcome.unit === '1' ? '' : outcome.unit,
  ]);
  return tableLines(columns, rows, width);
}

/** A difference in percent with enough digits to show what the published rule leaves out. */
function percentText(percent: number | null): string {
  if (percent === null || !Number.isFinite(percent)) return 'n/a';
  const digits = fixed(percent, 3).replaceAll(MINUS, '-');
  return `${digits.startsWith('-') ? digits : `+${digits}`} %`;
}

function factLines(document: EquilibriumDocument, width: number): readonly string[] {
  const unit = document.time_units === '' ? '' : ` ${document.time_units}s`.replace(/ss$/, 's');
  const slowest = document.slowest_time_constant;
  const facts = [
    `verdict ${document.verdict}`,
    `residual ${document.residual.toExponential(1)}`,
    document.stability,
    slowest === null ? undefined : `slowest time constant ${slowest.toPrecision(4)}${unit}`,
    `found by: ${document.method}`,
    document.basin === 'yes'
      ? 'reached from the initial values'
      : 'not certain to be reached from the initial values',
    document.published_rule === undefined
      ? undefined
      : `published rule stops at ${document.time_units} ${document.published_rule.stop.month}`,
  ];
  return [
    ...joinFacts(
      facts.filter((fact) => fact !== undefined),
      width,
    ),
    ...document.reasons.flatMap((reason) => wrap(reason, width)),
    ...probeLines(document, width),
  ];
}

function probeLines({ probes }: EquilibriumDocument, width: number): readonly string[] {
  if (probes === undefined) return [];
  const { count, seed, same_point, without_point, other_points } = probes;
  const facts = [
    `${count} other starts (seed ${seed})`,
    `${same_point} reach the same point`,
    `${other_points.length} other points found`,
    `${without_point} end without one`,
  ];
  return joinFacts(facts, width);
}

function notFound({ scenario, verdict, reasons }: EquilibriumDocument) {
  return {
    code: 'no-fixed-point',
    severity: 'error',
    message: `No fixed point was found for \`${scenario}\` (${verdict}). ${reasons.join(' ')}`.trim(),
    hint: 'Look at the path with `weir run --until` a time and `--save-every`.',
  } as const;
}

function assignment(
  text: string,
  earlier: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, number> {
  const split = text.indexOf('=');
  const name = text.slice(0, split).trim();
  const value = parseNumber(text.slice(split + 1).trim());
  if (split < 0 || name === '' || value === undefined) {
    throw new InvalidArgumentError('Write it as NAME=VALUE, as in --set NAME=0.5.');
  }
  return new Map([...(earlier ?? []), [name, value]]);
}

function probeCount(text: string): number {
  const count = wholeNumber(text);
  if (count >= 1 && count <= MOST_PROBES) return count;
  throw new InvalidArgumentError(`Give a number of starts from 1 to ${MOST_PROBES}.`);
}

function wholeNumber(text: string): number {
  const value = parseNumber(text);
  if (value !== undefined && Number.isInteger(value) && value >= 0) return value;
  throw new InvalidArgumentError('Give a whole number, 0 or more.');
}
