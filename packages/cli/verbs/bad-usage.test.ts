import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundledStudies } from '@weir/study/node';
import { describe, expect, it } from 'vitest';
import { weir } from '../testing/captured-io.js';
import { newFolder, smallStudyFolder } from '../testing/small-study.js';

const study = smallStudyFolder();

/** Words after the verb and model, and what the message must name. */
const CASES: readonly [verb: string, words: readonly string[], names: RegExp][] = [
  ['run', ['--dt', 'abc'], /'abc'/],
  ['run', ['--dt', '-1'], /above 0/],
  ['run', ['--dt', '0'], /above 0/],
  ['run', ['--dt', 'Infinity'], /Infinity/],
  ['run', ['--until', 'foo'], /published,\s+equilibrium/],
  ['run', ['--until', '-3'], /above 0/],
  ['run', ['--save-every', 'x'], /'x'/],
  ['run', ['--set', 'x'], /NAME=VALUE/],
  ['run', ['--set', 'rate=lots'], /'lots'/],
  ['run', ['--set', 'rate=1@'], /VALUE@MONTH/],
  ['run', ['--set', 'rate=1@50'], /month 50/],
  ['run', ['--set', 'Waiting people=1@5'], /initial value/],
  ['run', ['--begin', 'later'], /12\+6/],
  ['run', ['--from', 'nowhere'], /file, equilibrium/],
  ['run', ['--table', 'x'], /NAME=FILE/],
  ['run', ['--table', 'x=no.csv'], /no.csv/],
  ['run', ['--set', '=1'], /NAME=VALUE/],
  ['run', ['--set', 'rat=1'], /`rate`/],
  ['run', ['--set', 'Share served=1'], /cannot be set/],
  ['run', ['--scenario', 'fastr'], /`faster`/],
  ['run', ['--method', 'rk9'], /euler, rk2, rk4/],
  ['run', ['--backend', 'fast'], /interpreter, javascript/],
  ['run', ['--corrections', 'D1'], /no corrections file/],
  ['compare', ['--corrections', 'D1'], /no corrections file/],
  ['report', ['--corrections', 'D1'], /no corrections file/],
  ['equilibrium', ['--corrections', 'D1'], /no corrections file/],
  ['run', ['--corrections', 'D1,'], /commas/],
  ['run', ['--format', 'xml'], /table, csv, json/],
  ['run', ['--format', 'csv', '--out', 'x.json'], /does not fit/],
  ['run', ['--out', '/no/such/folder/x.json'], /mkdir/],
  ['run', ['--nonsense'], /--nonsense/],
  ['run', ['--until', 'published'], /no published stop rule/],
  ['compare', ['--scenarios', 'faster,fastr'], /`faster`/],
  ['compare', ['--scenarios', 'faster,faster'], /twice/],
  ['compare', ['--scenarios', ','], /commas/],
  ['report', ['--out', '/no/such/folder'], /mkdir/],
  ['doc', ['Waitng people'], /`Waiting people`/],
  ['figure', ['diagram'], /--out/],
  ['figure', ['diagram', '--out', '/no/such/x.svg'], /mkdir/],
  ['figure', ['diagram', '--view', 'Mian', '--out', join(newFolder(), 'x.svg')], /`Main`/],
  ['figure', ['pie', '--out', 'x.svg'], /diagram/],
];

describe('a faulty command line', () => {
  it.each(CASES)('weir %s MODEL %j says what and how, with exit code 2', async (verb, words, names) => {
    const { code, out, err } = await weir([verb, study, ...words]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(names);
    expect(err).toMatch(/^Error: /);
    expect(err).toContain('Try: ');
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('names the nearest model, and knows a path from a name', async () => {
    const [bundled = ''] = bundledStudies();
    const mistyped = bundled.slice(0, -1);
    const near = await weir(['run', mistyped]);
    expect(near.code).toBe(2);
    expect(near.err).toContain(`\`${bundled}\``);
    expect((await weir(['run', `./${mistyped}`])).code).toBe(3);
    expect((await weir(['run', join(study, 'study.txt')])).code).toBe(3);
  });

  it('writes nothing', async () => {
    const folder = newFolder();
    await weir(['run', study, '--set', 'rat=1', '--out', join(folder, 'x.json')]);
    await weir(['report', study, '--dt', 'x', '--out', join(folder, 'report')]);
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync('x.json')).toBe(false);
  });

  it('needs a verb that exists', async () => {
    expect((await weir([])).code).toBe(2);
    const { code, err } = await weir(['rum']);
    expect(code).toBe(2);
    expect(err).toContain('run');
  });
});
