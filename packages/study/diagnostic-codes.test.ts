import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { STUDY_CODES } from './diagnostic-codes.js';

const root = fileURLToPath(new URL('.', import.meta.url));

function texts(folder: string, wanted: (name: string) => boolean): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'dist' || entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return texts(path, wanted);
    return wanted(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

const isTest = (name: string) => name.endsWith('.test.ts') && name !== 'diagnostic-codes.test.ts';
const isSource = (name: string) =>
  name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'diagnostic-codes.ts';
const sources = texts(root, isSource).join('\n');
const tests = texts(root, isTest).join('\n');
const documentation = readFileSync(new URL('../../docs/study-file.md', import.meta.url), 'utf8');

describe.each(STUDY_CODES)('%s', (code) => {
  it('is given, provoked by a test, and explained', () => {
    expect(sources).toContain(`'${code}'`);
    expect(tests).toContain(`'${code}'`);
    expect(documentation).toContain(`\`${code}\``);
  });
});

it('there are no others', () => {
  const given = new Set([...sources.matchAll(/code: '([a-z-]+)'/g)].map(([, code]) => code ?? ''));
  expect([...given].filter((code) => !STUDY_CODES.some((known) => known === code))).toEqual([]);
});
