import type { Diagnostic } from '@weir/model';
import {
  type ConfidenceResult,
  failsAtDefects,
  jsonText,
  type PreparedStudy,
  runConfidenceTests,
  WEIR_VERSION,
} from '@weir/study';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { addCorrections } from '../arguments/run-options.js';
import { type CheckFinding, checkModel, failsCheck } from '../checks/check-model.js';
import { type CheckedModel, checkReport, reportTitle } from '../checks/check-report.js';
import { checkText } from '../checks/check-text.js';
import { confidenceText } from '../checks/confidence-text.js';
import { htmlOf } from '../checks/document/html.js';
import { markdownOf } from '../checks/document/markdown.js';
import { EXIT } from '../exit-code.js';
import { Failure, usageFailure } from '../failure.js';
import { checkOutFile } from '../files/check-out.js';
import { deliver } from '../files/deliver.js';
import { openModel } from '../files/open-model.js';
import { printWidth } from '../print/width.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Fails (exit code 1) on errors, on units that do not balance, and on confidence
tests that fail. Warnings and notes alone do not fail it; nor does what the
model's documentation lists as a published defect, unless --strict is given.

Examples:
  weir check MODEL
  weir check MODEL --corrections GROUP
  weir check MODEL --sets 500
  weir check MODEL --out check.md
  weir check population.xmile --all
  weir check population.xmile --no-tests --format json
`;

const FORMATS = ['table', 'json', 'markdown', 'html'] as const;
type Format = (typeof FORMATS)[number];

/** Format by the ending of a file. */
const ENDINGS: ReadonlyMap<string, Format> = new Map([
  ['json', 'json'],
  ['md', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
]);

interface Options {
  readonly all?: boolean;
  readonly strict?: boolean;
  readonly thorough?: boolean;
  readonly tests: boolean;
  readonly sets?: number;
  readonly seed: number;
  readonly format?: Format;
  readonly out?: string;
  readonly corrections: readonly string[];
}

/** Adds `weir check`: units, lint, structure and confidence tests of a model. */
export function addCheck(program: Command, verb: Verb): void {
  const command = program
    .command('check <MODEL>')
    .description('Check units and structure of a model, and run confidence tests.')
    .option('--all', 'write out every finding and every test')
    .option('--strict', 'fail at documented defects too')
    .option('--no-tests', 'leave out the confidence tests')
    .option('--thorough', 'more values, more starts, every loop')
    .option('--sets <N>', 'parameter sets to evaluate patterns over', wholeNumber)
    .option('--seed <N>', 'seed of starts and of parameter sets', wholeNumber, 1234)
    .addOption(
      new Option('--format <FORM>', 'form of the result (default: table, or by the ending of FILE)').choices(
        FORMATS,
      ),
    )
    .option('--out <FILE>', 'write a report to a file: .md, .html, .json');
  addCorrections(command)
    .addHelpText('after', EXAMPLES)
    .action((reference: string, options: Options) => check(verb, reference, options));
}

function check(verb: Verb, reference: string, options: Options): void {
  const { io } = verb;
  const format = formatOf(options);
  if (options.out !== undefined) checkOutFile(options.out);
  // What reading warned of stands among the findings, not on the error stream.
  let reading: readonly Diagnostic[] = [];
  const warn = (diagnostics: readonly Diagnostic[]) => {
    reading = diagnostics;
  };
  const prepared = openModel({ io, warn }, reference, options.corrections);
  const report = checkModel(prepared, reading);
  const results = options.tests ? tested(verb, prepared, options) : [];
  const passed = report.passed && !results.some((result) => failsTest(result, options));
  const checked: CheckedModel = { prepared, report, results, passed, seed: options.seed };
  deliver(io, resultText(checked, format, options, printWidth(io)), options.out);
  // The findings are the result; nothing more is to be said of them.
  if (!passed) throw new Failure(EXIT.checkFailed, []);
}

function tested({ io }: Verb, prepared: PreparedStudy, options: Options): readonly ConfidenceResult[] {
  const { thorough = false, sets = 0, seed } = options;
  const clear = '\r\u001b[K';
  const results = runConfidenceTests(prepared, {
    thorough,
    sets,
    seed,
    onTest: (title, done, tests) => {
      if (io.errIsTerminal) io.err(`${clear}${done} of ${tests} tests done: ${title}`);
    },
  });
  if (io.errIsTerminal) io.err(clear);
  return results;
}

/** Whether a test fails the check: at documented defects only where that is asked for. */
function failsTest(result: ConfidenceResult, { strict = false }: Options): boolean {
  return result.outcome === 'failed' && (strict || !failsAtDefects(result));
}

function resultText(checked: CheckedModel, format: Format, options: Options, width: number): string {
  const { prepared, report, results, passed } = checked;
  const all = options.all === true;
  switch (format) {
    case 'json':
      return jsonText(document(checked, options));
    case 'markdown':
      return markdownOf(checkReport(checked));
    case 'html':
      return htmlOf(reportTitle(checked), checkReport(checked));
    case 'table':
      return `${checkText(prepared.study.id, { ...report, passed }, { all }, width, results)}${confidenceText(results, { all, told: (options.sets ?? 0) > 0 ? ['patterns'] : [] }, width)}`;
  }
}

function formatOf({ format, out }: Options): Format {
  const ending = /\.([a-z]+)$/i.exec(out ?? '')?.[1]?.toLowerCase() ?? '';
  const implied = ENDINGS.get(ending);
  if (format !== undefined && implied !== undefined && format !== implied)
    throw usageFailure(
      'format-ending',
      `--format ${format} does not fit the file '${out}'.`,
      'Leave out --format, or choose another ending.',
    );
  return format ?? implied ?? 'table';
}

function document({ prepared, report, results, passed, seed }: CheckedModel, options: Options) {
  const { findings, allowed } = report;
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
  const tests = (outcome: string) => results.filter((one) => one.outcome === outcome).length;
  return {
    weir: WEIR_VERSION,
    model: prepared.study.id,
    program: prepared.programHash,
    corrections: prepared.corrections,
    seed,
    passed,
    counts: {
      errors: count('error'),
      warnings: count('warning'),
      notes: count('note'),
      documented: findings.filter((one) => one.documented.length > 0).length,
      allowed: allowed.length,
      tests: results.length,
      tests_passed: tests('passed'),
      tests_failed: tests('failed'),
      tests_not_applicable: tests('not applicable'),
    },
    findings: findings.map(entry),
    allowed: allowed.map(entry),
    tests: results.map((result) => ({ ...result, fails: failsTest(result, options) })),
  };
}

function entry(found: CheckFinding) {
  const { rule, severity, finding, evidence, documented } = found;
  return {
    rule,
    severity,
    fails: failsCheck(found),
    variable: finding.variable ?? null,
    place: finding.place ?? null,
    message: finding.message,
    evidence: evidence ?? null,
    fix: finding.hint ?? null,
    documented,
  };
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new InvalidArgumentError('Give a whole number of 0 or more, as in 500.');
}
