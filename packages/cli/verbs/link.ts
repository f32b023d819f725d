import {
  encodeLink,
  jsonText,
  LINK_DEFAULTS,
  LINK_VIEWS,
  type LinkHorizon,
  type LinkState,
  type LinkView,
  packedLink,
  planScenario,
} from '@weir/study';
import { nodePacking } from '@weir/study/node';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Assignments, assignment } from '../arguments/assignments.js';
import { idList, wholeAbove } from '../arguments/lists.js';
import { parseNumber } from '../arguments/parse-number.js';
import { addBegin, addCorrections } from '../arguments/run-options.js';
import { EXIT } from '../exit-code.js';
import { valueOrFail } from '../failure.js';
import { openModel } from '../files/open-model.js';
import { readLink } from '../link/read-link.js';
import type { Verb } from './verb.js';

const ENCODE = `
Examples:
  weir link encode MODEL --scenario ID --set NAME=0.5@12+6 --at 60
  weir link encode MODEL --corrections A1 --at long --view over-time
`;

const DECODE = `
Example:
  weir link decode '#v=1&m=MODEL&s=SCENARIO,NAME:0.5&t=60'
`;

interface EncodeOptions {
  readonly scenario?: string;
  readonly set?: Assignments;
  readonly begin?: { readonly at: number; readonly over: number };
  readonly corrections: readonly string[];
  readonly at?: LinkHorizon;
  readonly view: LinkView;
  readonly outcomes?: readonly string[];
  readonly ranges: string;
  readonly n: number;
  readonly seed?: number;
}

/** Adds `weir link`: links of the lab, written and read. */
export function addLinkVerb(program: Command, verb: Verb): void {
  const link = program.command('link').description('Write and read links of the lab.');
  const encode = link
    .command('encode <MODEL>')
    .description("Print the link of a policy: what stands after '#'.");
  encode
    .option('--scenario <ID>', 'scenario of the study (default: its baseline)')
    .option('--set <NAME=VALUE>', 'set a parameter; with VALUE@12+6 from month 12, over 6', assignment);
  addCorrections(addBegin(encode))
    .option('--at <WHEN>', 'where outcomes are read: a number of months, or long', horizon)
    .addOption(new Option('--view <NAME>', 'view that opens').choices([...LINK_VIEWS]).default('compare'))
    .option('--outcomes <A,B>', 'outcomes that are shown', idList)
    .option('--ranges <ID>', 'ranges of the draws', LINK_DEFAULTS.ranges)
    .option('--n <N>', 'draws', wholeAbove, LINK_DEFAULTS.draws)
    .option('--seed <N>', 'seed of the draws', wholeAbove)
    .addHelpText('after', ENCODE)
    .action((model: string, options: EncodeOptions) => write(verb, model, options));
  link
    .command('decode <URL>')
    .description('Print what a link says, as JSON.')
    .addHelpText('after', DECODE)
    .action(async (url: string) => verb.io.out(jsonText(await readLink(verb, url))));
}

async function write(verb: Verb, model: string, options: EncodeOptions): Promise<void> {
  const { corrections, begin, set } = options;
  const prepared = openModel(verb, model, corrections);
  const { study, bound } = prepared;
  const scenario = options.scenario ?? bound.baseline.definition.id;
  const request = {
    scenario,
    set: set?.set ?? new Map<string, number>(),
    ...(set === undefined || set.changes.length === 0 ? {} : { changes: set.changes }),
    ...(begin === undefined ? {} : { begin }),
  };
  // Names and dates are checked as those of a run are.
  valueOrFail(
    planScenario(prepared, { ...request, until: prepared.program.stop, backend: 'javascript' }),
    EXIT.usage,
  );
  const settings = [
    ...[...request.set].map(([name, value]) => ({ name, value })),
    ...(set?.changes ?? []).map(({ name, value, at, over }) => ({ name, value, at, over })),
  ];
  const isDraft = options.scenario !== undefined || settings.length > 0 || begin !== undefined;
  const state: LinkState = {
    ...LINK_DEFAULTS,
    model: study.id,
    ...(study.version === '' ? {} : { modelVersion: study.version }),
    corrections,
    view: options.view,
    outcomes: options.outcomes ?? [],
    ...(isDraft ? { draft: { scenario, settings, ...(begin === undefined ? {} : { begin }) } } : {}),
    ...(options.at === undefined ? {} : { horizon: options.at }),
    ranges: options.ranges,
    draws: options.n,
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  };
  verb.io.out(`#${await packedLink(encodeLink(state), nodePacking)}\n`);
}

function horizon(text: string): LinkHorizon {
  if (text === 'long') return text;
  const months = parseNumber(text);
  if (months !== undefined && months > 0) return months;
  throw new InvalidArgumentError('Give long, or a number of months above 0.');
}
