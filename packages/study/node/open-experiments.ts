import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Outcome, refused } from '@weir/model';
import type { Experiments } from '../experiment/experiment.js';
import { readExperiments } from '../experiment/read-experiments.js';
import { bundledModelsFolder, bundledStudies, type OpenOptions } from './open-study.js';
import { readText } from './read-text.js';

/** File beside a study file that holds its experiments. */
const EXPERIMENTS_FILE = 'experiments.yaml';

/**
 * The experiments of a study: those of `experiments.yaml` beside its study file.
 *
 * @param reference - As for `openStudy`.
 * @errors `no-experiments` where there is no such file, and those of `readText` and `readExperiments`.
 */
export function openExperiments(reference: string, options: OpenOptions = {}): Outcome<Experiments> {
  const file = join(folderOf(reference, options), EXPERIMENTS_FILE);
  if (!existsSync(file)) {
    const message = `\`${reference}\` has no experiments: there is no \`${EXPERIMENTS_FILE}\` beside its study.`;
    const hint = 'Write one; docs/experiments.md shows how.';
    return refused([{ code: 'no-experiments', severity: 'error', message, hint }]);
  }
  const text = readText(file);
  return text.ok ? readExperiments(text.value) : text;
}

/** The folder that a study stands in. */
function folderOf(reference: string, options: OpenOptions): string {
  const models = options.modelsFolder ?? bundledModelsFolder();
  if (bundledStudies(models).includes(reference)) return join(models, reference);
  return existsSync(reference) && statSync(reference).isDirectory() ? reference : dirname(reference);
}
