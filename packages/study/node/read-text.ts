import { readFileSync } from 'node:fs';
import type { Outcome, SourceText } from '@weir/model';
import { decodeVensim, reached, refused, sourceText } from '@weir/model';
import { systemReason } from './system-reason.js';

/**
 * Reads a text file: a Vensim model in the encoding it was saved in, all else in UTF-8, with or without a byte
 * order mark.
 *
 * @param shown - Name of the file in messages.
 * @errors `cannot-read`, `not-utf8`.
 */
export function readText(path: string, shown = path): Outcome<SourceText> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const message = `\`${shown}\` could not be read: ${systemReason(error)}.`;
    return refused([
      { code: 'cannot-read', severity: 'error', message, hint: 'Check the name and the folder.' },
    ]);
  }
  if (/\.mdl$/i.test(path)) return reached(sourceText(shown, decodeVensim(bytes)));
  try {
    return reached(sourceText(shown, new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const message = `\`${shown}\` is not text in UTF-8.`;
    return refused([{ code: 'not-utf8', severity: 'error', message, hint: 'Save the file as UTF-8.' }]);
  }
}
