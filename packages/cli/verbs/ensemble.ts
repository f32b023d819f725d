import type { Method } from '@weir/engine';
import {
  ENSEMBLE_DESIGNS,
  type EnsembleDesign,
  type EnsemblePlan,
  type EnsembleRequest,
  type EnsembleRuns,
  jsonText,
  type PreparedStudy,
  planEnsemble,
  type RunRequest,
} from '@weir/study';
import { type EnsembleFile, readInputsFile, writeEnsemble } from '@weir/study/node';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Assignments } from '../arguments/assignments.js';
import { idList, numberList, wholeAbove } from '../arguments/lists.js';
import { addCorrections, addEnd } from '../arguments/run-options.js';
import { EXIT } from '../exit-code.js';
import { usageFailure, valueOrFail } from '../failure.js';
import { checkOutFile } from '../files/check-out.js';
import { openModel } from '../files/open-model.js';
import { ensembleText } from '../print/ensemble-text.js';
import { startRateProgress } from '../print/rate-progress.js';
import { printWidth } from '../print/width.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Examples:
  weir ensemble MODEL --n 1000 --until equilibrium --out runs.parquet
  weir ensemble MODEL --scenarios FIRST,SECOND --ranges wide \\
      --design sobol --n 4096 --until equilibrium --out policies.parquet
  weir ensemble MODEL --inputs mine.csv --out mine-results.csv
  weir ensemble MODEL --until 240 --at 12,60,120 --out paths.csv

A file that was not finished goes on where it stopped: give the same command
with --resume.
`;

interface Options {
  readonly out: string;
  readonly design?: EnsembleDesign;
  readonly n?: number;
  readonly seed?: number;
  readonly ranges?: string;
  readonly inputs?: string;
  readonly scenario?: string;
  readonly scenarios?: readonly string[];
  readonly outcomes?: readonly string[];
  readonly set?: Assignments;
  readonly corrections: readonly string[];
  readonly until?: RunRequest['until'];
  readonly at?: readonly number[];
  readonly method?: Method;
  readonly dt?: number;
  readonly workers?: number;
  readonly chunk?: number;
  readonly resume: boolean;
  readonly format: 'table' | 'json';
}

/** Runs where nobody says how many. */
const RUNS = 1000;
const SEED = 1234;
const RANGES = '20pct';

/** Adds `weir ensemble`: many runs with drawn or given inputs, into a file. */
export function addEnsemble(program: Command, verb: Verb): void {
  const command = program
    .command('ensemble <MODEL>')
    .description('Run a model many times with other inputs, into a file.')
    .requiredOption('--out <FILE>', 'file for the results, ending in .parquet or .csv')
    .addOption(
      new Option('--design <NAME>', 'how inputs are drawn (default: lhs)').choices([...ENSEMBLE_DESIGNS]),
    )
    .option('--n <N>', `number of draws (default: ${RUNS})`, wholeAbove)
    .option('--seed <N>', `seed of the draws (default: ${SEED})`, seed)
    .option('--ranges <ID>', `ranges of the study that inputs are drawn from (default: ${RANGES})`)
    .option('--inputs <FILE>', 'CSV of inputs instead of draws: run_id, then a column a parameter')
    .option('--scenario <ID>', 'scenario of the study (default: its baseline)')
    .option('--scenarios <A,B>', 'several scenarios, each with the same draws; all for every one', idList)
    .option('--outcomes <A,B>', 'outcomes to report (default: all)', idList)
    .option('--at <MONTHS>', 'months at which outcomes are reported too, as in 12,60', numberList);
  addCorrections(addEnd(command))
    .option('--workers <N>', 'worker threads (default: as many as there are cores)', wholeAbove)
    .addOption(
      new Option('--chunk <ROWS>', 'rows a thread computes at once').argParser(wholeAbove).hideHelp(),
    )
    .option('--resume', 'go on with a file that was not finished', false)
    .addOption(
      new Option('--format <FORM>', 'form of the summary on stdout')
        .choices(['table', 'json'])
        .default('table'),
    )
    .addHelpText('after', EXAMPLES)
    .action((model: string, options: Options) => run(verb, model, options));
}

async function run(verb: Verb, model: string, options: Options): Promise<void> {
  const { io } = verb;
  checkOptions(options);
  const prepared = openModel(verb, model, options.corrections);
  const planned = planEnsemble(prepared, requestOf(prepared, options));
  const plan = valueOrFail(planned, options.inputs === undefined ? EXIT.usage : EXIT.data);
  verb.warn(planned.diagnostics);
  const file = await write(verb, plan, options);
  io.err(`Written: ${file.path}\n`);
  if (file.kept > 0) io.err(`${file.kept} of ${file.rows} runs were there already.\n`);
  if (file.recomputed > 0) io.err(`${file.recomputed} runs were damaged on disk and were computed anew.\n`);
  io.out(
    options.format === 'json'
      ? jsonText({ ...plan.facts, file: file.path, rows: file.rows, summary: file.summary })
      : ensembleText(prepared, plan, file.summary, printWidth(io)),
  );
}

function checkOptions({ out, inputs, design, n, seed: given, ranges, scenario, scenarios }: Options): void {
  if (!/\.(parquet|csv)$/i.test(out)) {
    throw usageFailure(
      'out-ending',
      `'${out}' does not say which kind of file it is to be.`,
      'End it in .parquet or .csv.',
    );
  }
  checkOutFile(out);
  if (inputs !== undefined && [design, n, given, ranges].some((option) => option !== undefined)) {
    throw usageFailure(
      'inputs-or-draws',
      'Inputs come from a file or are drawn, not both.',
      'Leave out --inputs, or --design, --n, --seed and --ranges.',
    );
  }
  if (scenario !== undefined && scenarios !== undefined)
    throw usageFailure('scenario-twice', 'Give --scenario or --scenarios.', 'Leave one of them out.');
}

function requestOf(prepared: PreparedStudy, options: Options): EnsembleRequest {
  const { set, at, method, dt, outcomes } = options;
  if ((set?.changes.length ?? 0) > 0) {
    throw usageFailure(
      'set-dated',
      'In an ensemble, --set holds for the whole run.',
      'Write what changes at a date into a scenario of the study file.',
    );
  }
  const last = at === undefined ? prepared.defaultUntil : Math.max(...at);
  return {
    runs: runsOf(prepared, options),
    scenarios: scenariosOf(prepared, options),
    until: options.until ?? last,
    ...(set === undefined ? {} : { set: set.set }),
    ...(outcomes === undefined ? {} : { outcomes }),
    ...(at === undefined ? {} : { at }),
    ...(method === undefined ? {} : { method }),
    ...(dt === undefined ? {} : { dt }),
  };
}

function scenariosOf({ bound }: PreparedStudy, { scenario, scenarios }: Options): readonly string[] {
  if (scenario !== undefined) return [scenario];
  if (scenarios === undefined) return [];
  return scenarios.length === 1 && scenarios[0] === 'all' ? [...bound.scenarios.keys()] : scenarios;
}

function runsOf(prepared: PreparedStudy, options: Options): EnsembleRuns {
  const { inputs, design = 'lhs', n = RUNS, seed: own = SEED, ranges = RANGES } = options;
  if (inputs !== undefined) return valueOrFail(readInputsFile(prepared, inputs), EXIT.data);
  return { kind: 'draws', design, n, seed: own, ranges };
}

async function write({ io }: Verb, plan: EnsemblePlan, options: Options): Promise<EnsembleFile> {
  const progress = startRateProgress(io);
  const stop = new AbortController();
  const deaf = io.onInterrupt?.(() => stop.abort());
  try {
    const written = await writeEnsemble(plan, options.out, {
      resume: options.resume,
      signal: stop.signal,
      onProgress: ({ rowsDone, rows }) => progress.report(rowsDone, rows),
      ...(options.workers === undefined ? {} : { workers: options.workers }),
      ...(options.chunk === undefined ? {} : { chunkRows: options.chunk }),
    });
    progress.end();
    return valueOrFail(written, EXIT.data);
  } finally {
    deaf?.();
  }
}

function seed(text: string): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (value !== undefined) return value;
  throw new InvalidArgumentError('Give a whole number of 0 or more, as in 1234.');
}
