import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { usageFailure } from '../failure.js';

/**
 * Makes sure, before any work is done, of the place of a file asked for with `--out`.
 *
 * @throws Failure where its folder is missing, or the path is a folder.
 */
export function checkOutFile(path: string): void {
  if (kindOf(dirname(resolve(path))) !== 'folder') throw noFolder(path);
  if (kindOf(path) !== 'folder') return;
  throw usageFailure(
    'out-file',
    `'${path}' is a folder.`,
    `Name a file in it: --out ${join(path, 'result')}`,
  );
}

/**
 * Makes sure of the folder asked for with `--out`: it, or the folder it will stand in, must be there.
 *
 * @throws Failure where neither is.
 */
export function checkOutFolder(path: string): void {
  const kind = kindOf(path);
  if (kind === 'file') {
    throw usageFailure('out-folder', `'${path}' is a file; the report needs a folder.`, 'Name a folder.');
  }
  if (kind === 'missing' && kindOf(dirname(resolve(path))) !== 'folder') throw noFolder(path);
}

function noFolder(path: string) {
  return usageFailure(
    'out-folder',
    `There is no folder for '${path}'.`,
    `Make it first: mkdir -p ${dirname(path)}`,
  );
}

function kindOf(path: string): 'file' | 'folder' | 'missing' {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'missing';
  return found.isDirectory() ? 'folder' : 'file';
}
