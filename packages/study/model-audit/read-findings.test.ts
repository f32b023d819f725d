import { sourceText } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { openFindings } from '../node/open-findings.js';
import { settled, tank } from '../testing/small-study.js';
import { auditModel } from './audit-model.js';
import { readFindings } from './read-findings.js';

const TEXT = `works: A tank.
findings:
  D1: { kind: differs, status: proved, sentence: It leaks., corrections: [Plug] }
stands: The tank.
`;
const read = (text: string) => readFindings(sourceText('findings.yaml', text));

describe('readFindings', () => {
  it('reads findings in the order of the file', () => {
    expect(settled(read(TEXT)).findings).toEqual([
      { id: 'D1', kind: 'differs', status: 'proved', sentence: 'It leaks.', corrections: ['Plug'] },
    ]);
  });

  it.each([
    ['study-value', TEXT.replace('proved', 'certain')],
    ['study-missing', TEXT.replace('stands: The tank.\n', '')],
    ['study-key', TEXT.replace('works:', 'extra: 1\nworks:')],
  ])('%s has a place', (code, text) => {
    const outcome = read(text);
    if (outcome.ok) throw new Error('read');
    expect(outcome.diagnostics[0]).toMatchObject({ code });
  });
});

describe('auditModel', () => {
  it('refuses a finding whose correction is not offered, with its place', async () => {
    const audit = await auditModel(tank(), settled(read(TEXT)));
    if (audit.ok) throw new Error('audited');
    expect(audit.diagnostics[0]).toMatchObject({ code: 'unknown-correction', place: { line: 3 } });
  });

  it('audits a study without claims, mechanisms or published figures', async () => {
    const audit = settled(await auditModel(tank(), settled(read(TEXT.replace('[Plug]', '[]')))));
    expect(audit.variants).toHaveLength(1);
    expect(audit.variants[0]?.effects.changes['busy']?.['people']).toBeCloseTo(100, 6);
    expect([audit.claims, audit.mechanisms, audit.figures]).toEqual([[], [], []]);
  });
});

describe('openFindings', () => {
  it('says where there are none', () => {
    const outcome = openFindings('/no/such/folder/study.yaml');
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)).toEqual(['no-findings']);
  });
});
