import { describe, expect, it } from 'vitest';
import { weir } from '../testing/captured-io.js';
import { modelFile, SMALL_MODEL, smallStudyFolder } from '../testing/small-study.js';

const study = smallStudyFolder();
const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));
/** The small model with something changed. */
const changed = (from: string | RegExp, to: string) => {
  const text = SMALL_MODEL.replace(from, to);
  expect(text).not.toBe(SMALL_MODEL);
  return modelFile(text);
};
const unbalanced = () =>
  changed('<eqn>Waiting_people * Starting_rate</eqn>', '<eqn>Waiting_people / Starting_rate</eqn>');

describe('weir check', () => {
  it('passes a sound model with exit code 0, whatever its warnings', async () => {
    const { code, out, err } = await weir(['check', study]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('waiting: passed.');
    expect(out).toContain('undocumented');
  });

  it('fails with exit code 1 where units do not balance, and says which factor', async () => {
    const { code, out, err } = await weir(['check', unbalanced()]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('failed: 1 finding to mend');
    expect(out).toContain('unit-equation');
    expect(out.replace(/\s+/g, ' ')).toContain('Multiply by `Starting_rate` instead of dividing');
    expect(out).toMatch(/model\.xmile:10:\d+/);
  });

  it('fails on what is surely wrong, not on what may be', async () => {
    const share = '<eqn>Served_people / (Waiting_people + Served_people)</eqn>';
    const sure = await weir([
      'check',
      changed(share, '<eqn>Served_people / (Served_people * 0)</eqn>'),
      '--format',
      'json',
    ]);
    const document = JSON.parse(sure.out);
    expect(document.findings[0]).toMatchObject({ rule: 'division-by-zero', severity: 'error', fails: true });
    expect(sure.code).toBe(1);
    expect((await weir(['check', study])).out).toContain('division-by-zero');
  });

  it('does not fail on what the file allows', async () => {
    const allowed = changed(
      /<flow name="Starting">.*?<\/flow>/,
      '<flow name="Starting"><eqn>Waiting_people / Starting_rate</eqn><units>person/month</units><doc>Lint: allow unit-equation (fitted to data)</doc></flow>',
    );
    const { code, out } = await weir(['check', allowed, '--format', 'json']);
    expect(code).toBe(0);
    const document = JSON.parse(out);
    expect(document.counts.allowed).toBe(1);
    expect(document.allowed[0]).toMatchObject({ rule: 'unit-equation', variable: 'Starting' });
  });

  it('prints one JSON document', async () => {
    const { code, out, err } = await weir(['check', study, '--format', 'json']);
    expect([code, err]).toEqual([0, '']);
    const document = JSON.parse(out);
    expect(document).toMatchObject({ model: 'waiting', passed: true, counts: { errors: 0 } });
    for (const finding of document.findings)
      expect(Object.keys(finding)).toEqual([
        'rule',
        'severity',
        'fails',
        'variable',
        'place',
        'message',
        'evidence',
        'fix',
        'documented',
      ]);
    expect(document.findings.map(({ rule }: { rule: string }) => rule)).toContain('start-equilibrium');
  });

  it('writes out a few of each rule, and all on demand', async () => {
    expect((await weir(['check', study])).out).toContain('--all');
    expect((await weir(['check', study, '--all'])).out).not.toContain('--all');
  });

  it('refuses a model that cannot be read, with exit code 3', async () => {
    const { code, out } = await weir(['check', changed('* Starting_rate', '* Startng_rate')]);
    expect([code, out]).toEqual([3, '']);
  });

  it('finds no error in the Massachusetts model, and marks the defects it documents', async () => {
    const { code, out } = await weir(['check', 'massachusetts', '--format', 'json']);
    expect(code).toBe(0);
    const { counts, findings } = JSON.parse(out);
    expect(counts.errors).toBe(0);
    expect(findings.filter(({ rule }: { rule: string }) => rule.startsWith('unit-'))).toEqual([]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'stock-below-zero',
        variable: 'Vulnerable adults',
        documented: ['D13'],
      }),
    );
  });
});

describe('weir causes and weir uses', () => {
  it('show trees by readable and short name', async () => {
    const causes = await weir(['causes', study, 'share served', '--depth', '1']);
    expect([causes.code, causes.err]).toEqual([0, '']);
    expect(causes.out).toBe(
      'Share served\n|- Served people (stock; goes on)\n`- Waiting people (stock; goes on)\n',
    );
    const uses = await weir(['uses', study, 'RATE']);
    expect(uses.out).toContain(
      'Starting rate\n`- Starting\n   |- Waiting people (stock; outflow; goes on)\n',
    );
    expect((await weir(['causes', study, 'rate'])).out).toContain('it is a constant');
  });

  it('give JSON to the depth asked for', async () => {
    const { out } = await weir(['uses', study, 'rate', '--depth', '3', '--format', 'json']);
    const document = JSON.parse(out);
    expect(document).toMatchObject({ model: 'waiting', variable: 'Starting rate', depth: 3 });
    expect(document.uses[0]).toMatchObject({ name: 'Starting', kind: 'flow', role: 'equation' });
    expect(document.uses[0].links[0].links[0]).toMatchObject({ name: 'Starting', cut: 'loop' });
  });

  it('know archive names and outcomes of the Massachusetts model', async () => {
    expect((await weir(['causes', 'massachusetts', 'cost'])).out).toMatch(/^Price\n/);
    expect((await weir(['uses', 'massachusetts', 'prosecution_culture'])).out).toMatch(
      /^Prosecution of selling\n/,
    );
  });

  it.each([
    [['causes', study, 'Waitng people'], /`Waiting people`/],
    [['uses', study, 'rate', '--depth', '0'], /1 to 20/],
    [['causes', study], /missing required argument/],
    [['loops', study, 'nobody'], /no variable/],
    [['loops', study, '--most', 'x'], /whole number/],
  ])('refuse %j with exit code 2', async (words, names) => {
    const { code, out, err } = await weir(words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(names);
  });
});

describe('weir loops', () => {
  it('counts and lists loops with polarity and stocks', async () => {
    const { code, out, err } = await weir(['loops', study]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^waiting: 1 loop: 1 balancing\.\n/);
    expect(out).toMatch(/^balancing +2 {2}\[Waiting people\] -> Starting$/m);
    const none = await weir(['loops', study, 'rate']);
    expect(none.out).toBe('waiting, through Starting rate: 0 loops.\n');
  });

  it('gives JSON', async () => {
    const { out } = await weir(['loops', study, 'starting', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      model: 'waiting',
      variable: 'Starting',
      set: 'all',
      complete: true,
      loops: [
        {
          polarity: '-',
          variables: ['Starting', 'Waiting people'],
          links: ['-', '+'],
          stocks: ['Waiting people'],
        },
      ],
    });
  });

  it('gives a shortest independent set of a large model', async () => {
    const { out } = await weir(['loops', 'massachusetts', '--most', '3']);
    expect(out.replace(/\s+/g, ' ')).toContain('a shortest independent set of');
    expect(out).toContain('longer ones');
  });
});

describe('what they print', () => {
  it.each([60, 80, 100])('is no wider than %d columns', async (columns) => {
    for (const words of [
      ['check', 'massachusetts', '--all'],
      ['causes', 'massachusetts', 'trafficked_sellers', '--depth', '4'],
      ['uses', 'massachusetts', 'Price', '--depth', '4'],
      ['loops', 'massachusetts', '--most', '100'],
    ]) {
      const { out } = await weir(words, { columns });
      expect(widest(out)).toBeLessThanOrEqual(columns);
      expect(out).not.toMatch(/[^\n -~]/);
    }
  });

  it('is explained by --help', async () => {
    for (const verb of ['check', 'causes', 'uses', 'loops']) {
      const { code, out } = await weir([verb, '--help']);
      expect(code).toBe(0);
      expect(widest(out)).toBeLessThanOrEqual(80);
    }
  });
});
