import type { Method } from '@weir/engine';
import type { RunRequest } from '@weir/study';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseNumber } from './parse-number.js';

const METHODS: readonly Method[] = ['euler', 'rk2', 'rk4', 'rk45', 'gear'];

/** Options of every verb that runs a model, as commander hands them over. */
export interface RunOptions {
  readonly set?: ReadonlyMap<string, number>;
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
  command.option('--set <NAME=VALUE>', 'set a parameter; repeat for more', assignment);
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
export function runRequest(options: RunOptions, defaultUntil: 'published' | number): RunRequest {
  return {
    set: options.set ?? new Map<string, number>(),
    until: options.until ?? defaultUntil,
    ...(options.method === undefined ? {} : { method: options.method }),
    ...(options.dt === undefined ? {} : { dt: options.dt }),
    ...(options.saveEvery === undefined ? {} : { saveEvery: options.saveEvery }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    backend: options.backend,
  };
}

function assignment(
  text: string,
  earlier: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, number> {
  const split = text.indexOf('=');
  const name = text.slice(0, split).trim();
  if (split < 0 || name === '') {
    throw new InvalidArgumentError('Write it as NAME=VALUE, as in --set prosecution_culture=0.');
  }
  const written = text.slice(split + 1).trim();
  const value = parseNumber(written);
  if (value === undefined) {
    throw new InvalidArgumentError(`'${written}' is not a number; write it as in --set ${name}=0.5.`);
  }
  return new Map([...(earlier ?? []), [name, value]]);
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
