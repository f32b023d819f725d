import {
  type ConstantFlip,
  type CorrectionFlip,
  correctionFlips,
  correctionsText,
  csvText,
  type FlipSearch,
  flipPoints,
  jsonText,
  type PreparedStudy,
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
Each constant is changed on its own, all else at its default, and both policies
are solved for their fixed points: the value nearest to the default at which
they change places is found by looking outwards and halving. Each correction of
the study is tried on its own, too.
`;

interface Options extends OutputOptions {
  readonly corrections: readonly string[];
  readonly against?: string;
  readonly ranges?: string;
}

interface Found {
  readonly search: FlipSearch;
  /** Of the study's ranges that rest on evidence, where it has them. */
  readonly evidence: ReadonlyMap<string, ConstantFlip>;
  readonly corrections: readonly CorrectionFlip[];
}

/** Adds `weir flip`: what would reverse the order of two policies. */
export function addFlip(program: Command, verb: Verb): void {
  const command = program
    .command('flip <MODEL> <SCENARIO> <OUTCOME>')
    .description('Find what would reverse the order of two policies by an outcome.')
    .option('--against <ID>', 'the policy it is compared with (default: the baseline)')
    .option('--ranges <ID>', 'set of ranges to search in (default: the widest of the study)');
  addCorrections(command);
  addOutputOptions(command)
    .addHelpText('after', HELP)
    .action((model: string, scenario: string, outcome: string, options: Options) =>
      run(verb, model, scenario, outcome, options),
    );
}

function run(verb: Verb, model: string, scenario: string, outcome: string, options: Options): void {
  const format = formatOf(options);
  if (options.out !== undefined) checkOutFile(options.out);
  const opened = openModel(verb, model, []);
  const prepared = options.corrections.length === 0 ? opened : openModel(verb, model, options.corrections);
  const ranges = options.ranges ?? usualRanges(prepared);
  const request = {
    scenario,
    outcome,
    ranges,
    ...(options.against === undefined ? {} : { against: options.against }),
  };
  const search = valueOrFail(flipPoints(prepared, request), EXIT.data);
  const evidence = prepared.bound.ranges.has('evidence')
    ? valueOrFail(flipPoints(prepared, { ...request, ranges: 'evidence' }), EXIT.data).constants
    : [];
  const corrections = valueOrFail(correctionFlips(opened, options.corrections, search), EXIT.data);
  const found = { search, corrections, evidence: new Map(evidence.map((one) => [one.name, one])) };
  deliver(verb.io, resultText(prepared, found, format, options.notes, printWidth(verb.io)), options.out);
}

/** The widest set of ranges by the convention of study files, else the first. */
function usualRanges({ bound, study }: PreparedStudy): string {
  const ids = [...bound.ranges.keys()];
  const found = ids.find((id) => id === 'wide') ?? ids[0];
  if (found !== undefined) return found;
  const message = `The study \`${study.id}\` has no ranges to search in.`;
  throw usageFailure('unknown-ranges', message, 'Add a `ranges` section to its study.yaml.');
}

function resultText(
  { study }: PreparedStudy,
  found: Found,
  format: Format,
  notes: boolean,
  width: number,
): string {
  const { search, corrections } = found;
  if (format === 'json')
    return jsonText({
      weir: WEIR_VERSION,
      model: study.id,
      ...search,
      constants: search.constants.map((one) => ({ ...one, evidence: evidenceOf(found, one.name) })),
      single_corrections: corrections,
    });
  if (format === 'csv') return flipsCsv(found);
  const outcome = study.outcomes.find(({ id }) => id === search.outcome)?.label ?? search.outcome;
  const reversing = corrections.filter(({ reverses }) => reverses);
  const lines = [
    ...wrap(
      `What would reverse this: ${outcome}, ${orderText(search)} under ${nameOf(study, search.scenario)} than under ${nameOf(study, search.against)} (fixed points)`,
      width,
    ),
    '',
    ...flipTable(found, width),
    '',
    ...wrap(correctionsLine(reversing, corrections.length), width),
  ];
  if (notes)
    lines.push(
      '',
      ...wrap(
        `${study.id}, ${correctionsText(study, search.corrections)}, ranges ${search.ranges}, ${search.runs} fixed points; one constant at a time, so that several changed together may reverse it sooner`,
        width,
      ),
      ...wrap(study.limits.strip, width),
    );
  return `${lines.join('\n')}\n`;
}

function nameOf(study: PreparedStudy['study'], scenario: string): string {
  return study.scenarios.find(({ id }) => id === scenario)?.label ?? scenario;
}

function orderText({ values }: FlipSearch): string {
  return values.scenario < values.against ? 'lower' : 'higher';
}

function flipTable(found: Found, width: number): readonly string[] {
  const flips = found.search.constants
    .filter((one) => one.found.kind !== 'holds')
    .sort((one, other) => distance(one) - distance(other));
  if (flips.length === 0) return wrap('No constant on its own reverses it within its range.', width);
  const columns = [
    { head: 'Constant', align: 'left', wraps: true },
    { head: 'Default', align: 'right' },
    { head: 'Reverses at', align: 'right' },
    { head: 'Searched', align: 'right' },
    { head: 'Evidence', align: 'right', wraps: true },
  ] as const;
  const rows = flips.map((one) => [
    one.name,
    short(one.default),
    one.found.kind === 'changes'
      ? short(one.found.at)
      : one.found.kind === 'unknown'
        ? `no rest from ${short(one.found.from)}`
        : '',
    `${short(one.low)} to ${short(one.high)}`,
    evidenceText(found, one),
  ]);
  return tableLines(columns, rows, width);
}

/** How far the reversal lies, against the range that was searched. */
function distance({ found, default: start, low, high }: ConstantFlip): number {
  if (found.kind !== 'changes') return Number.POSITIVE_INFINITY;
  return Math.abs(found.at - start) / (high - low);
}

function evidenceOf(
  { evidence }: Found,
  name: string,
): { low: number; high: number; reverses: boolean } | null {
  const own = evidence.get(name);
  return own === undefined ? null : { low: own.low, high: own.high, reverses: own.found.kind === 'changes' };
}

function evidenceText(found: Found, { name }: ConstantFlip): string {
  const own = evidenceOf(found, name);
  if (own === null) return 'none stated';
  return `${short(own.low)} to ${short(own.high)}: ${own.reverses ? 'reverses' : 'holds'}`;
}

function correctionsLine(reversing: readonly CorrectionFlip[], offered: number): string {
  if (offered === 0) return '';
  if (reversing.length === 0) return `None of ${offered} corrections, one at a time, reverses it.`;
  const ids = reversing.map(({ id }) => id).join(', ');
  return `Of ${offered} corrections, one at a time, ${reversing.length === 1 ? 'one reverses' : `${reversing.length} reverse`} it: ${ids}.`;
}

const short = (value: number): string => String(Number(value.toPrecision(3)));

function flipsCsv(found: Found): string {
  const { search, corrections } = found;
  const head = [
    'kind',
    'name',
    'default',
    'low',
    'high',
    'found',
    'at',
    'evidence_low',
    'evidence_high',
    'evidence_reverses',
  ];
  const constants = search.constants.map((one) => {
    const own = evidenceOf(found, one.name);
    const at =
      one.found.kind === 'changes' ? one.found.at : one.found.kind === 'unknown' ? one.found.from : null;
    return [
      'constant',
      one.name,
      one.default,
      one.low,
      one.high,
      one.found.kind,
      at,
      own?.low ?? null,
      own?.high ?? null,
      own?.reverses ?? null,
    ];
  });
  const own = corrections.map(({ id, reverses, values }) => [
    'correction',
    id,
    null,
    null,
    null,
    values === undefined ? 'unknown' : reverses ? 'changes' : 'holds',
    null,
    null,
    null,
    null,
  ]);
  return csvText(head, [...constants, ...own]);
}
