import { join, sep } from 'node:path';
import { type Outcome, reached, type SourceText } from '@weir/model';
import type { Study } from '../study-file/study.js';
import { readText } from './read-text.js';

/**
 * The study with the data files that its scenarios name, each read once.
 *
 * @param folder - Folder of the study file.
 * @errors Those of `readText`.
 */
export function readDataFiles(study: Study, folder: string): Outcome<Study> {
  const files = new Map<string, SourceText>();
  for (const { tables } of study.scenarios) {
    for (const { file } of tables?.values() ?? []) {
      if (files.has(file)) continue;
      const read = readText(join(folder, file.replaceAll('/', sep)));
      if (!read.ok) return read;
      files.set(file, read.value);
    }
  }
  return reached(files.size === 0 ? study : { ...study, dataFiles: files });
}
