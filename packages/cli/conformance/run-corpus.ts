import type { BackendName } from '@weir/engine';
import type { CorpusFiles } from './corpus-files.js';
import { decodeText } from './decode-text.js';
import type { RowResult } from './judge-row.js';
import { judgeRow } from './judge-row.js';
import type { ManifestRow } from './manifest.js';
import { readManifest } from './manifest.js';

/** Name of the list of files in a corpus. */
export const MANIFEST_FILE = 'manifest.csv';

/** How a corpus fared, file by file. */
export interface CorpusResult {
  readonly rows: readonly RowResult[];
}

/** A corpus that was run, or why it could not be. */
export type CorpusRun =
  | { readonly ok: true; readonly result: CorpusResult }
  | { readonly ok: false; readonly reason: string };

/**
 * Runs every file that the manifest of a corpus lists, in its order.
 *
 * @param only - Runs the rows whose path holds this text; all where absent.
 * @param each - Told of each result as it comes.
 */
export function runCorpus(
  files: CorpusFiles,
  backend: BackendName,
  { only, each }: { readonly only?: string; readonly each?: (row: RowResult) => void } = {},
): CorpusRun {
  const bytes = files.read(MANIFEST_FILE);
  if (bytes === undefined) return { ok: false, reason: `the corpus has no ${MANIFEST_FILE}` };
  const manifest = readManifest(decodeText(bytes));
  if (!manifest.ok) return manifest;
  const chosen = manifest.rows.filter(({ path }) => only === undefined || path.includes(only));
  if (chosen.length === 0) return { ok: false, reason: `no path in the manifest holds '${only}'` };
  const rows = chosen.map((row) => {
    const judged = judgeRow(row, files, backend);
    each?.(judged);
    return judged;
  });
  return { ok: true, result: { rows } };
}

/** Rows of a manifest that can be used; for tests that list them one by one. */
export function usableRows(text: string): readonly ManifestRow[] {
  const manifest = readManifest(text);
  return manifest.ok ? manifest.rows.filter((row): row is ManifestRow => !('reason' in row)) : [];
}
