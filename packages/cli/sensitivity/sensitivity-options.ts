import type { Input, PairedChange } from '@weir/analysis';
import type { Method } from '@weir/engine';
import type { PreparedStudy, SensitivityMethod, SensitivityRequest } from '@weir/study';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { idList, numberList, wholeAbove } from '../arguments/lists.js';
import type { OutputOptions } from '../arguments/output-options.js';
import { parseNumber } from '../arguments/parse-number.js';
import { addCorrections } from '../arguments/run-options.js';
import { usageFailure } from '../failure.js';

/** Options of an analysis, as commander hands them over. */
export interface SensitivityOptions extends OutputOptions {
  readonly outcomes?: readonly string[];
  readonly scenario?: string;
  readonly against?: string;
  readonly change: PairedChange;
  readonly ranges?: string;
  readonly vary?: ReadonlyMap<string, readonly [low: number, high: number]>;
  readonly n?: number;
  readonly replicates?: number;
  readonly seed: number;
  readonly set?: ReadonlyMap<string, number>;
  readonly corrections: readonly string[];
  readonly until: SensitivityRequest['until'];
  readonly at?: readonly number[];
  readonly method?: Method;
  readonly dt?: number;
  readonly all?: boolean;
  readonly curves?: boolean;
}

/** Range sets in the order in which one is taken where nobody names one. */
const USUAL_RANGES = ['20pct', 'evidence', 'wide'];
const METHODS: readonly Method[] = ['euler', 'rk2', 'rk4', 'rk45', 'gear'];

/** Adds the options that say what is varied, and what is looked at. */
export function addSensitivityOptions(command: Command): Command {
  command
    .option('--outcomes <A,B>', 'outcomes, by id (default: the headline ones)', idList)
    .option('--scenario <ID>', 'scenario whose outcomes are looked at (default: the baseline)')
    .option('--against <ID>', 'look at the change from this scenario instead')
    .addOption(
      new Option('--change <FORM>', 'form of that change')
        .choices(['percent', 'difference'])
        .default('percent'),
    )
    .option('--ranges <ID>', 'ranges of the study (default: 20pct, or its first)')
    .option('--vary <NAME=LOW:HIGH>', 'vary this instead, uniform; repeat for more', span)
    .option('--n <N>', 'size of the design; what it counts depends on the method', wholeAbove)
    .option('--replicates <R>', "replicates of Sobol' indices, for intervals (8 or more)", wholeAbove)
    .option('--seed <N>', 'seed of the design', seedOf, 1234)
    .option('--set <NAME=VALUE>', 'hold a parameter at this value in every run; repeat for more', assignment);
  return addCorrections(command)
    .option('--until <WHEN>', 'equilibrium, published, or a number of months', untilOf, 'equilibrium')
    .option('--at <MONTHS>', 'months on the way to --until MONTHS, with commas', numberList)
    .addOption(new Option('--method <NAME>', 'integration method').choices(METHODS))
    .option('--dt <MONTHS>', 'time step', positive);
}

/**
 * The request that options stand for.
 *
 * @throws Failure for contradictions.
 */
export function sensitivityRequest(
  { bound, study }: PreparedStudy,
  analysis: SensitivityMethod,
  options: SensitivityOptions,
): SensitivityRequest {
  if (options.vary !== undefined && options.ranges !== undefined)
    throw usageFailure('two-ranges', '--vary and --ranges both say what varies.', 'Give one of them.');
  if (options.replicates !== undefined && analysis !== 'sobol')
    throw usageFailure('no-replicates', `${analysis} has no replicates.`, 'Leave out --replicates.');
  const known = [...bound.ranges.keys()];
  const ranges =
    options.vary === undefined
      ? (options.ranges ?? USUAL_RANGES.find((id) => known.includes(id)) ?? known[0] ?? '20pct')
      : [...options.vary].map(
          ([name, [low, high]]): Input => ({ name, distribution: { kind: 'uniform', low, high } }),
        );
  const headline = study.outcomes.filter((outcome) => outcome.headline).map(({ id }) => id);
  return {
    analysis,
    ranges,
    seed: options.seed,
    until: options.until,
    outcomes: options.outcomes ?? headline,
    ...(options.scenario === undefined ? {} : { scenario: options.scenario }),
    ...(options.against === undefined ? {} : { against: options.against, change: options.change }),
    ...(options.n === undefined ? {} : { n: options.n }),
    ...(options.replicates === undefined ? {} : { replicates: options.replicates }),
    ...(options.set === undefined ? {} : { set: options.set }),
    ...(options.at === undefined ? {} : { at: options.at }),
    ...(options.method === undefined ? {} : { method: options.method }),
    ...(options.dt === undefined ? {} : { dt: options.dt }),
  };
}

function span(
  text: string,
  earlier: ReadonlyMap<string, readonly [number, number]> | undefined,
): ReadonlyMap<string, readonly [number, number]> {
  const split = text.indexOf('=');
  const name = text.slice(0, split).trim();
  const [low, high, more] = text
    .slice(split + 1)
    .split(':')
    .map((part) => parseNumber(part.trim()));
  if (
    split < 1 ||
    name === '' ||
    low === undefined ||
    high === undefined ||
    more !== undefined ||
    !(low < high)
  )
    throw new InvalidArgumentError('Write it as NAME=LOW:HIGH, as in --vary rate=0.1:0.3.');
  if (earlier?.has(name) === true) throw new InvalidArgumentError(`${name} is given twice.`);
  return new Map([...(earlier ?? []), [name, [low, high]]]);
}

function assignment(
  text: string,
  earlier: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, number> {
  const split = text.indexOf('=');
  const name = text.slice(0, split).trim();
  const value = parseNumber(text.slice(split + 1).trim());
  if (split < 1 || name === '' || value === undefined)
    throw new InvalidArgumentError('Write it as NAME=VALUE, as in --set rate=0.2.');
  return new Map([...(earlier ?? []), [name, value]]);
}

/** When runs end, as people write it. @throws InvalidArgumentError */
export function untilOf(text: string): SensitivityRequest['until'] {
  if (text === 'published' || text === 'equilibrium') return text;
  return positive(text);
}

function positive(text: string): number {
  const value = parseNumber(text);
  if (value !== undefined && value > 0) return value;
  throw new InvalidArgumentError('Give a number of months above 0.');
}

/** A seed as people write it. @throws InvalidArgumentError */
export function seedOf(text: string): number {
  const value = parseNumber(text);
  if (value !== undefined && Number.isInteger(value) && value >= 0 && value < 2 ** 32) return value;
  throw new InvalidArgumentError('Give a whole number from 0 to 4294967295, as in 1234.');
}
