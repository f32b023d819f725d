import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledStudies } from '@weir/study/node';
import { describe, expect, it } from 'vitest';
import { weir } from '../testing/captured-io.js';
import { modelFile, newFolder, SMALL_MODEL, smallStudyFolder } from '../testing/small-study.js';

/** Any of the bundled models. */
const [bundled = ''] = bundledStudies();
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
    // Stocks fall below zero there: that is for the confidence tests to say.
    const { code, out } = await weir(['check', allowed, '--no-tests', '--format', 'json']);
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

  it('runs the confidence tests, and says what they did on demand', async () => {
    const plain = await weir(['check', study]);
    expect(plain.out).toMatch(/^\d+ confidence tests: \d+ passed, \d+ not applicable\.$/m);
    expect(plain.out).toMatch(/^Units balance in every equation +passed/m);
    const all = await weir(['check', study, '--all']);
    expect(all.out).toContain('Limits: ');
    expect(all.out.length).toBeGreaterThan(plain.out.length);
    expect((await weir(['check', study, '--no-tests'])).out).not.toContain('Confidence tests');
    const { tests, counts } = JSON.parse((await weir(['check', study, '--format', 'json'])).out);
    expect(tests).toHaveLength(counts.tests);
    expect(counts.tests_passed + counts.tests_failed + counts.tests_not_applicable).toBe(counts.tests);
    expect(tests[0]).toMatchObject({ id: 'boundary', outcome: 'passed', fails: false });
  });

  it('fails with exit code 1 where a confidence test fails', async () => {
    // Five times what is there in a month, in steps of a quarter: Euler's method goes below zero.
    const drained = changed(
      '<eqn>Waiting_people * Starting_rate</eqn>',
      '<eqn>Waiting_people * Starting_rate * 25</eqn>',
    );
    const { code, out } = await weir(['check', drained]);
    expect(code).toBe(1);
    expect(out).toMatch(/failed: .*tests? failed/);
    const exact = await weir(['check', drained, '--no-tests']);
    expect(exact.code).toBe(0);
  });

  it('writes a report for a reviewer, in the form of the ending', async () => {
    const folder = newFolder();
    const forms = await Promise.all(
      ['check.md', 'check.html', 'check.json'].map(async (name) => {
        const out = join(folder, name);
        const { code, err } = await weir(['check', study, '--out', out]);
        expect([code, err]).toEqual([0, `Written: ${out}\n`]);
        return readFileSync(out, 'utf8');
      }),
    );
    const [markdown = '', html = '', json = ''] = forms;
    // The reporting minimum: model, hash, equations with units, parameters, initial values, settings, scenarios.
    for (const text of [markdown, html])
      for (const part of [
        'Confidence tests',
        'Waiting and being served',
        'SHA-256',
        'Time step',
        'Scenarios',
        'Parameters',
        'Initial values',
        'Equations',
        'Limits',
        'faster',
        'Waiting_people * Starting_rate',
      ])
        expect(text).toContain(part);
    expect(markdown).toContain('| Starting rate (rate) | 0.2 | 1/month |');
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/<script|src=|href=/);
    expect(JSON.parse(json)).toMatchObject({ model: 'waiting', passed: true });
  });

  it.each([
    [['--format', 'json', '--out', 'x.md'], /does not fit/],
    [['--sets', 'many'], /whole number/],
    [['--corrections', 'D99'], /no correction/],
  ])('refuses %j with exit code 2', async (words, names) => {
    const { code, err } = await weir(['check', study, ...words]);
    expect(code).toBe(2);
    expect(err).toMatch(names);
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
    const { out } = await weir(['loops', bundled, '--most', '3']);
    expect(out.replace(/\s+/g, ' ')).toContain('a shortest independent set of');
    expect(out).toContain('longer ones');
  });
});

describe('what they print', () => {
  it.each([60, 80, 100])('is no wider than %d columns', async (columns) => {
    for (const words of [
      // The tests of a bundled model take a while: once is enough.
      ['check', columns === 60 ? bundled : study, '--all'],
      ['causes', bundled, 'trafficked_sellers', '--depth', '4'],
      ['uses', bundled, 'Price', '--depth', '4'],
      ['loops', bundled, '--most', '100'],
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
