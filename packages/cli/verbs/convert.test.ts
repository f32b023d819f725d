import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { weir } from '../testing/captured-io.js';

const folder = mkdtempSync(join(tmpdir(), 'weir-convert-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

const MDL = `{UTF-8}
Tank= INTEG (filling-draining, 5) ~ litre ~ What it holds. |
filling= 2 ~ litre/day ~ |
draining= ZIDZ(Tank, residence time) ~ litre/day ~ |
residence time= 4 ~ day ~ |
FINAL TIME = 8 ~ day ~ |
INITIAL TIME = 0 ~ day ~ |
SAVEPER = 1 ~ day ~ |
TIME STEP = 0.5 ~ day ~ |
`;
const MACRO = '<macro name="doubled"><parm>x</parm><eqn>2 * x</eqn></macro>';
const several = (beside: string) => `<xmile version="1.0">
<header><vendor>Test</vendor><product version="1">Test</product><name>Several</name></header>
<sim_specs><start>0</start><stop>2</stop><dt>1</dt></sim_specs>
${beside}
<model><variables><stock name="Tank"><eqn>doubled(5)</eqn></stock></variables></model>
</xmile>`;
writeFileSync(at('tank.mdl'), MDL);
writeFileSync(at('odd.mdl'), MDL.replace('filling= 2', 'filling= GAMMA LN(2)'));
writeFileSync(at('broken.mdl'), MDL.replace('residence time)', 'residense time)'));

const values = async (file: string) => {
  const { out } = await weir(['run', at(file), '--save-every', '1', '--format', 'json']);
  return JSON.parse(out) as unknown;
};

describe('weir convert', () => {
  it('writes a Vensim model as XMILE and back', async () => {
    const there = await weir(['convert', at('tank.mdl'), at('tank.xmile')]);
    expect({ code: there.code, out: there.out }).toEqual({ code: 0, out: '' });
    expect(there.err).toContain('Written');
    const text = readFileSync(at('tank.xmile'), 'utf8');
    expect(text).toContain('<stock name="Tank">');
    expect(text).toContain('<doc>What it holds.</doc>');
    expect(text).not.toMatch(/ZIDZ/i);
    const back = await weir(['convert', at('tank.xmile'), at('again.mdl')]);
    expect(back.code).toBe(0);
    expect(readFileSync(at('again.mdl'), 'utf8')).toMatch(/Tank\s*=\s*INTEG/);
  });

  it('keeps the numbers', async () => {
    const document = await values('tank.xmile');
    const series = document as { readonly stocks: Readonly<Record<string, number>> };
    // From 5 with 2 in and a quarter out each day, half a day at a time: 8 - 3 (7/8)^16.
    expect(series.stocks.Tank).toBeCloseTo(8 - 3 * 0.875 ** 16, 10);
  });

  it('writes a file anew in its own language, the same each time', async () => {
    expect((await weir(['convert', at('tank.xmile'), at('normal.xmile')])).code).toBe(0);
    expect((await weir(['convert', at('normal.xmile'), at('normal2.xmile')])).code).toBe(0);
    expect(readFileSync(at('normal2.xmile'), 'utf8')).toBe(readFileSync(at('normal.xmile'), 'utf8'));
  });

  it('does not write over a file unless told to', async () => {
    writeFileSync(at('mine.xmile'), 'precious');
    const refused = await weir(['convert', at('tank.mdl'), at('mine.xmile')]);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/is there already[\s\S]*--force/);
    expect(readFileSync(at('mine.xmile'), 'utf8')).toBe('precious');
    expect((await weir(['convert', at('tank.mdl'), at('mine.xmile'), '--force'])).code).toBe(0);
    expect(readFileSync(at('mine.xmile'), 'utf8')).toContain('<xmile');
  });

  it('refuses by name what the other language cannot say, and writes nothing', async () => {
    const before = readdirSync(folder);
    const { code, err } = await weir(['convert', at('odd.mdl'), at('odd.xmile')]);
    expect(code).toBe(3);
    expect(err).toMatch(/filling[\s\S]*GAMMA/);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('writes a model of several files as one, and says of which', async () => {
    const beside = '<includes><include resource="lib/macros.xmile"/></includes>';
    mkdirSync(at('lib'));
    writeFileSync(at('lib/macros.xmile'), `<xmile>${MACRO}</xmile>`);
    writeFileSync(at('several.xmile'), several(beside));
    writeFileSync(at('alone.xmile'), several(MACRO));
    for (const [from, to] of [
      ['several', 'one'],
      ['alone', 'other'],
    ])
      expect((await weir(['convert', at(`${from}.xmile`), at(`${to}.xmile`)])).code).toBe(0);
    expect(readFileSync(at('one.xmile'), 'utf8')).toBe(readFileSync(at('other.xmile'), 'utf8'));
    const { err } = await weir(['convert', at('several.xmile'), at('one.xmile'), '--force']);
    expect(err).toContain(
      `one file with all of '${at('several.xmile')}' and what it includes: '${at('lib/macros.xmile')}'`,
    );
  });

  it('refuses a model with an error, whatever the language', async () => {
    const { code, err } = await weir(['convert', at('broken.mdl'), at('broken.xmile')]);
    expect(code).toBe(3);
    expect(err).toContain('residense time');
  });

  it.each([
    ['tank.mdl', 'tank.xlsx', 2],
    ['tank.txt', 'tank2.xmile', 2],
    ['nowhere.mdl', 'tank3.xmile', 3],
    ['tank.mdl', 'no/such/folder.xmile', 2],
  ])('says what is wrong with %s to %s', async (from, to, code) => {
    const result = await weir(['convert', at(from), at(to)]);
    expect(result.code).toBe(code);
    expect(result.err).toMatch(/^Error: .*\n[\s\S]*Try: /);
  });
});
