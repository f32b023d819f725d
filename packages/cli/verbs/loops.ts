import { feedbackLoops, type LinkPolarity, LOOP_LIMITS, symbolicPolarity } from '@weir/model';
import { jsonText, type PreparedStudy } from '@weir/study';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { addCorrections } from '../arguments/run-options.js';
import { linkProbe } from '../checks/link-probe.js';
import { loopText } from '../checks/loop-text.js';
import { namedVariable } from '../checks/named-variable.js';
import { openModel } from '../files/open-model.js';
import { printWidth } from '../print/width.js';
import type { Verb } from './verb.js';

const EXAMPLES = `
Examples:
  weir loops MODEL Price
  weir loops population.xmile --most 50
`;
const DEFAULT_MOST = 20;

interface Options {
  readonly corrections: readonly string[];
  readonly most: number;
  readonly format: 'table' | 'json';
}

/** Adds `weir loops`: the feedback loops of a model, or those through a variable. */
export function addLoops(program: Command, verb: Verb): void {
  const command = program
    .command('loops <MODEL> [VARIABLE]')
    .description('List feedback loops with their polarity, the shortest first.')
    .option('--most <N>', 'loops to show in the table', most, DEFAULT_MOST)
    .addOption(
      new Option('--format <FORM>', 'form of the result').choices(['table', 'json']).default('table'),
    );
  addCorrections(command)
    .addHelpText('after', EXAMPLES)
    .action((reference: string, typed: string | undefined, options: Options) => {
      const prepared = openModel(verb, reference, options.corrections);
      verb.io.out(textOf(prepared, typed, options, printWidth(verb.io)));
    });
}

function textOf(prepared: PreparedStudy, typed: string | undefined, options: Options, width: number): string {
  const { model, study } = prepared;
  const through = typed === undefined ? undefined : namedVariable(prepared, typed);
  const { polarity, probed } = polarityOf(prepared);
  const found = feedbackLoops(model, {
    ...(through === undefined ? {} : { through: through.key }),
    polarity,
  });
  if (options.format === 'json')
    return jsonText({
      model: study.id,
      ...(through === undefined ? {} : { variable: through.name }),
      set: found.set,
      complete: found.complete,
      loops: found.loops.map(({ variables, stocks, links, polarity: sign }) => ({
        polarity: sign,
        variables: variables.map(({ name }) => name),
        links,
        stocks: stocks.map(({ name }) => name),
      })),
      links_from_base_run: probed(),
    });
  const about = through === undefined ? study.id : `${study.id}, through ${through.name}`;
  const limit = LOOP_LIMITS.loops;
  return loopText(about, found, { most: options.most, limit, probed: probed() }, width);
}

/** The sign of a link by its equation where that is certain, else by the base run. */
function polarityOf({ model, executable }: PreparedStudy): {
  readonly polarity: LinkPolarity;
  readonly probed: () => number;
} {
  const symbolic = symbolicPolarity(model);
  let probe: LinkPolarity | undefined;
  let probed = 0;
  const polarity: LinkPolarity = (cause, effect) => {
    const certain = symbolic(cause, effect);
    if (certain !== 'unknown') return certain;
    probe ??= linkProbe(executable('javascript'));
    const seen = probe(cause, effect);
    if (seen !== 'unknown') probed += 1;
    return seen;
  };
  return { polarity, probed: () => probed };
}

function most(text: string): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (value >= 1) return value;
  throw new InvalidArgumentError('Give a whole number above 0.');
}
