import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { delimitedRows } from '@weir/study';
import { describe, expect, it } from 'vitest';
import { weir } from '../testing/captured-io.js';
import { newFolder, smallStudyFolder } from '../testing/small-study.js';

const RANGES = `ranges:
  20pct:
    label: Plus or minus 20 %
    justification: An assumption for tests.
    relative: [{ by: 0.2, constants: true }]
`;

function study(): { readonly model: string; readonly out: (name: string) => string } {
  const model = smallStudyFolder();
  const file = join(model, 'study.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}${RANGES}`);
  return { model, out: (name) => join(newFolder(), name) };
}
const rowsOf = (path: string) => delimitedRows(readFileSync(path, 'utf8'));

describe('weir ensemble', () => {
  it('runs draws under every scenario into a file, and says what came of it', async () => {
    const { model, out } = study();
    const path = out('runs.csv');
    const {
      code,
      out: text,
      err,
    } = await weir([
      ...[
        'ensemble',
        model,
        '--n',
        '8',
        '--seed',
        '5',
        '--scenarios',
        'all',
        '--out',
        path,
        '--workers',
        '1',
      ],
    ]);
    expect([code, err]).toEqual([0, `Written: ${path}\n`]);
    const [header, ...rows] = rowsOf(path);
    expect(header).toEqual(['run_id', 'scenario', 'rate', 'waiting', 'served_share', 'status', 'stop_month']);
    expect(rows.map(([, scenario]) => scenario)).toEqual(
      ['today', 'faster', 'faster-again'].flatMap((id) => Array.from({ length: 8 }, () => id)),
    );
    expect(new Set(rows.map(([id]) => id)).size).toBe(8);
    expect(rows.slice(8, 16).map(([, , rate]) => rate)).toEqual(Array.from({ length: 8 }, () => '0.4'));
    expect(rows.every((row) => row.at(-2) === 'ok' && row.at(-1) === '12')).toBe(true);
    expect(text).toContain('Today: 8 ok');
    expect(text).toContain('8 draws of 1 inputs, lhs, seed 5 | ranges 20pct: Plus or minus 20 %');
    expect(text).toContain('faster sets rate; faster-again sets rate.');
    expect(text).toContain('An assumption for tests.');
    expect(text).toContain('A toy; it says nothing about anybody.');
  });

  it('gives each run of a file a row with its run_id', async () => {
    const { model, out } = study();
    const inputs = out('inputs.csv');
    writeFileSync(inputs, 'run_id,Starting rate\nsecond,0.5\nfirst,0.25\n');
    const path = out('results.csv');
    const { code, out: text } = await weir([
      ...[
        'ensemble',
        model,
        '--inputs',
        inputs,
        '--until',
        '1',
        '--set',
        'Waiting people=200',
        '--out',
        path,
      ],
      ...['--format', 'json', '--workers', '1'],
    ]);
    expect(code).toBe(0);
    const [header = [], ...rows] = rowsOf(path);
    expect(
      rows.map((row) => [row[0], row[header.indexOf('rate')], row[header.indexOf('stop_month')]]),
    ).toEqual([
      ['second', '0.5', '1'],
      ['first', '0.25', '1'],
    ]);
    // Euler, four steps of a quarter.
    expect(Number(rows[0]?.[header.indexOf('waiting')])).toBeCloseTo(200 * (1 - 0.125) ** 4, 9);
    expect(JSON.parse(text)).toMatchObject({
      design: 'given',
      seed: null,
      set: { 'Waiting people': 200 },
      rows: 2,
      summary: [{ scenario: 'today', status: { ok: 2 } }],
    });
  });

  it('reports months on the way', async () => {
    const { model, out } = study();
    const path = out('paths.csv');
    const words = ['ensemble', model, '--n', '2', '--at', '3,6', '--outcomes', 'waiting', '--out', path];
    expect((await weir([...words, '--workers', '1'])).code).toBe(0);
    expect(rowsOf(path)[0]?.slice(2)).toEqual([
      'rate',
      'waiting',
      'waiting@3',
      'waiting@6',
      'status',
      'stop_month',
    ]);
    expect(rowsOf(path)[1]?.at(-1)).toBe('6');
  });

  it('ends at Ctrl-C with what is done, and goes on from there', async () => {
    const { model, out } = study();
    const path = out('runs.parquet');
    const words = ['ensemble', model, '--n', '40', '--out', path, '--workers', '1', '--chunk', '1'];
    const stopped = await weir(words, {
      onInterrupt: (listener) => {
        setTimeout(listener, 1);
        return () => undefined;
      },
    });
    expect(stopped.code).toBe(3);
    expect(stopped.err).toContain('--resume goes on from there');
    expect(existsSync(path)).toBe(false);
    const again = await weir(words);
    expect([again.code, again.err.replace(/\s+/g, ' ').includes('begun and not finished')]).toEqual([
      3,
      true,
    ]);
    expect((await weir([...words, '--resume'])).code).toBe(0);
    expect(existsSync(path)).toBe(true);
  });

  it.each<readonly [string, readonly string[], number, string]>([
    ['no file', [], 2, '--out'],
    ['a file of no known kind', ['--out', 'x.xlsx'], 2, '.parquet or .csv'],
    ['draws and inputs', ['--out', 'x.csv', '--inputs', 'y.csv', '--n', '5'], 2, 'not both'],
    [
      'two ways to name scenarios',
      ['--out', 'x.csv', '--scenario', 'a', '--scenarios', 'b'],
      2,
      '--scenarios',
    ],
    ['dates', ['--out', 'x.csv', '--set', 'rate=1@5'], 2, 'whole run'],
    ['unknown ranges', ['--out', 'x.csv', '--ranges', 'wide'], 2, 'The sets are 20pct'],
    ['unknown scenario', ['--out', 'x.csv', '--scenario', 'todai'], 2, 'Did you mean'],
    [
      'a number that Sobol points do not come in',
      ['--out', 'x.csv', '--design', 'sobol', '--n', '1000'],
      2,
      '512 or 1024',
    ],
    ['inputs that are not there', ['--out', 'x.csv', '--inputs', 'none.csv'], 3, 'no such file'],
    ['no runs', ['--out', 'x.csv', '--n', '0'], 2, 'whole number of 1'],
  ])('%s is refused', async (_, words, code, text) => {
    const { model } = study();
    const { code: given, err } = await weir(['ensemble', model, ...words]);
    expect(err).toContain(text);
    expect(given).toBe(code);
  });
});
