import type { Method } from '@weir/engine';
import { type PhaseIn, type RunRequest, readPhaseIn } from '@weir/study';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Assignments, assignment } from './assignments.js';
import { parseNumber } from './parse-number.js';
import { tableSource } from './table-sources.js';

const METHODS: readonly Method[] = ['euler', 'rk2', 'rk4', 'rk45', 'gear'];

/** Options of every verb that runs a model, as commander hands them over. */
export interface RunOptions {
  readonly set?: Assignments;
  readonly begin?: PhaseIn;
  readonly table?: RunRequest['tables'];
  readonly from: 'file' | 'equilibrium';
  readonly corrections: readonly string[];
  readonly until?: RunRequest['until'];
  readonly method?: Method;
  readonly dt?: number;
  readonly saveEvery?: number;
  readonly seed?: number;
  readonly backend: RunRequest['backend'];
}

/** Adds the options that say how to run a model. */
export function addRunOptions(command: Command): Command {
  command.option('--set <NAME=VALUE>', 'set a parameter; with VALUE@12+6 from month 12, over 6', assignment);
  addBegin(command)
    .option(
      '--table <NAME=FILE.csv>',
      'series over time from a file, or FILE.csv:COLUMN; repeat for more',
      tableSource,
    )
    .addOption(
      new Option('--from <WHERE>', 'where stocks start: the file, or the equilibrium of the baseline')
        .choices(['file', 'equilibrium'])
        .default('file'),
    );
  return addCorrections(command)
    .option('--until <WHEN>', 'published, equilibrium, or a number of months', until)
    .addOption(new Option('--method <NAME>', 'integration method').choices(METHODS))
    .option('--dt <MONTHS>', 'time step', positive)
    .option('--seed <N>', 'seed of random numbers, where the model has any (default: 1234)', wholeNumber)
    .addOption(
      new Option('--backend <NAME>', 'how equations are computed')
        .choices(['interpreter', 'javascript', 'wasm'])
        .default('javascript'),
    );
}

/** Adds `--begin`. */
export function addBegin(command: Command): Command {
  return command.option('--begin <AT+OVER>', "when a scenario's own settings begin, as in 12+6", phaseIn);
}

/** Adds the options that say what is set in every run, when runs end and how they are computed. */
export function addEnd(command: Command): Command {
  return command
    .option('--set <NAME=VALUE>', 'set a parameter in every run; repeat for more', assignment)
    .option('--until <WHEN>', 'published, equilibrium, or a number of months', until)
    .addOption(new Option('--method <NAME>', 'integration method').choices(METHODS))
    .option('--dt <MONTHS>', 'time step', positive);
}

/** Adds `--corrections`, whose value is ids and groups; empty for the model as it was read. */
export function addCorrections(command: Command): Command {
  return command.addOption(
    new Option('--corrections <A,B>', 'corrections of the model, by id or group')
      .argParser(corrections)
      .default([], 'none'),
  );
}

/** Adds `--save-every`. */
export function addSaveEvery(command: Command): Command {
  return command.option('--save-every <MONTHS>', 'also give values over time', positive);
}

/**
 * The request that options stand for.
 *
 * @param defaultUntil - When runs end where nobody says.
 */
export function runRequest(options: RunOptions, defaultUntil: RunRequest['until']): RunRequest {
  return {
    set: options.set?.set ?? new Map<string, number>(),
    ...(options.set === undefined || options.set.changes.length === 0
      ? {}
      : { changes: options.set.changes }),
    ...(options.table === undefined ? {} : { tables: options.table }),
    ...(options.begin === undefined ? {} : { begin: options.begin }),
    ...(options.from === 'equilibrium' ? { from: options.from } : {}),
    until: options.until ?? defaultUntil,
    ...(options.method === undefined ? {} : { method: options.method }),
    ...(options.dt === undefined ? {} : { dt: options.dt }),
    ...(options.saveEvery === undefined ? {} : { saveEvery: options.saveEvery }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    backend: options.backend,
  };
}

function phaseIn(text: string): PhaseIn {
  const read = readPhaseIn(text);
  if (read !== undefined) return read;
  throw new InvalidArgumentError('Give a month, or a month and how long it takes, as in 12 or 12+6.');
}

function corrections(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.some((name) => name === ''))
    throw new InvalidArgumentError('Give none, or ids and groups with commas between them.');
  return names.length === 1 && names[0]?.toLowerCase() === 'none' ? [] : names;
}

function until(text: string): RunRequest['until'] {
  if (text === 'published' || text === 'equilibrium') return text;
  const months = parseNumber(text);
  if (months !== undefined && months > 0) return months;
  throw new InvalidArgumentError('Give published, equilibrium, or a number of months above 0.');
}

function positive(text: string): number {
  const value = parseNumber(text);
  if (value !== undefined && value > 0) return value;
  throw new InvalidArgumentError('Give a number of months above 0, as in 0.25.');
}

function wholeNumber(text: string): number {
  const value = parseNumber(text);
  if (value !== undefined && Number.isInteger(value) && value >= 0 && value < 2 ** 32) return value;
  throw new InvalidArgumentError('Give a whole number from 0 to 4294967295, as in 1234.');
}
