import { jsonText, planRobustness, type RobustnessRequest, robustnessCsv, robustnessOf } from '@weir/study';
import type { Command } from 'commander';
import { idList, wholeAbove } from '../arguments/lists.js';
import { addOutputOptions, formatOf, type OutputOptions } from '../arguments/output-options.js';
import { addCorrections } from '../arguments/run-options.js';
import { EXIT } from '../exit-code.js';
import { valueOrFail } from '../failure.js';
import { checkOutFile } from '../files/check-out.js';
import { deliver } from '../files/deliver.js';
import { openModel } from '../files/open-model.js';
import { printWidth } from '../print/width.js';
import { robustnessText } from '../sensitivity/robustness-text.js';
import { runTables } from '../sensitivity/run-tables.js';
import { seedOf, untilOf } from '../sensitivity/sensitivity-options.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Claims stand in the study file: a sentence, an outcome, two scenarios and a
direction. Both scenarios are run on the same draws; a draw in which a run
failed counts against the claim.

Examples:
  weir robustness MODEL
  weir robustness MODEL --ranges wide --claims CLAIM
`;

/** Draws of each set of ranges where nobody says. */
const DRAWS = 5000;
/** Range sets that are tried where nobody names one, of those that a study has. */
const USUAL_RANGES = ['20pct', 'wide'];

interface Options extends OutputOptions {
  readonly ranges?: readonly string[];
  readonly claims?: readonly string[];
  readonly n: number;
  readonly seed: number;
  readonly until: RobustnessRequest['until'];
  readonly corrections: readonly string[];
}

/** Adds `weir robustness`: in how many draws each claim of a study holds. */
export function addRobustness(program: Command, verb: Verb): void {
  const command = program
    .command('robustness <MODEL>')
    .description('Count in how many draws each claim about directions holds.')
    .option('--ranges <A,B>', 'sets of ranges (default: 20pct and wide, of those there are)', idList)
    .option('--claims <A,B>', 'claims, by id (default: all)', idList)
    .option('--n <N>', 'draws of each set', wholeAbove, DRAWS)
    .option('--seed <N>', 'seed of the draws', seedOf, 1234)
    .option('--until <WHEN>', 'equilibrium, published, or a number of months', untilOf, 'equilibrium');
  addCorrections(command);
  addOutputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((model: string, options: Options) => run(verb, model, options));
}

async function run(verb: Verb, model: string, options: Options): Promise<void> {
  const format = formatOf(options);
  if (options.out !== undefined) checkOutFile(options.out);
  const prepared = openModel(verb, model, options.corrections);
  const known = [...prepared.bound.ranges.keys()];
  const usual = USUAL_RANGES.filter((id) => known.includes(id));
  const request: RobustnessRequest = {
    ranges: options.ranges ?? (usual.length > 0 ? usual : known.slice(0, 1)),
    n: options.n,
    seed: options.seed,
    until: options.until,
    ...(options.claims === undefined ? {} : { claims: options.claims }),
  };
  const plan = valueOrFail(planRobustness(prepared, request), EXIT.usage);
  const tables = await runTables(
    verb,
    plan.parts.map((part) => part.plan),
  );
  const document = robustnessOf(plan, tables);
  const text =
    format === 'json'
      ? jsonText(document)
      : format === 'csv'
        ? robustnessCsv(document)
        : robustnessText(document, prepared.study, options.notes, printWidth(verb.io));
  deliver(verb.io, text, options.out);
}
