import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledWith } from '../testing/bundled-with.js';
import { weir } from '../testing/captured-io.js';
import { smallStudyFolder } from '../testing/small-study.js';

const model = bundledWith('trafficked_sellers');

const EVIDENCE = `sources:
  clinic: { title: A clinic, by: Its nurses, where: in the report of 2025 }
constants:
  Starting rate:
    value: 0.2
    unit: 1/month
    range: [0.1, 0.3]
    status: measured
    grade: B
    sources: [clinic]
    reasoning: Counted.
    derivation: { started: 20, waiting: 100, result: started / waiting }
    alternatives: [{ value: 0.25, why: Of those who waited a month. }]
    questions: [Who counted?]
`;

function studyWithEvidence(text = EVIDENCE): string {
  const folder = smallStudyFolder();
  writeFileSync(join(folder, 'evidence.yaml'), text);
  return folder;
}

const study = studyWithEvidence();
const asked = ['--policies', 'faster,today', '--outcome', 'waiting'];

describe('weir evidence', () => {
  it('lists what is recorded, gaps first', async () => {
    const gap = studyWithEvidence(
      EVIDENCE.replace('    sources: [clinic]\n', '').replace(/ +derivation.*\n/, ''),
    );
    const { code, out } = await weir(['evidence', gap, '--no-influence']);
    expect(code).toBe(0);
    expect(out).toContain('waiting: 1 constants, for 1 of which no source is recorded.');
    expect(out).toMatch(/No source recorded \(1\)[\s\S]*Starting rate +0\.2 +measured +0\.1 to 0\.3/);
    expect((await weir(['evidence', study, '--no-influence'])).out).toMatch(/No source recorded \(0\)/);
  });

  it('tells of one constant all that is recorded', async () => {
    const { code, out } = await weir(['evidence', study, 'rate', ...asked]);
    expect(code).toBe(0);
    expect(out).toMatch(/arithmetic +started = 20\n +waiting = 100\n +result = started \/ waiting = 0\.2/);
    expect(out).toMatch(/alternative +0\.25: Of those/);
    expect(out).toMatch(/open +Who counted\?/);
    expect(out).toMatch(/sources +A clinic\. Its nurses\. in the report of 2025\./);
  });

  it('gives all of it as JSON, with the measure', async () => {
    const { out } = await weir(['evidence', study, ...asked, '--format', 'json']);
    const document = JSON.parse(out);
    expect(document).toMatchObject({
      model: 'waiting',
      constants: 1,
      gaps: 0,
      measure: { policies: ['faster', 'today'], outcome: 'waiting', baseline: 'today' },
      entries: [{ short_name: 'rate', value: 0.2, range: [0.1, 0.3], gap: false }],
    });
    // Everybody is served in the end, whatever the rate: nobody waits at rest, and there is no percentage of nobody.
    expect(document.entries[0].influence.differences).toEqual([null, null, null]);
  });

  it.each([
    [['evidence', smallStudyFolder()], 3, /evidence\.yaml/],
    [['evidence', study, 'ratte'], 2, /Did you mean/],
    [['evidence', study, 'Starting'], 2, /computed/],
    [['evidence', study, '--policies', 'faster'], 2, /two\s+scenarios/],
    [['evidence', study, '--policies', 'faster,fster'], 2, /fster/],
    [['evidence', study, '--outcome', 'wating'], 2, /wating/],
    [
      ['evidence', studyWithEvidence(EVIDENCE.replace('started / waiting', 'waiting / started'))],
      3,
      /gives 5, not 0\.2/,
    ],
    [
      [
        'evidence',
        studyWithEvidence(EVIDENCE.replace('value: 0.2\n', 'value: 0.3\n').replace(/ +derivation.*\n/, '')),
      ],
      3,
      /0\.2 in\s+the model/,
    ],
  ])('%j ends with code %d', async (words, expected, names) => {
    const { code, out, err } = await weir(words);
    expect(code).toBe(expected);
    expect(out).toBe('');
    expect(err).toMatch(names);
    expect(err).toContain('Try: ');
  });
});

describe('--corrections on verbs that show what a model is made of', () => {
  it.each([
    [['doc', model, 'Reference revenue per trafficker'], /20000/],
    [['causes', model, 'Traffickers starting per revenue'], /Base inflow of traffickers/],
    [['uses', model, 'Base inflow of traffickers'], /Traffickers starting per revenue/],
    [['loops', model, 'Traffickers starting', '--most', '1'], /Traffickers starting/],
  ])('%j shows the corrected model', async (words, shown) => {
    const { code, out } = await weir([...words, '--corrections', 'D15']);
    expect(code).toBe(0);
    expect(out).toMatch(shown);
  });
});
