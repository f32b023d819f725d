import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { compareLevers } from '../lever/compare-levers.js';
import type { LeverComparison, Levers } from '../lever/lever.js';
import { readLevers } from '../lever/read-levers.js';
import { bundledModelsFolder, type OpenOptions, openStudy } from './open-study.js';
import { readText } from './read-text.js';

/** File in the folder of the bundled models that holds the levers they share. */
const LEVERS_FILE = 'levers.yaml';

/**
 * The levers that the bundled models share.
 *
 * @errors `no-levers` where there is no such file, and those of `readText` and `readLevers`.
 */
export function openLevers(options: OpenOptions = {}): Outcome<Levers> {
  const file = join(options.modelsFolder ?? bundledModelsFolder(), LEVERS_FILE);
  if (!existsSync(file)) {
    const message = `There is no \`${LEVERS_FILE}\` in the folder of the bundled models.`;
    const hint = 'Write one; docs/levers.md shows how.';
    return refused([{ code: 'no-levers', severity: 'error', message, hint }]);
  }
  const text = readText(file);
  return text.ok ? readLevers(text.value) : text;
}

/**
 * Runs the levers in every bundled model that they name.
 *
 * @errors Those of `openStudy` and `compareLevers`.
 */
export function runLevers(levers: Levers, options: OpenOptions = {}): Outcome<LeverComparison> {
  const models = new Map<string, PreparedStudy>();
  for (const id of levers.until.keys()) {
    const opened = openStudy(id, options);
    if (!opened.ok) return opened;
    models.set(id, opened.value);
  }
  const compared = compareLevers(levers, models);
  return compared.ok ? reached(compared.value) : compared;
}
