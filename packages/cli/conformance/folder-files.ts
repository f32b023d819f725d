import { readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { CorpusFiles } from './corpus-files.js';

/** The files below a folder. What a link leads out of the folder is not there. */
export function folderFiles(folder: string): CorpusFiles {
  return {
    read: (path) => {
      try {
        const root = realpathSync(folder);
        const file = realpathSync(join(root, path));
        const inside = relative(root, file);
        if (inside === '..' || inside.startsWith(`..${sep}`)) return undefined;
        return readFileSync(file);
      } catch (error) {
        if (error instanceof Error && 'code' in error) return undefined;
        throw error;
      }
    },
  };
}
