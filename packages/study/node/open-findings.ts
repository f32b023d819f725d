import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Outcome, refused } from '@weir/model';
import type { Findings } from '../model-audit/findings.js';
import { readFindings } from '../model-audit/read-findings.js';
import { bundledModelsFolder, bundledStudies, type OpenOptions } from './open-study.js';
import { readText } from './read-text.js';

const FINDINGS_FILE = 'findings.yaml';

/**
 * What was found out about the model of a study: its `findings.yaml`.
 *
 * @param reference - As for `openStudy`.
 * @errors `no-findings` where there is no such file, and those of `readText` and `readFindings`.
 */
export function openFindings(reference: string, options: OpenOptions = {}): Outcome<Findings> {
  const modelsFolder = options.modelsFolder ?? bundledModelsFolder();
  const folder = bundledStudies(modelsFolder).includes(reference)
    ? join(modelsFolder, reference)
    : existsSync(join(reference, FINDINGS_FILE))
      ? reference
      : dirname(reference);
  const file = join(folder, FINDINGS_FILE);
  if (!existsSync(file)) {
    const message = `No findings are recorded for \`${reference}\`: there is no \`${FINDINGS_FILE}\` beside its study.`;
    const hint = 'Write one; docs/audit.md has the form.';
    return refused([{ code: 'no-findings', severity: 'error', message, hint }]);
  }
  const text = readText(file);
  return text.ok ? readFindings(text.value) : text;
}
