import { extname } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Format } from '../arguments/output-options.js';
import { parseNumber } from '../arguments/parse-number.js';
import { usageFailure } from '../failure.js';
import { type AuditFilesOptions, runAuditFiles } from './audit-files.js';
import { type AuditForm, runAuditModel } from './audit-model.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Of a MODEL: its findings, what each correction does to the policies, which
claims hold under all, some or none of them, and by which mechanisms they work.

FILES are CSV files with a header line: the samples, the results, and, where
they were published, the table of indices and that of its p-values.

Fails (exit code 1) where rows stand out of place, samples have no results,
columns that repeat inputs do not agree, or the published table does not follow.

Examples:
  weir audit MODEL --out audit.md
  weir audit samples.csv outputs.csv
  weir audit samples.csv outputs.csv prcc.csv pvalues.csv --format json
`;

/** Endings of files that are tables. */
const TABLES: ReadonlySet<string> = new Set(['.csv', '.tsv', '.txt']);

/** Adds `weir audit`: whether published files say what was published. */
export function addAudit(program: Command, verb: Verb): void {
  const command = program
    .command('audit <FILES...>')
    .description('Audit a published model, or published files of samples, results and indices.')
    .option('--figure <FILE.svg>', 'draw published indices beside those joined by run')
    .option('--tolerance <X>', 'largest relative difference of a repeated input', tolerance, 1e-12);
  command
    .addOption(
      new Option('--format <FORM>', 'form of the result (default: table, or by the ending of FILE)').choices([
        'table',
        'csv',
        'json',
        'markdown',
      ]),
    )
    .option('--out <FILE>', 'write the result to a file instead of stdout')
    .option('--no-notes', 'leave out the lines under a table')
    .addHelpText('after', EXAMPLES)
    .action(async (given: readonly string[], { format, ...options }: Options) => {
      const [only] = given;
      if (only !== undefined && given.length === 1 && !isTable(only))
        return runAuditModel(verb, only, auditForm(format, options.out), options.out);
      const other = given.find((file) => !isTable(file));
      if (other !== undefined)
        throw usageFailure(
          'audit-files',
          `'${other}' is not a table of samples, results or indices.`,
          'Give one model, or CSV files.',
        );
      if (format === 'markdown')
        throw usageFailure('format-ending', 'Files are not audited as Markdown.', 'Give table, csv or json.');
      return runAuditFiles(verb, given, format === undefined ? options : { ...options, format });
    });
}

type Options = Omit<AuditFilesOptions, 'format'> & { readonly format?: Format | 'markdown' };

function isTable(file: string): boolean {
  return TABLES.has(extname(file).toLowerCase());
}

/** The form asked for, or that of the file's ending. */
function auditForm(format: Options['format'], out: string | undefined): AuditForm {
  if (format === 'csv')
    throw usageFailure('format-ending', 'A model is not audited as CSV.', 'Give table, json or markdown.');
  if (format !== undefined) return format;
  const ending = out === undefined ? '' : extname(out).toLowerCase();
  return ending === '.md' ? 'markdown' : ending === '.json' ? 'json' : 'table';
}

function tolerance(text: string): number {
  const value = parseNumber(text);
  if (value !== undefined && value >= 0 && value < 0.1) return value;
  throw new InvalidArgumentError('Give a number from 0 to 0.1, as in 1e-9.');
}
