import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { includeLoader } from './include-loader.js';
import { openStudy } from './open-study.js';

let root = '';
const at = (...names: readonly string[]) => join(root, ...names);
const macro = (factor: number) =>
  `<xmile><macro name="scaled"><parm>x</parm><eqn>${factor} * x</eqn></macro></xmile>`;
const model = (resource: string) => `<xmile version="1.0">
<header><vendor>Test</vendor><product version="1">Test</product><includes>
<include resource="${resource}"/></includes></header>
<sim_specs><start>0</start><stop>2</stop><dt>1</dt></sim_specs>
<model><variables><stock name="Tank"><eqn>scaled(5)</eqn></stock></variables></model>
</xmile>`;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'weir-include-'));
  for (const folder of ['models', 'models/lib', 'models-beside', 'elsewhere']) mkdirSync(at(folder));
  writeFileSync(at('elsewhere', 'secret.xmile'), macro(3));
  writeFileSync(at('models-beside', 'secret.xmile'), macro(3));
  writeFileSync(at('models', 'lib', 'macros.xmile'), macro(2));
  writeFileSync(at('models', 'latin.xmile'), Buffer.from([0x3c, 0xe9]));
  symlinkSync(at('elsewhere', 'secret.xmile'), at('models', 'linked.xmile'));
  symlinkSync(at('elsewhere'), at('models', 'out'));
  symlinkSync(at('models-beside'), at('models', 'beside'));
  symlinkSync(at('models', 'lib'), at('models', 'within'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const load = (path: string) => {
  const outcome = includeLoader(at('models', 'main.xmile'))(path);
  return outcome.ok ? outcome.value : outcome.diagnostics.map(({ code }) => code);
};
const open = (resource: string) => {
  writeFileSync(at('models', 'main.xmile'), model(resource));
  return openStudy(at('models', 'main.xmile'));
};

describe('includeLoader', () => {
  it('reads a file of the folder or below it, and names it by its path', () => {
    for (const folder of ['lib', 'within'])
      expect(load(`${folder}/macros.xmile`)).toMatchObject({
        file: at('models', folder, 'macros.xmile'),
        text: macro(2),
      });
  });

  it.each(['linked.xmile', 'out/secret.xmile', 'beside/secret.xmile', '../elsewhere/secret.xmile'])(
    'follows no link out of the folder: %s',
    (path) => {
      expect(load(path)).toEqual(['include-outside']);
    },
  );

  it.each([
    ['nowhere.xmile', 'include-missing'],
    ['lib', 'include-missing'],
    ['lib/macros.xmile/more', 'include-missing'],
    ['%2e%2e/elsewhere/secret.xmile', 'include-missing'],
    ['latin.xmile', 'not-utf8'],
  ])('refuses %s', (path, code) => {
    expect(load(path)).toEqual([code]);
  });
});

describe('a model file that includes others', () => {
  it('is opened with them', () => {
    const outcome = open('lib/macros.xmile');
    expect(outcome.diagnostics).toEqual([]);
    expect(outcome.ok && outcome.value.program.variables.map(({ name }) => name)).toContain('Tank');
  });

  it.each([
    ['linked.xmile', 'include-outside'],
    ['../elsewhere/secret.xmile', 'include-outside'],
    ['nowhere.xmile', 'include-missing'],
  ])('says at its line that it may not include %s', (resource, code) => {
    expect(open(resource).diagnostics).toMatchObject([
      { code, place: { file: at('models', 'main.xmile'), line: 3, column: 1 } },
    ]);
  });
});
