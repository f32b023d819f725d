import { type Io, runCli } from '@weir/cli';
import { inProcess } from '@weir/study';
import { describe, expect, it } from 'vitest';

/** Runs a command line with captured streams, in this thread. */
async function weir(words: readonly string[]) {
  let out = '';
  let err = '';
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    environment: {},
    errIsTerminal: false,
    now: () => 0,
    execute: inProcess,
  };
  return { code: await runCli(words, io), out, err };
}

describe('weir run', () => {
  it('prints the outcomes and stocks of the study', async () => {
    const { out } = await weir(['run', 'massachusetts', '--dt', '0.1', '--until', '24', '--format', 'json']);
    const document = JSON.parse(out);
    expect(document).toMatchObject({
      scenario: 'criminalization',
      settings: { method: 'euler' },
      outcomes: {
        trafficked_sellers: expect.any(Number),
        sellers: expect.any(Number),
        price: expect.any(Number),
      },
      stocks: { Buyers: expect.any(Number) },
    });
    expect(Object.keys(document.stocks)).toHaveLength(22);
  });
});

describe('weir equilibrium', () => {
  it('prints outcomes beside the published rule, within 80 columns', async () => {
    const { code, out, err } = await weir(['equilibrium', 'massachusetts']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Fixed point: Current law/);
    expect(out).toMatch(/all people trafficked for sex +9,916 +9,920 +\+0\.043 %/);
    expect(out).toContain('slowest time constant 30.78 months');
    expect(out).toContain('published rule stops at month 185');
    expect(out).toContain('stable');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('prints one JSON document', async () => {
    const { out } = await weir([
      'equilibrium',
      'massachusetts',
      '--scenario',
      'full-decriminalization',
      '--probes',
      '4',
      '--format',
      'json',
    ]);
    const document = JSON.parse(out);
    expect(document).toMatchObject({
      model: 'massachusetts',
      run_id: expect.stringMatching(/^[0-9a-f]{16}$/),
      scenario: 'full-decriminalization',
      notion: 'fixed point',
      inputs: { prosecution_culture: 0, buyer_prosecution_culture: 0 },
      verdict: 'ok',
      basin: 'yes',
      stability: 'stable',
      published_rule: { stop: { month: 240 } },
      probes: { count: 4, seed: 1234 },
    });
    expect(document.outcomes.trafficked_sellers).toBeCloseTo(10132.395382378, 6);
    expect(document.slowest_time_constant).toBeCloseTo(40.0477319, 5);
    expect(Object.keys(document.stocks)).toHaveLength(22);
    expect(document.eigenvalues).toHaveLength(22);
  });
});

describe('weir check', () => {
  it('fails at documented defects where that is asked for', async () => {
    const words = ['check', 'massachusetts', '--format', 'json', '--strict'];
    const { code, out } = await weir(words);
    expect(code).toBe(1);
    const failing = JSON.parse(out).tests.filter(({ fails }: { fails: boolean }) => fails);
    expect(failing.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining([
        'unit-scale',
        'own-whole',
        'status-memory',
        'flow-direction',
        'extreme-conditions',
      ]),
    );
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
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'unused-variable',
        variable: 'Nontrafficked share of youth returns',
        documented: ['A10'],
      }),
    );
  });
});

describe('weir causes and weir uses', () => {
  it('know archive names and outcomes of the Massachusetts model', async () => {
    expect((await weir(['causes', 'massachusetts', 'cost'])).out).toMatch(/^Price\n/);
    expect((await weir(['uses', 'massachusetts', 'prosecution_culture'])).out).toMatch(
      /^Prosecution of selling\n/,
    );
  });
});
