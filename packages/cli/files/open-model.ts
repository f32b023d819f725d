import { correctStudy, type PreparedStudy } from '@weir/study';
import { openStudy } from '@weir/study/node';
import { EXIT } from '../exit-code.js';
import { Failure } from '../failure.js';
import type { Verb } from '../verbs/verb.js';

/** What is wrong with the words of a command line, not with a file. */
const CHOICE_CODES: ReadonlySet<string> = new Set(['unknown-correction', 'correction-conflict']);

/**
 * Opens the MODEL of a command line, and prints the warnings met on the way.
 *
 * @param corrections - Ids and groups of the corrections that the model is to have.
 * @throws Failure: usage for an unknown name, correction or kind of file, else the model or study file is at fault.
 */
export function openModel(
  { io, warn }: Verb,
  reference: string,
  corrections: readonly string[] = [],
): PreparedStudy {
  const opened = openStudy(reference, io.modelsFolder === undefined ? {} : { modelsFolder: io.modelsFolder });
  if (opened.ok) {
    warn(opened.diagnostics);
    const corrected = correctStudy(opened.value, corrections);
    if (corrected.ok) return corrected.value;
    const wronglyAsked = corrected.diagnostics.every(({ code }) => CHOICE_CODES.has(code));
    throw new Failure(wronglyAsked ? EXIT.usage : EXIT.data, corrected.diagnostics);
  }
  const mistyped = opened.diagnostics.some(
    ({ code }) => code === 'unknown-format' || (code === 'no-such-study' && !looksLikePath(reference)),
  );
  throw new Failure(mistyped ? EXIT.usage : EXIT.data, opened.diagnostics);
}

function looksLikePath(reference: string): boolean {
  return /[\\/]|\.[a-z]+$/i.test(reference) || reference === '.' || reference === '..';
}
