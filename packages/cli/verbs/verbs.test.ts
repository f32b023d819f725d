import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundledStudies } from '@weir/study/node';
import { describe, expect, it } from 'vitest';
import { weir } from '../testing/captured-io.js';
import { modelFile, newFolder, SMALL_MODEL, smallStudyFolder } from '../testing/small-study.js';

const study = smallStudyFolder();
/** Any of the bundled models. */
const [bundled = ''] = bundledStudies();
const QUICK = ['--dt', '0.1', '--until', '24'];

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

describe('weir run', () => {
  it('prints one JSON document of the fixed shape', async () => {
    const { code, out, err } = await weir(['run', bundled, ...QUICK, '--format', 'json']);
    expect(code).toBe(0);
    expect(err).toBe('');
    const document = JSON.parse(out);
    expect(document).toMatchObject({
      weir: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      model: bundled,
      scenario: expect.any(String),
      corrections: [],
      settings: { dt: 0.1, until: 24 },
      stop: { month: 24, reason: expect.any(String) },
    });
    const values = [...Object.values(document.outcomes), ...Object.values(document.stocks)];
    expect(values.length).toBeGreaterThan(2);
    expect(values.every(Number.isFinite)).toBe(true);
    expect(document.series).toBeUndefined();
  });

  it('adds a series with --save-every', async () => {
    const { out } = await weir(['run', study, '--save-every', '6', '--format', 'json']);
    const { series } = JSON.parse(out);
    expect(series.month).toEqual([0, 6, 12]);
    expect(series.waiting).toHaveLength(3);
    const csv = await weir(['run', study, '--save-every', '6', '--format', 'csv']);
    expect(csv.out.trim().split('\r\n')).toHaveLength(4);
  });

  it('takes parameters by short or readable name, in any case, several at once', async () => {
    const [short, readable] = await Promise.all([
      weir(['run', study, '--set', 'RATE=0.4', 'waiting people=50', '--format', 'json']),
      weir(['run', '--set', 'Starting rate=0.4', '--set', 'Waiting_People=50', study, '--format', 'json']),
    ]);
    expect(short.code).toBe(0);
    expect(JSON.parse(short.out)).toEqual(JSON.parse(readable.out));
    const faster = await weir(['run', study, '--scenario', 'faster', '--format', 'json']);
    expect(JSON.parse(faster.out).inputs).toEqual({ rate: 0.4 });
  });

  it('runs a bare model file to its own end', async () => {
    const { code, out } = await weir(['run', modelFile(SMALL_MODEL), '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).stop.month).toBe(12);
  });

  it('says in the table what was set, and what it is no default of', async () => {
    expect((await weir(['run', study])).out).toMatch(/^Default run: Today\n/);
    expect((await weir(['run', study, '--set', 'rate=0.3'])).out).toMatch(/^Run: Today, with rate = 0.3\n/);
    expect((await weir(['run', study, '--no-notes'])).out).not.toContain('A toy');
  });

  it('writes to a file and keeps stdout empty', async () => {
    const file = join(newFolder(), 'run.csv');
    const { out, err, code } = await weir(['run', study, '--out', file]);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain(file);
    expect(readFileSync(file, 'utf8')).toContain('waiting');
    expect(readdirSync(dirname(file))).toEqual(['run.csv']);
  });
});

describe('weir compare', () => {
  it('prints runs and changes by scenario and outcome', async () => {
    const { code, out } = await weir(['compare', study, '--format', 'json']);
    expect(code).toBe(0);
    const document = JSON.parse(out);
    expect(document.runs.map((run: { scenario: string }) => run.scenario)).toEqual([
      'today',
      'faster',
      'faster-again',
    ]);
    expect(document.change_percent.faster.waiting).toBeLessThan(-50);
    expect(document.limits.strip).toContain('toy');
  });

  it('shows second readings only when they are named', async () => {
    const all = await weir(['compare', study]);
    expect(all.out).not.toContain('Faster starts again');
    expect(all.out).toContain('not shown: faster-again');
    const named = await weir(['compare', study, '--scenarios', 'faster-again']);
    expect(named.out).toMatch(/Faster starts\s+again|Faster starts again/);
    expect(named.out).not.toContain('not shown');
  });

  it('says so where there is nothing to compare', async () => {
    const { code, out } = await weir(['compare', modelFile(SMALL_MODEL)]);
    expect(code).toBe(0);
    expect(out).toContain('no scenario to set beside the baseline');
  });

  it('gives CSV in long form with all digits', async () => {
    const { out } = await weir(['compare', study, '--format', 'csv']);
    const lines = out.trim().split('\r\n');
    expect(lines[0]).toBe('scenario,outcome,unit,value,change_percent');
    expect(lines).toHaveLength(1 + 3 * 2);
    expect(lines[1]).toMatch(/^today,waiting,person,\d+\.\d{10,},$/);
  });
});

describe('printed tables', () => {
  it.each([60, 80, 100])('are no wider than %d columns, with and without a terminal', async (columns) => {
    for (const words of [
      ['compare', bundled, ...QUICK],
      ['run', bundled, ...QUICK, '--save-every', '12'],
      ['models'],
    ]) {
      const { out, code } = await weir(words, { columns });
      expect(code).toBe(0);
      expect(widest(out)).toBeLessThanOrEqual(columns);
      expect(out).not.toMatch(/[^\n -~]/);
    }
    expect(widest((await weir(['doc', bundled])).out)).toBeLessThanOrEqual(80);
  });

  it('say the same with colors as without', async () => {
    const words = ['run', study, '--set', 'rat=1'];
    const colored = await weir(words, { errIsTerminal: true });
    const plain = await weir(words, { errIsTerminal: true, environment: { NO_COLOR: '1' } });
    const declined = await weir([...words, '--no-color'], { errIsTerminal: true });
    expect(colored.err).not.toBe(plain.err);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: color codes are what is looked for.
    expect(colored.err.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain.err);
    expect(declined.err).toBe(plain.err);
  });
});

describe('weir report', () => {
  it('writes the page with everything beside it, and says where', async () => {
    const folder = join(newFolder(), 'report');
    const { code, out } = await weir([
      'report',
      bundled,
      ...QUICK,
      '--no-experiments',
      '--depth',
      'none',
      '--out',
      folder,
    ]);
    expect(code).toBe(0);
    const files = readdirSync(folder);
    expect(files).toEqual(expect.arrayContaining(['report.html', 'comparison.json', 'comparison.csv']));
    expect(files.filter((file) => file.includes('.part'))).toEqual([]);
    expect(out).toMatch(/report\.html\n\s+file:\/\/\S+report\.html\n$/);
    const scenarios = JSON.parse((await weir(['compare', bundled, ...QUICK, '--format', 'json'])).out).runs;
    expect(JSON.parse(readFileSync(join(folder, 'comparison.json'), 'utf8')).runs).toHaveLength(
      scenarios.length,
    );
  });
});

describe('weir doc', () => {
  it('tells a variable by readable name, short name or outcome', async () => {
    const { code, out } = await weir(['doc', study, 'RATE', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      name: 'Starting rate',
      short_name: 'rate',
      kind: 'constant',
      units: '1/month',
      equation: '0.2',
      meaning: expect.stringContaining('Share of those who wait'),
      causes: [],
      uses: ['Starting'],
    });
    const outcome = await weir(['doc', study, 'waiting', '--format', 'json']);
    expect(JSON.parse(outcome.out)).toMatchObject({ name: 'Waiting people', outflows: ['Starting'] });
    expect((await weir(['doc', study, 'starting'])).out).toContain('Waiting_people * Starting_rate');
  });

  it('lists every variable by kind', async () => {
    const { out } = await weir(['doc', study, '--format', 'json']);
    const kinds = JSON.parse(out).variables.map((entry: { kind: string }) => entry.kind);
    expect(kinds).toEqual(['stock', 'stock', 'flow', 'constant', 'auxiliary']);
    expect((await weir(['doc', study])).out).toContain('Stocks (2)');
  });
});

describe('weir models', () => {
  it('lists the bundled ones', async () => {
    const { code, out } = await weir(['models', '--format', 'json']);
    expect(code).toBe(0);
    const names = JSON.parse(out).models.map(({ name }: { name: string }) => name);
    expect(names).toEqual(bundledStudies());
    expect(names.length).toBeGreaterThan(1);
  });
});

describe('weir figure', () => {
  it('draws a view by name or number, and refuses a model without one', async () => {
    const file = join(newFolder(), 'diagram.svg');
    const { code } = await weir(['figure', study, 'diagram', '--view', 'main', '--out', file]);
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg .*data-variable="waiting_people".*<\/svg>\n$/s);
    expect((await weir(['figure', study, 'diagram', '--view', '1', '--out', file])).code).toBe(0);
    const blank = modelFile(SMALL_MODEL.replace(/<views>.*<\/views>/s, ''));
    expect((await weir(['figure', blank, 'diagram', '--out', file])).code).toBe(3);
  });
});

describe('an unexpected error', () => {
  const broken = {
    execute: () => {
      throw new Error('something gave way');
    },
  };

  it('is one line and says whose fault it is', async () => {
    const { code, err } = await weir(['compare', study], broken);
    expect(code).toBe(3);
    expect(err).toContain('something gave way');
    expect(err).toContain('fault in Weir');
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('shows its stack to those who ask', async () => {
    const { err } = await weir(['compare', study], { ...broken, environment: { WEIR_DEBUG: '1' } });
    expect(err).toMatch(/\n\s+at /);
  });
});

const VERBS = [
  ...[
    'run',
    'compare',
    'report',
    'doc',
    'models',
    'figure',
    'why',
    'flip',
    'audit',
    'ensemble',
    'sensitivity',
  ],
  ...[
    'robustness',
    'check',
    'evidence',
    'experiment',
    'levers',
    'equilibrium',
    'convert',
    'conformance',
    'loops',
  ],
];

describe('help and version', () => {
  it('go to stdout with exit code 0', async () => {
    expect(await weir(['--version'])).toMatchObject({ code: 0, out: '0.1.0\n', err: '' });
    for (const verb of VERBS) {
      const { code, out, err } = await weir([verb, '--help']);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(`weir ${verb}`);
      expect(widest(out)).toBeLessThanOrEqual(80);
    }
  });
});
