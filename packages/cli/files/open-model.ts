import type { PreparedStudy } from '@weir/study';
import { openStudy } from '@weir/study/node';
import { EXIT } from '../exit-code.js';
import { Failure } from '../failure.js';
import type { Verb } from '../verbs/verb.js';

/**
 * Opens the MODEL of a command line, and prints the warnings met on the way.
 *
 * @throws Failure: usage for an unknown name or kind of file, else the model or study file is at fault.
 */
export function openModel({ io, warn }: Verb, reference: string): PreparedStudy {
  const opened = openStudy(reference, io.modelsFolder === undefined ? {} : { modelsFolder: io.modelsFolder });
  if (opened.ok) {
    warn(opened.diagnostics);
    return opened.value;
  }
  const mistyped = opened.diagnostics.some(
    ({ code }) => code === 'unknown-format' || (code === 'no-such-study' && !looksLikePath(reference)),
  );
  throw new Failure(mistyped ? EXIT.usage : EXIT.data, opened.diagnostics);
}

function looksLikePath(reference: string): boolean {
  return /[\\/]|\.[a-z]+$/i.test(reference) || reference === '.' || reference === '..';
}
