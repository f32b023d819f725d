import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readModel } from '../read-model.js';
import { readModelFile } from '../read-model-file.js';
import { reached, refused } from '../source/diagnostic.js';
import { sourceText } from '../source/source-text.js';
import { SPECS, xmileFile } from '../testing/files.js';
import { codesOf, valueIn } from '../testing/outcomes.js';

const include = (...resources: readonly string[]) =>
  `<includes>${resources.map((resource) => `<include resource="${resource}"/>`).join('')}</includes>`;
const xmile = (content: string) => `<xmile version="1.0">\n${content}\n</xmile>`;
const macro = (name: string, equation: string) =>
  `<macro name="${name}"><parm>x</parm><eqn>${equation}</eqn></macro>`;
const aux = (name: string, equation: string) => `<aux name="${name}"><eqn>${equation}</eqn></aux>`;
const model = (variables: string, more = '') =>
  xmile(`<model><variables>${variables}</variables></model>${more}`);

/** A loader of these files that notes what is asked of it. */
const loader = (files: Readonly<Record<string, string>>) =>
  vi.fn((path: string) => {
    const text = files[path];
    return text === undefined
      ? refused([{ code: 'not-there', severity: 'error', message: `There is no ${path}.` }])
      : reached(sourceText(`models/${path}`, text));
  });
/** A model file `models/main.xmile` with these parts, and files beside it. */
const main = (parts: Parameters<typeof xmileFile>[0]) =>
  sourceText('models/main.xmile', xmileFile(parts).text);
const read = (parts: Parameters<typeof xmileFile>[0], files: Readonly<Record<string, string>>) =>
  readModel(main(parts), { include: loader(files) });
/** The equations of a model as the text of their files, by key. */
const equations = (parts: Parameters<typeof xmileFile>[0], files: Readonly<Record<string, string>>) => {
  const file = valueIn(readModelFile(main(parts), { include: loader(files) }));
  return Object.fromEntries(
    [...file.root.variables, ...file.macros.values()].map((one) => {
      const span = ('parts' in one ? one.parts[0]?.expression : one.expression)?.span;
      return [one.key, file.source.text.slice(span?.start, span?.end)];
    }),
  );
};

describe('a file that includes others', () => {
  it('has their macros, units, dimensions, models and variables', () => {
    const shared = xmile(`<model_units><unit name="litre"/></model_units>
<dimensions><dim name="Region"><elem name="North"/><elem name="South"/></dim></dimensions>
${macro('doubled', '2 * x')}
<model><variables>${aux('shared', '7')}</variables></model>
<model name="hares"><variables>${aux('births', '3')}</variables></model>`);
    const variables = `${aux('y', 'doubled(shared)')}<module name="hares"/>
<aux name="z"><dimensions><dim name="Region"/></dimensions><eqn>1</eqn><units>litre</units></aux>`;
    const outcome = read({ extra: include('shared.xmile'), variables }, { 'shared.xmile': shared });
    expect(outcome.diagnostics).toEqual([]);
    expect(
      [...valueIn(outcome).variables.values()]
        .filter(({ hidden }) => hidden !== true)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['hares.births', 'shared', 'y', 'z[north]', 'z[south]']);
  });

  it.each([
    [
      'in the header',
      { header: `<header><vendor>V</vendor><product>P</product>${include('a.xmile')}</header>` },
    ],
    ['in a section beside the header', { extra: include('a.xmile') }],
    ['alone', { extra: '<include resource="a.xmile"/>' }],
  ])('may name them %s', (_, parts) => {
    expect(equations(parts, { 'a.xmile': model(aux('x', '41')) })).toEqual({ x: '41' });
  });

  it('keeps its own definition where both have one, and says so', () => {
    const parts = {
      extra: `${include('a.xmile')}${macro('f', '1 * x')}`,
      variables: aux('Birth Rate', '10'),
    };
    const files = {
      'a.xmile': xmile(
        `${macro('F', '2 * x')}${macro('g', '3 * x')}<model><variables>${aux('birth_rate', '20')}</variables></model>`,
      ),
    };
    expect(equations(parts, files)).toEqual({ f: '1 * x', g: '3 * x', birth_rate: '10' });
    const [note, ...others] = read(parts, files).diagnostics;
    expect(others).toEqual([]);
    expect(note).toMatchObject({
      code: 'include-overridden',
      severity: 'note',
      place: { file: 'models/main.xmile' },
    });
    expect(note?.message).toContain('`F`, `birth rate`');
  });

  it('goes before files included by what it includes, in whichever order they come', () => {
    const files = {
      'b.xmile': xmile(`${include('c.xmile')}${macro('f', 'x + 1')}`),
      'c.xmile': xmile(`${macro('f', 'x + 2')}${macro('g', 'x + 3')}`),
    };
    for (const order of [['b.xmile', 'c.xmile'], ['c.xmile', 'b.xmile'], ['b.xmile']])
      expect(equations({ extra: include(...order) }, files)).toEqual({ f: 'x + 1', g: 'x + 3' });
  });

  it('keeps its root model, whatever models are included', () => {
    const root = sourceText(
      'models/main.xmile',
      xmileFile({ extra: include('a.xmile'), variables: aux('x', '1') }).text.replace(
        '<model>',
        '<model name="Main">',
      ),
    );
    const hares = `<model name="hares"><variables>${aux('h', '3')}</variables></model>`;
    const files = { 'a.xmile': model(aux('y', '2'), `<model name="main"><variables/></model>${hares}`) };
    const outcome = readModelFile(root, { include: loader(files) });
    const file = valueIn(outcome);
    expect([file.root.name, file.root.variables.map(({ key }) => key)]).toEqual(['Main', ['x', 'y']]);
    expect([...file.submodels.keys()]).toEqual(['hares']);
    expect(codesOf(outcome)).toEqual(['include-overridden']);
  });

  it('may be nothing but includes', () => {
    const files = {
      'a.xmile': xmile(
        `${SPECS}<behavior><non_negative/></behavior><model><variables>${aux('y', '2')}</variables></model>`,
      ),
    };
    const outcome = readModel(sourceText('main.xmile', xmile(include('a.xmile'))), {
      include: loader(files),
    });
    expect([...valueIn(outcome).variables.keys()]).toEqual(['y']);
  });

  it('has the diagrams of included files too', () => {
    const view = (name: string) => `<views><view><aux name="${name}" x="1" y="2"/></view></views>`;
    const files = { 'a.xmile': xmile(`<model><variables>${aux('y', '2')}</variables>${view('y')}</model>`) };
    const parts = { extra: include('a.xmile'), variables: aux('x', '1'), views: view('x') };
    const file = valueIn(readModelFile(main(parts), { include: loader(files) }));
    expect(file.root.views.map(({ items }) => items.length)).toEqual([1, 1]);
  });

  it('is refused where two that stand side by side define the same name', () => {
    const files = { 'b.xmile': xmile(macro('f', 'x')), 'c.xmile': xmile(macro('f', '2 * x')) };
    expect(codesOf(read({ extra: include('b.xmile', 'c.xmile') }, files))).toEqual(['duplicate-name']);
    const twice = { 'b.xmile': xmile(SPECS), 'c.xmile': xmile(SPECS) };
    expect(codesOf(read({ specs: '', extra: include('b.xmile', 'c.xmile') }, twice))).toEqual([
      'repeated-element',
    ]);
  });

  it('takes a run specification from an included file only where it has none', () => {
    const files = { 'a.xmile': xmile('<sim_specs><start>5</start><stop>6</stop></sim_specs>') };
    const start = (specs: string) =>
      valueIn(read({ specs, extra: include('a.xmile') }, files)).simulation.start;
    expect([start(SPECS), start('')]).toEqual([0, 5]);
  });

  it('reads a file once, and finds what it includes from its own folder', () => {
    const files = {
      'lib/a.xmile': xmile(`${include('b.xmile', '../c.xmile')}`),
      'lib/b.xmile': xmile(`${include('../c.xmile')}${macro('b', 'x')}`),
      'c.xmile': xmile(macro('c', 'x')),
    };
    const load = loader(files);
    const outcome = readModelFile(main({ extra: include('lib/a.xmile', 'lib/a.xmile') }), { include: load });
    expect([...valueIn(outcome).macros.keys()].sort()).toEqual(['b', 'c']);
    expect(load.mock.calls.map(([path]) => path).sort()).toEqual(['c.xmile', 'lib/a.xmile', 'lib/b.xmile']);
  });

  it.each([
    ['../secret.xmile', /leads out/],
    ['a/../../secret.xmile', /leads out/],
    ['./a/./../..//secret.xmile', /leads out/],
    ['/etc/passwd', /absolute/],
    ['//server/share/a.xmile', /absolute/],
    ['\\\\server\\share\\a.xmile', /backslash/],
    ['..\\secret.xmile', /backslash/],
    ['a\\..\\..\\secret.xmile', /backslash/],
    ['C:\\secret.xmile', /backslash/],
    ['C:/secret.xmile', /address/],
    ['C:secret.xmile', /address/],
    ['http://example.org/a.xmile', /address/],
    ['file:///etc/passwd', /address/],
    ['file:a.xmile', /address/],
    ['a.xmile:stream', /address/],
    ['&#9;a&#9;b.xmile', /control/],
    ['.', /folder itself/],
    ['a/..', /folder itself/],
  ])('may not include %s, and nothing is opened', (resource, reason) => {
    const load = loader({});
    const outcome = readModel(main({ extra: include(resource) }), { include: load });
    expect(codesOf(outcome)).toEqual(['include-outside']);
    expect(outcome.diagnostics[0]?.message).toMatch(reason);
    expect(outcome.diagnostics[0]?.place?.line).toBe(5);
    expect(load).not.toHaveBeenCalled();
  });

  it('an included file may not lead out either', () => {
    const load = loader({ 'lib/a.xmile': xmile(include('../../secret.xmile')) });
    const outcome = readModel(main({ extra: include('lib/a.xmile') }), { include: load });
    expect(outcome.diagnostics).toMatchObject([
      { code: 'include-outside', place: { file: 'models/lib/a.xmile', line: 2, column: 11 } },
    ]);
    expect(load).toHaveBeenCalledOnce();
  });

  it('is refused once, with the chain, where includes go in a circle', () => {
    const files = { 'a.xmile': xmile(include('b.xmile')), 'b.xmile': xmile(include('main.xmile')) };
    const { diagnostics } = read({ extra: include('a.xmile') }, files);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Files include one another in a circle: `main.xmile` includes `a.xmile` includes `b.xmile` includes `main.xmile`.',
    ]);
    expect(diagnostics[0]?.place?.file).toBe('models/b.xmile');
  });

  it('may go 16 deep and be 64 files, and no more', () => {
    const deep = (depth: number) =>
      Object.fromEntries(
        Array.from({ length: depth }, (_, index) => [
          `${index + 1}.xmile`,
          index + 1 === depth ? xmile('') : xmile(include(`${index + 2}.xmile`)),
        ]),
      );
    expect(read({ extra: include('1.xmile') }, deep(16)).ok).toBe(true);
    expect(codesOf(read({ extra: include('1.xmile') }, deep(17)))).toEqual(['include-limit']);
    const wide = (count: number) => {
      const names = Array.from({ length: count }, (_, index) => `${index}.xmile`);
      return codesOf(
        read({ extra: include(...names) }, Object.fromEntries(names.map((name) => [name, xmile('')]))),
      );
    };
    expect(wide(63)).toEqual([]);
    expect(wide(64)).toEqual(['include-limit']);
  });

  it('says at the include why a file cannot be had, and at its own place what is wrong in one', () => {
    expect(read({ extra: include('a.xmile', 'b.xmile') }, {}).diagnostics).toMatchObject([
      {
        code: 'not-there',
        message: 'There is no a.xmile.',
        place: { file: 'models/main.xmile', line: 5, column: 11 },
      },
      { code: 'not-there', message: 'There is no b.xmile.', place: { file: 'models/main.xmile', line: 5 } },
    ]);
  });

  it.each([
    ['of form', '<xmile>\n\n<macro name="f">\n</xmile>', 'xml-unclosed-element', 3],
    ['of kind', '\n<model/>', 'not-xmile', 2],
    ['of language', '{UTF-8}\nx = 1 ~~|', 'not-xml', 1],
    ['of an equation', xmile(`\n\n${macro('f', '2 *')}`), 'equation-operand', 4],
    ['of names', model(`\n${aux('a', '1')}\n${aux('b', 'a + nowhere')}`), 'unknown-name', 4],
    ['of a circle', model(`\n${aux('a', 'b')}\n${aux('b', 'a')}`), 'circular-equations', 3],
    [
      'of a unit',
      xmile('<model_units><unit name="a"/>\n<unit name="b"><eqn>a *</eqn></unit></model_units>'),
      'unit-syntax',
      3,
    ],
    [
      'of a lacking feature',
      model('\n<stock name="s"><eqn>1</eqn>\n<conveyor/></stock>'),
      'unsupported-conveyor',
      4,
    ],
    ['of an import', xmile('\n<data><import resource="data.csv"/></data>'), 'unsupported-import', 3],
  ])('tells of a fault %s by the name and line of the included file', (_, text, code, line) => {
    const { diagnostics } = read({ extra: include('faulty.xmile') }, { 'faulty.xmile': text });
    expect(diagnostics).toMatchObject([{ code, place: { file: 'models/faulty.xmile', line } }]);
  });

  it('tells of a fault of its own as if nothing were included', () => {
    const variables = aux('a', 'nowhere');
    const alone = readModel(main({ extra: '<a/>', variables })).diagnostics;
    const { diagnostics } = read(
      { extra: include('b.xmile'), variables },
      { 'b.xmile': model(aux('b', '1')) },
    );
    expect(diagnostics).toEqual(alone);
    expect(codesOf({ diagnostics })).toEqual(['unknown-name']);
  });

  it('names a place in one of the files for whatever is wrong with an included one', () => {
    const whole = model(`${aux('a', '1')}\n<stock name="s"><eqn>a</eqn></stock>`, macro('f', 'x'));
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(20), fc.string({ maxLength: 3 }), (at, cut, put) => {
        const text = whole.slice(0, at) + put + whole.slice(at + cut);
        const lines = { 'models/main.xmile': 12, 'models/a.xmile': sourceText('', text).lineStarts.length };
        const variables = aux('y', 'f(a) + s');
        for (const { place } of read({ extra: include('a.xmile'), variables }, { 'a.xmile': text })
          .diagnostics) {
          const count = Object.entries(lines).find(([file]) => file === place?.file)?.[1];
          expect(place?.line).toBeLessThanOrEqual(count ?? 0);
        }
      }),
    );
  });

  it('is refused by name where its text stands alone', () => {
    expect(codesOf(readModel(main({ extra: include('a.xmile') })))).toEqual(['unsupported-include']);
  });

  it('is refused where an include names no file', () => {
    expect(codesOf(read({ extra: '<includes><include/></includes>' }, {}))).toEqual(['missing-name']);
  });
});
