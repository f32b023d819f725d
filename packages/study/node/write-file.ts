import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import { systemReason } from './system-reason.js';

/**
 * Writes a file so that it is there whole or not at all: into a neighbor first, then renamed over the old.
 *
 * @returns The path written.
 * @errors `cannot-write`.
 */
export function writeFileWhole(path: string, content: string | Uint8Array): Outcome<string> {
  const neighbor = `${path}.${process.pid}.part`;
  try {
    writeFileSync(neighbor, content);
    renameSync(neighbor, path);
    return reached(path);
  } catch (error) {
    const reason = systemReason(error);
    rmSync(neighbor, { force: true });
    const message = `\`${path}\` could not be written: ${reason}.`;
    return refused([
      { code: 'cannot-write', severity: 'error', message, hint: 'Choose another place with `--out`.' },
    ]);
  }
}
