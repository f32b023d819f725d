import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileWhole } from '@weir/study/node';
import { EXIT } from '../exit-code.js';
import { dataFailure, valueOrFail } from '../failure.js';

/**
 * Writes files into a folder, which is made where it is missing.
 *
 * @throws Failure where the folder or a file cannot be written.
 */
export function writeFiles(
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw dataFailure(
      'cannot-write',
      `The folder '${folder}' could not be made.`,
      'Choose another with --out.',
    );
  }
  for (const file of files) valueOrFail(writeFileWhole(join(folder, file.name), file.text), EXIT.data);
}
