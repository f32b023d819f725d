import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { weir } from '../testing/captured-io.js';

const folder = mkdtempSync(join(tmpdir(), 'weir-conformance-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = 'path,format,class,canonical,method,rel_tol,abs_tol,ignore_columns,notes\n';
const model = (equation: string) =>
  `<xmile version="1.0"><header><vendor>x</vendor><product version="1">x</product></header><sim_specs><start>0</start><stop>2</stop><dt>1</dt></sim_specs><model><variables><aux name="My x"><eqn>${equation}</eqn></aux></variables></model></xmile>`;

/** A corpus of these files and rows. */
function corpus(name: string, files: Readonly<Record<string, string>>, rows: readonly string[]): string {
  const place = join(folder, name);
  mkdirSync(place);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
  writeFileSync(join(place, 'manifest.csv'), `${HEAD}${rows.join('\n')}\n`);
  return place;
}

const OUT = 'Time\tmy_x\n0\t0\n1\t2\n2\t4\n';
const FAIR = 'a.xmile,xmile,fair,out.tab,euler,1e-6,1e-6,,';

describe('weir conformance', () => {
  it('prints one line a file and passes', async () => {
    const place = corpus('good', { 'a.xmile': model('2 * TIME'), 'out.tab': OUT }, [FAIR]);
    const { code, out, err } = await weir(['conformance', place]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^pass +a\.xmile: 1 columns, 3 rows/m);
    expect(out).toContain('1 files. fair: 1 passed.');
  });

  it('fails with exit code 1 on a value that differs, and says which and when', async () => {
    const place = corpus('wrong', { 'a.xmile': model('TIME ^ 2 + TIME'), 'out.tab': OUT }, [FAIR]);
    const { code, out, err } = await weir(['conformance', place]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^FAIL +a\.xmile: 1 of 1 columns differ; worst 'my_x', first at time 2: expected 4, found 6/m,
    );
    expect(err).toContain('1 of 1 files failed.');
  });

  it.each([
    [
      'a missing column',
      { 'a.xmile': model('2 * TIME'), 'out.tab': OUT.replace('my_x', 'your_x') },
      [FAIR],
      "no column 'your_x'",
    ],
    [
      'a missing row',
      { 'a.xmile': model('2 * TIME'), 'out.tab': `${OUT}3\t6\n` },
      [FAIR],
      'the run has 3 rows, the canonical output 4',
    ],
    ['a missing model', { 'out.tab': OUT }, [FAIR], 'the model file is missing'],
    ['a missing output', { 'a.xmile': model('1') }, [FAIR], 'out.tab is missing'],
    [
      'an unknown class',
      { 'a.xmile': model('1'), 'out.tab': OUT },
      [FAIR.replace('fair', 'nice')],
      "unknown class 'nice'",
    ],
    ['a fair file that is refused', { 'a.xmile': model('1 +'), 'out.tab': OUT }, [FAIR], 'operand'],
    [
      'a defective file about which nothing is said',
      { 'a.xmile': model('2 * TIME'), 'out.tab': OUT },
      ['a.xmile,xmile,defective,out.tab,euler,,,,'],
      'nothing was said about it',
    ],
  ])('fails on %s', async (name, files, rows, message) => {
    const { code, out } = await weir(['conformance', corpus(name, files, rows)]);
    expect(code).toBe(1);
    expect(out).toMatch(/^FAIL/m);
    expect(out).toContain(message);
  });

  it('takes the refusal of a defective or legacy file for what it should be', async () => {
    const rows = ['a.xmile,xmile,defective,out.tab,euler,,,,', 'b.xmile,xmile,legacy,out.tab,euler,,,,'];
    const place = corpus(
      'refused',
      { 'a.xmile': model('unknown'), 'b.xmile': '<xmile>', 'out.tab': OUT },
      rows,
    );
    const { code, out } = await weir(['conformance', place]);
    expect(code).toBe(0);
    expect(out).toMatch(/^refused +a\.xmile: .*unknown/m);
    expect(out).toMatch(/^refused +b\.xmile: .*never closed/m);
  });

  it('does not follow a link out of the corpus', async () => {
    const place = corpus('linked', { 'a.xmile': model('2 * TIME') }, [FAIR]);
    writeFileSync(join(folder, 'outside.tab'), OUT);
    symlinkSync(join(folder, 'outside.tab'), join(place, 'out.tab'));
    const { code, out } = await weir(['conformance', place]);
    expect(code).toBe(1);
    expect(out).toContain('out.tab is missing');
  });

  it('gives one JSON document', async () => {
    const place = join(folder, 'good');
    const { code, out } = await weir(['conformance', place, '--format', 'json', '--backend', 'interpreter']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      backend: 'interpreter',
      counts: { files: 1, failed: 0, ran: 1, backendsAgree: 1, roundTrips: 1 },
      rows: [
        { path: 'a.xmile', class: 'fair', verdict: 'pass', backendsAgree: true, roundTrip: { kind: 'same' } },
      ],
    });
  });

  it('runs only what is asked for, and says when that is nothing', async () => {
    const place = join(folder, 'refused');
    const some = await weir(['conformance', place, '--only', 'b.']);
    expect(some.out).not.toContain('a.xmile');
    expect((await weir(['conformance', place, '--only', 'nothing'])).code).toBe(3);
  });

  it('writes the statement, and not of a part of a corpus', async () => {
    const file = join(folder, 'STATEMENT.md');
    const { code, err } = await weir(['conformance', join(folder, 'good'), '--statement', file]);
    expect({ code, written: existsSync(file) }).toEqual({ code: 0, written: true });
    expect(err).toContain('Written');
    expect(readFileSync(file, 'utf8')).toMatch(/## 7\.3\.1 Base simulator[\s\S]*## Corpus: .*good/);
    expect((await weir(['conformance', join(folder, 'good'), '--statement', file, '--only', 'a'])).code).toBe(
      2,
    );
  });

  it('says what is missing: a folder, a manifest', async () => {
    expect(await weir(['conformance', join(folder, 'nowhere')])).toMatchObject({ code: 3, out: '' });
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const { code, err } = await weir(['conformance', empty]);
    expect(code).toBe(3);
    expect(err).toMatch(/has no\s+manifest\.csv/);
  });
});
