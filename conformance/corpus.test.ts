import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { summaryLines } from '../packages/cli/conformance/corpus-lines.js';
import { folderFiles } from '../packages/cli/conformance/folder-files.js';
import type { RowResult } from '../packages/cli/conformance/judge-row.js';
import { judgeRow } from '../packages/cli/conformance/judge-row.js';
import { MANIFEST_FILE, usableRows } from '../packages/cli/conformance/run-corpus.js';
import { OUTPUTS, outputText } from './corpus/expected.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Corpora by name: our own, and the development part of test-models where it stands beside the checkout. */
const CORPORA = [
  { name: 'our own corpus', folder: here('corpus'), least: 30 },
  { name: 'test-models', folder: here('../../shared/test-models'), least: 150 },
] as const;

describe('our own corpus', () => {
  it.each(OUTPUTS)('$file holds what the closed forms give', (output) => {
    expect(readFileSync(join(here('corpus'), output.file), 'utf8')).toBe(outputText(output));
  });
});

describe.each(CORPORA)('$name: comparison, backends and round trip of', ({ name, folder, least }) => {
  const manifest = join(folder, MANIFEST_FILE);
  if (!existsSync(manifest)) {
    it(`no file: there is no ${manifest}`, (context) => {
      context.skip(`${name} is not beside this checkout: no ${manifest}`);
    });
    return;
  }
  const files = folderFiles(folder);
  const rows = usableRows(readFileSync(manifest, 'utf8'));
  const results: RowResult[] = [];

  it('a manifest of which every row can be used', () => {
    expect(rows.length).toBeGreaterThanOrEqual(least);
    const lines = readFileSync(manifest, 'utf8').trim().split('\n').length - 1;
    expect(rows).toHaveLength(lines);
  });

  it.each(rows)('$path ($class)', (row) => {
    const result = judgeRow(row, files, 'javascript');
    results.push(result);
    expect(result.verdict, result.detail).not.toBe('FAIL');
    if (row.class !== 'fair') return;
    expect(result.verdict).toBe('pass');
    expect(result.backendsAgree).toBe(true);
    expect(result.roundTrip).toEqual({ kind: 'same' });
    expect(result.conversion?.kind, result.detail).not.toBe('differs');
  });

  afterAll(() => {
    console.log(`${name}:${summaryLines({ rows: results }).join('\n')}`);
  });
});
