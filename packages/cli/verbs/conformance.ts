import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { BackendName } from '@weir/engine';
import { jsonText, WEIR_VERSION } from '@weir/study';
import { bundledModelsFolder, writeFileWhole } from '@weir/study/node';
import { type Command, Option } from 'commander';
import { countCorpus, rowLine, summaryLines } from '../conformance/corpus-lines.js';
import { folderFiles } from '../conformance/folder-files.js';
import type { CorpusResult } from '../conformance/run-corpus.js';
import { runCorpus } from '../conformance/run-corpus.js';
import { BACKEND_NAMES } from '../conformance/run-model.js';
import type { NamedResult } from '../conformance/statement.js';
import { statementText } from '../conformance/statement.js';
import { EXIT } from '../exit-code.js';
import { dataFailure, Failure, usageFailure, valueOrFail } from '../failure.js';
import { checkOutFile } from '../files/check-out.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
CORPUS is a folder of models with canonical outputs and a manifest.csv that
lists them; the one that comes with Weir unless given.

Examples:
  weir conformance
  weir conformance ../test-models
  weir conformance ../test-models --only tests/delays --backend interpreter
`;

interface Options {
  readonly backend: BackendName;
  readonly format: 'lines' | 'json';
  readonly only?: string;
  readonly statement?: string;
}

/** Adds `weir conformance`: runs a corpus by its manifest, one line a file. */
export function addConformance(program: Command, verb: Verb): void {
  program
    .command('conformance [CORPUS]')
    .description('Run a corpus of models and compare with its outputs.')
    .addOption(
      new Option('--backend <NAME>', 'what computes the values that are compared')
        .choices([...BACKEND_NAMES])
        .default('javascript'),
    )
    .addOption(new Option('--only <TEXT>', 'run only the files whose path holds this text'))
    .addOption(
      new Option('--format <FORM>', 'form of the result').choices(['lines', 'json']).default('lines'),
    )
    .addOption(new Option('--statement <FILE>', 'write the conformance statement to this file'))
    .addHelpText('after', EXAMPLES)
    .action((given: string | undefined, options: Options) => {
      const corpus = corpusFolder(given, verb);
      if (options.statement !== undefined) checkOutFile(options.statement);
      if (options.statement !== undefined && options.only !== undefined)
        throw usageFailure(
          'statement-of-part',
          'A statement is made of a whole corpus.',
          'Leave out --only or --statement.',
        );
      const lines = options.format === 'lines';
      const run = runCorpus(folderFiles(corpus), options.backend, {
        ...(options.only === undefined ? {} : { only: options.only }),
        ...(lines ? { each: (row) => verb.io.out(`${rowLine(row)}\n`) } : {}),
      });
      if (!run.ok)
        throw dataFailure(
          'bad-corpus',
          `'${corpus}' cannot be run: ${run.reason}.`,
          'docs/conformance.md says what a corpus holds.',
        );
      verb.io.out(lines ? `${summaryLines(run.result).join('\n')}\n` : document(corpus, options, run.result));
      if (options.statement !== undefined) {
        const named = { name: basename(resolve(corpus)), result: run.result };
        const text = statementText(WEIR_VERSION, [...ownResult(corpus, options, verb), named]);
        valueOrFail(writeFileWhole(options.statement, text), EXIT.data);
        verb.io.err(`Written: ${options.statement}\n`);
      }
      judge(run.result);
    });
}

/** The corpus that comes with Weir, beside the bundled models. */
function ownFolder({ io }: Verb): string {
  return join(dirname(io.modelsFolder ?? bundledModelsFolder()), 'conformance', 'corpus');
}

/** A statement tells of our own corpus too, whichever other was run. */
function ownResult(corpus: string, { backend }: Options, verb: Verb): readonly NamedResult[] {
  const own = ownFolder(verb);
  if (resolve(corpus) === resolve(own) || !existsSync(own)) return [];
  const run = runCorpus(folderFiles(own), backend);
  return run.ok ? [{ name: 'conformance/corpus', result: run.result }] : [];
}

/** The folder to run: the one named, or our own. */
function corpusFolder(given: string | undefined, verb: Verb): string {
  const folder = given ?? ownFolder(verb);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  if (given === undefined)
    throw usageFailure('no-corpus', 'This Weir comes without a corpus.', 'weir conformance FOLDER');
  throw dataFailure('no-corpus', `There is no folder '${given}'.`, 'Check the name of the folder.');
}

function document(corpus: string, { backend }: Options, result: CorpusResult): string {
  return jsonText({ weir: WEIR_VERSION, corpus, backend, counts: countCorpus(result), rows: result.rows });
}

function judge(result: CorpusResult): void {
  const { failed, files, conversionDiffers } = countCorpus(result);
  if (failed === 0 && conversionDiffers === 0) return;
  const message =
    failed > 0
      ? `${failed} of ${files} files failed.`
      : `${conversionDiffers} of ${files} files give other numbers when converted.`;
  const hint =
    failed > 0 ? 'Each line that begins with FAIL says why.' : 'Each line that says DIFFERS has more.';
  throw new Failure(EXIT.checkFailed, [{ code: 'conformance', severity: 'error', message, hint }]);
}
