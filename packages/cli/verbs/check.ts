import type { Diagnostic } from '@weir/model';
import { jsonText, WEIR_VERSION } from '@weir/study';
import { type Command, Option } from 'commander';
import { type CheckFinding, type CheckReport, checkModel, failsCheck } from '../checks/check-model.js';
import { checkText } from '../checks/check-text.js';
import { EXIT } from '../exit-code.js';
import { Failure } from '../failure.js';
import { openModel } from '../files/open-model.js';
import { printWidth } from '../print/width.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Fails (exit code 1) on errors and on units that do not balance. Warnings and
notes alone do not fail it.

Examples:
  weir check massachusetts
  weir check population.xmile --all
  weir check population.xmile --format json
`;

interface Options {
  readonly all?: boolean;
  readonly format: 'table' | 'json';
}

/** Adds `weir check`: units, lint and structure of a model. */
export function addCheck(program: Command, verb: Verb): void {
  program
    .command('check <MODEL>')
    .description('Check units, structure and good practice of a model.')
    .option('--all', 'write out every finding')
    .addOption(
      new Option('--format <FORM>', 'form of the result').choices(['table', 'json']).default('table'),
    )
    .addHelpText('after', EXAMPLES)
    .action((reference: string, options: Options) => {
      const { io } = verb;
      // What reading warned of stands among the findings, not on the error stream.
      let reading: readonly Diagnostic[] = [];
      const prepared = openModel(
        {
          io,
          warn: (diagnostics) => {
            reading = diagnostics;
          },
        },
        reference,
      );
      const report = checkModel(prepared, reading);
      io.out(
        options.format === 'json'
          ? jsonText(document(prepared.study.id, report))
          : checkText(prepared.study.id, report, { all: options.all === true }, printWidth(io)),
      );
      // The findings are the result; nothing more is to be said of them.
      if (!report.passed) throw new Failure(EXIT.checkFailed, []);
    });
}

function document(model: string, { findings, allowed, passed }: CheckReport) {
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
  return {
    weir: WEIR_VERSION,
    model,
    passed,
    counts: {
      errors: count('error'),
      warnings: count('warning'),
      notes: count('note'),
      documented: findings.filter((one) => one.documented.length > 0).length,
      allowed: allowed.length,
    },
    findings: findings.map(entry),
    allowed: allowed.map(entry),
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
