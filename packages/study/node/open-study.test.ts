import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TANK_MODEL, TANK_STUDY } from '../testing/small-study.js';
import { bundledStudies, openEvidence, openStudy } from './open-study.js';

let folder = '';
const at = (...names: readonly string[]) => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weir-open-'));
  for (const name of ['tank', 'empty', 'lost']) mkdirSync(at(name));
  writeFileSync(at('tank', 'tank.xmile'), TANK_MODEL);
  writeFileSync(at('tank', 'study.yaml'), TANK_STUDY);
  writeFileSync(at('tank', 'notes.txt'), 'hello');
  writeFileSync(at('tank', 'latin.yaml'), Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xe9]));
  writeFileSync(at('tank', 'marked.yaml'), `\ufeff${TANK_STUDY}`);
  writeFileSync(at('lost', 'study.yaml'), TANK_STUDY);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const titleOf = (reference: string) => {
  const outcome = openStudy(reference, { modelsFolder: folder });
  return outcome.ok ? outcome.value.study.title : outcome.diagnostics[0];
};

describe('openStudy', () => {
  it('opens a bundled name, a folder, a study file and a model file', () => {
    for (const reference of ['tank', at('tank'), at('tank', 'study.yaml'), at('tank', 'marked.yaml')]) {
      expect(titleOf(reference)).toBe('A tank of people');
    }
    expect(titleOf(at('tank', 'tank.xmile'))).toBe('Tank');
    expect(bundledStudies(folder)).toEqual(['lost', 'tank']);
  });

  it('finds the studies of this repository', () => {
    expect(bundledStudies().length).toBeGreaterThan(1);
    for (const id of bundledStudies()) {
      const opened = openStudy(id);
      expect(opened.diagnostics, id).toEqual([]);
      expect(opened.ok && opened.value.study.id).toBe(id);
    }
  });

  it.each([
    [() => 'tnak', 'no-such-study', /Did you mean `tank`\? Bundled studies: lost, tank\./],
    [() => at('nowhere', 'x.xmile'), 'no-such-study', /Bundled studies/],
    [() => 'a\0b', 'no-such-study', /./],
    [() => at('empty'), 'no-such-study', /model file itself/],
    [() => at('tank', 'notes.txt'), 'unknown-format', /XMILE/],
    [() => at('tank', 'latin.yaml'), 'not-utf8', /UTF-8/],
    [() => 'lost', 'cannot-read', /Check the name/],
  ])('refuses what is not there: %#', (reference, code, hint) => {
    const problem = titleOf(reference());
    expect(problem).toMatchObject({ code, severity: 'error' });
    expect(typeof problem === 'object' && problem.hint).toMatch(hint);
  });
});

describe('openEvidence', () => {
  const EVIDENCE = 'constants: {}\n';
  const codeOf = (reference: string) => {
    const outcome = openEvidence(reference, { modelsFolder: folder });
    return outcome.ok ? 'read' : outcome.diagnostics[0]?.code;
  };

  it('reads what stands beside a study, however the study is named', () => {
    expect(codeOf('tank')).toBe('no-evidence');
    writeFileSync(at('tank', 'evidence.yaml'), EVIDENCE);
    for (const reference of ['tank', at('tank'), at('tank', 'study.yaml'), at('tank', 'tank.xmile')])
      expect(codeOf(reference)).toBe('read');
    expect(codeOf(at('empty'))).toBe('no-evidence');
    writeFileSync(at('tank', 'evidence.yaml'), 'constants: [');
    expect(codeOf('tank')).toBe('yaml-syntax');
    rmSync(at('tank', 'evidence.yaml'));
  });
});
