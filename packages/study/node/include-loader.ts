import { realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { IncludeLoader, Outcome } from '@weir/model';
import { refused } from '@weir/model';
import { readText } from './read-text.js';
import { systemReason } from './system-reason.js';

/** Largest file that is opened, in bytes: as many as the characters a model may have at most. */
const LARGEST = 4 * 64 * 1024 * 1024;

/**
 * Gets the files that a model file includes, from its folder and below it only. A symbolic link is followed where it
 * stays in the folder. A path that leads elsewhere by its words never gets here: the reader refuses it.
 *
 * @param modelFile - Path of the model file, as messages show it.
 * @errors include-missing, include-outside, and those of {@link readText}.
 * @source OASIS XMILE 1.0, 2.11.
 */
export function includeLoader(modelFile: string): IncludeLoader {
  const folder = dirname(modelFile);
  return (path) => {
    const shown = join(folder, ...path.split('/'));
    let file: string;
    try {
      const root = realpathSync(folder);
      file = realpathSync(join(root, ...path.split('/')));
      if (!isWithin(root, file)) return outside(shown);
      const status = statSync(file);
      if (!status.isFile()) return missing(shown, 'it is not a plain file');
      if (status.size > LARGEST) return missing(shown, 'it is larger than any model');
    } catch (error) {
      return missing(shown, systemReason(error));
    }
    return readText(file, shown);
  };
}

function isWithin(folder: string, file: string): boolean {
  const inside = relative(folder, file);
  return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

function missing(shown: string, reason: string): Outcome<never> {
  const message = `The included file \`${shown}\` cannot be read: ${reason}.`;
  const hint =
    'Put the file there, or correct the `<include>`; its path is relative to the file that has it.';
  return refused([{ code: 'include-missing', severity: 'error', message, hint }]);
}

function outside(shown: string): Outcome<never> {
  const message = `The included file \`${shown}\` is a link that leads out of the model's folder.`;
  const hint = 'Copy the file itself into the folder.';
  return refused([{ code: 'include-outside', severity: 'error', message, hint }]);
}
