import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BUILTINS } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_EVIDENCE, CONFORMANCE_CLASSES } from '../packages/cli/conformance/clauses.js';
import { usableRows } from '../packages/cli/conformance/run-corpus.js';
import { statementText } from '../packages/cli/conformance/statement.js';

const inRepository = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const clauses = CONFORMANCE_CLASSES.flatMap((group) => group.clauses);
const MANIFEST = 'conformance/corpus/manifest.csv';

describe('the clauses of the conformance statement', () => {
  it('have an id each', () => {
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
  });

  it.each(clauses)('$id: claims what tests show, and gives a reason for what it does not claim', (clause) => {
    if (clause.status !== 'not supported') expect(clause.evidence.length).toBeGreaterThan(0);
    if (clause.status !== 'supported') expect(clause.reason).toMatch(/\.$/);
    for (const { file, name } of clause.evidence) {
      expect(existsSync(inRepository(file)), file).toBe(true);
      const text = readFileSync(inRepository(file), 'utf8');
      if (file === MANIFEST) expect(usableRows(text).map(({ path }) => path)).toContain(name);
      // The name has to stand in the title of a test or group, not just anywhere.
      else
        expect(
          titlesIn(text).some((title) => title.includes(name)),
          `${file}: ${name}`,
        ).toBe(true);
    }
  });

  it('name the test of the built-ins', () => {
    const text = readFileSync(inRepository(BUILT_IN_EVIDENCE.file), 'utf8');
    expect(titlesIn(text)).toContain(BUILT_IN_EVIDENCE.name);
    for (const name of Object.keys(BUILTINS)) expect(text).toMatch(new RegExp(`^  ${name}: `, 'm'));
  });
});

/** Titles of tests and groups, and rows of the tables that make them. */
function titlesIn(text: string): readonly string[] {
  const titles = [
    ...text.matchAll(/(?:describe|it)(?:\.each\([\s\S]*?\)|\.each[\s\S]*?\]\))?\(\s*['"`]([^\n]*?)['"`],/g),
  ].map((match) => match[1] ?? '');
  const rows = [...text.matchAll(/^\s*\[?\s*'([^'\n]+)',/gm)].map((match) => match[1] ?? '');
  const keys = [...text.matchAll(/^ {2}([a-z_0-9]+): \{/gm)].map((match) => match[1] ?? '');
  return [...titles, ...rows, ...keys];
}

describe('conformance/STATEMENT.md', () => {
  it('says what the clauses and built-ins say: made again, it is the same down to the corpus', () => {
    const text = readFileSync(inRepository('conformance/STATEMENT.md'), 'utf8');
    const version = /^Weir (\S+) against/m.exec(text)?.[1] ?? '';
    const untilCorpus = (statement: string) => statement.split('\n## Corpus')[0]?.trimEnd();
    expect(untilCorpus(text)).toBe(untilCorpus(statementText(version, [])));
    expect(text).toContain('## Corpus: ');
  });
});
