import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledModelsFolder, bundledStudies } from '@weir/study/node';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const LAB = fileURLToPath(new URL('..', import.meta.url));

/** Words that name a person by an act, or make one a thing, and words of judgment on results. */
const BANNED =
  /\b(prostitut\w*|johns?|pimps?|(modern )?slave\w*|inventory|rescue\w*|hookers?|whores?|best policy|better|worse)\b/i;

/** Members of study files that quote others, or say what others call it. */
const QUOTED = new Set([
  'aliases',
  'alias',
  'citation',
  'title',
  'source',
  'published',
  'quote',
  'evidence',
  'claim',
  'because',
]);

/** What is not shown to anybody. */
const OUTSIDE = new Set(['node_modules', 'site', 'dist', 'build', 'testing']);

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return OUTSIDE.has(entry.name) ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** A source without its comments: what can be shown, and names of the code. */
function shown(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
  return text.split('\n').filter((line) => BANNED.test(line));
}

/** Texts of a study file with the place that they stand at, quotations left out. */
function texts(value: unknown, place: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) =>
    QUOTED.has(key) ? [] : texts(one, `${place}.${key}`),
  );
}

describe('words', () => {
  it('of the lab name situations, not people, and judge no result', () => {
    const files = sources(LAB);
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((path) =>
      shown(path).map((line) => `${path.slice(LAB.length)}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });

  it.each(bundledStudies())('of the study of %s do so too, outside of aliases and quotations', (id) => {
    const file = readFileSync(join(bundledModelsFolder(), id, 'study.yaml'), 'utf8');
    const found = texts(parse(file), id).filter(([, text]) =>
      BANNED.test(text.replace(/"[^"]*"|“[^”]*”/g, '')),
    );
    expect(found).toEqual([]);
  });
});
