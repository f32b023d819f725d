import { type LinkState, linkRequest, type PreparedStudy, type RunRequest } from '@weir/study';
import type { Command } from 'commander';
import { usageFailure } from '../failure.js';
import { openModel } from '../files/open-model.js';
import type { Verb } from '../verbs/verb.js';
import { readLink } from './read-link.js';

/** Options that a link stands for, and that so cannot be given beside it. */
const IN_A_LINK = ['scenario', 'scenarios', 'set', 'begin', 'from', 'corrections', 'until', 'method', 'dt'];

/** Adds `--link`. */
export function addLink(command: Command): Command {
  return command.option('--link <URL>', "a link of the lab, or what stands after its '#'");
}

/** What a link asks a verb to do. */
export interface Linked {
  readonly prepared: PreparedStudy;
  /** The run of the link's draft. */
  readonly request: RunRequest;
  readonly state: LinkState;
}

/**
 * Opens the model of a link with its corrections.
 *
 * @param model - MODEL of the command line: the link's where absent.
 * @throws Failure: usage, where the link cannot be read, or the command line says something else than it.
 */
export async function openLinked(
  verb: Verb,
  command: Command,
  link: string,
  model: string | undefined,
): Promise<Linked> {
  const twice = IN_A_LINK.find((name) => command.getOptionValueSource(name) === 'cli');
  if (twice !== undefined) {
    throw usageFailure('link-and-option', `--link says itself what --${twice} is.`, 'Leave out one of them.');
  }
  const state = await readLink(verb, link);
  const prepared = openModel(verb, model ?? state.model, state.corrections);
  const { id, version } = prepared.study;
  if (id !== state.model) {
    throw usageFailure(
      'link-of-other-model',
      `The link is of \`${state.model}\`, not of \`${id}\`.`,
      'Leave out MODEL.',
    );
  }
  if (state.modelVersion !== undefined && state.modelVersion !== version) {
    const message = `The link was made with version ${state.modelVersion} of ${id}; this is version ${version}.`;
    verb.warn([{ code: 'link-version', severity: 'warning', message }]);
  }
  return { prepared, request: linkRequest(prepared, state), state };
}

/**
 * MODEL of a command line.
 *
 * @throws Failure: usage, where neither it nor a link is given.
 */
export function modelGiven(model: string | undefined): string {
  if (model !== undefined) return model;
  throw usageFailure('no-model', 'No model is named.', 'Name one of `weir models`, a file, or a --link.');
}
