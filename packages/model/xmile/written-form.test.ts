import { describe, expect, it } from 'vitest';
import { printExpression } from '../equation/print.js';
import type { ModelFile, WrittenVariable } from '../model-file.js';
import { canonicalName } from '../names/canonical-name.js';
import { readModel } from '../read-model.js';
import { sourceText } from '../source/source-text.js';
import { xmileFile } from '../testing/files.js';
import { codesOf, valueIn } from '../testing/outcomes.js';
import { readXmile } from './read-xmile.js';

const DIMENSIONS =
  '<dimensions><dim name="City"><elem name="Boston"/><elem name="New York"/></dim><dim name="Row" size="3"/></dimensions>';
const read = (variables: string, models = '', extra = ''): ModelFile =>
  valueIn(
    readXmile(
      sourceText(
        'test.xmile',
        xmileFile({ extra: DIMENSIONS + extra, variables }).text.replace('</xmile>', `${models}</xmile>`),
      ),
    ),
  );
const first = (variables: string): WrittenVariable | undefined => read(variables).root.variables[0];
const codes = (variables: string, extra = DIMENSIONS) => codesOf(readXmile(xmileFile({ extra, variables })));
const CITY = '<dimensions><dim name="City"/></dimensions>';

describe('dimensions', () => {
  it('have named elements, or numbers', () => {
    const [city, row] = [...read('').dimensions.values()];
    expect([city?.name, city?.numbered, city?.elements.map(({ key }) => key)]).toEqual([
      'City',
      false,
      ['boston', 'new_york'],
    ]);
    expect([row?.numbered, row?.elements.map(({ name }) => name)]).toEqual([true, ['1', '2', '3']]);
  });

  it.each([
    ['<dim name="n"/>', ['bad-dimension']],
    ['<dim name="n" size="2.5"/>', ['bad-dimension']],
    ['<dim name="n" size="1e9"/>', ['bad-dimension']],
    ['<dim name="n"><elem name="a"/><elem name="A"/></dim>', ['bad-dimension']],
    ['<dim name="n"><elem/></dim>', ['bad-dimension']],
    ['<dim size="2"/>', ['missing-name']],
    ['<dim name="n" size="2"/><dim name="N" size="2"/>', ['duplicate-name']],
  ])('refuse %s', (dimension, expected) => {
    expect(codes('', `<dimensions>${dimension}</dimensions>`)).toEqual(expected);
  });
});

describe('arrays', () => {
  it('keep one equation for all, or one for each element with its graph', () => {
    expect(first(`<aux name="a">${CITY}<eqn>2</eqn></aux>`)).toMatchObject({
      kind: 'auxiliary',
      dimensions: ['city'],
      parts: [{ subscripts: [], except: [], expression: { kind: 'number', value: 2 } }],
    });
    const gf = (y: string) => `<gf><xpts>0,1</xpts><ypts>${y}</ypts></gf>`;
    const each = first(
      `<aux name="a">${CITY}<element subscript="Boston"><eqn>1</eqn>${gf('0,1')}</element><element subscript="new_york"><eqn>2</eqn></element>${gf('5,6')}</aux>`,
    );
    expect(each?.parts.map(({ subscripts, graph }) => [subscripts, graph?.y])).toEqual([
      [['boston'], [0, 1]],
      [['new_york'], [5, 6]],
    ]);
  });

  it('may be lists of numbers, or graphical functions', () => {
    expect(first(`<aux name="a">${CITY}<eqn> 1, -2.5 {two} </eqn></aux>`)?.parts[0]?.list).toEqual([1, -2.5]);
    const graphs = ['Boston', 'New York'].map(
      (city) => `<element subscript="${city}"><gf><xpts>0,1</xpts><ypts>0,1</ypts></gf></element>`,
    );
    expect(first(`<aux name="a">${CITY}${graphs.join('')}</aux>`)?.kind).toBe('graphical');
  });

  it.each([
    [`<aux name="a">${CITY}<element subscript="Bostn"><eqn>1</eqn></element></aux>`, ['unknown-subscript']],
    [`<aux name="a">${CITY}<element subscript="Boston, 1"><eqn>1</eqn></element></aux>`, ['subscript-count']],
    [`<aux name="a">${CITY}<element><eqn>1</eqn></element></aux>`, ['subscript-count']],
    [`<aux name="a">${CITY}<element subscript="Boston"/></aux>`, ['missing-equation']],
    ['<aux name="a"><dimensions><dim name="Town"/></dimensions><eqn>1</eqn></aux>', ['unknown-dimension']],
    ['<aux name="a"><eqn>1, 2</eqn></aux>', ['equation-operator']],
  ])('refuse %s', (variables, expected) => {
    expect(codes(variables)).toEqual(expected);
  });
});

describe('models, modules and macros', () => {
  it('are kept apart, with their connections and parameters', () => {
    const file = read(
      '<module name="Hares"><connect to="area" from=".area"/><doc>Prey.</doc></module><aux name="area"><eqn>1</eqn></aux>',
      '<model name="hares"><variables><aux name="area" access="input"/></variables></model>',
      '<macro name="f"><parm>x</parm><parm default="2">y</parm><eqn>x ^ y</eqn></macro>',
    );
    expect(file.root.modules).toMatchObject([
      { name: 'Hares', model: 'hares', documentation: 'Prey.', connections: [{ to: 'area', from: '.area' }] },
    ]);
    expect(file.submodels.get(canonicalName('hares'))?.variables).toMatchObject([
      { name: 'area', access: 'input', parts: [{ subscripts: [] }] },
    ]);
    const macro = file.macros.get(canonicalName('f'));
    expect(macro?.parameters.map(({ written }) => written)).toEqual(['x', 'y']);
    expect(macro?.expression && printExpression(macro.expression)).toBe('x ^ y');
    expect(macro?.parameters[1]?.default && printExpression(macro.parameters[1].default)).toBe('2');
  });

  it('take the nameless model for the root, wherever it stands', () => {
    const text = xmileFile({ variables: '<module name="m"/>' }).text.replace(
      '<model>',
      '<model name="m"><variables><aux name="a"><eqn>1</eqn></aux></variables></model><model>',
    );
    expect(valueIn(readXmile(sourceText('f', text))).root.modules.map(({ name }) => name)).toEqual(['m']);
  });
});

describe('the dialect of STELLA 10.0', () => {
  it('has its variables in the model itself, among drawings', () => {
    const text = xmileFile({ variables: '<aux name="x"><eqn>4</eqn><display x="1" y="2"/></aux>' })
      .text.replace('<variables>', '<iframe x="1"/>')
      .replace('</variables>', '<view_style/>');
    const model = readModel(sourceText('f', text));
    expect(codesOf(model)).toEqual([]);
    expect([...valueIn(model).variables.keys()]).toEqual(['x']);
  });
});

describe('views', () => {
  it('show modules, and the sizes of aliases', () => {
    const file = xmileFile({
      variables: '<module name="m"/><aux name="x"><eqn>1</eqn></aux>',
      views:
        '<views><view><module name="m" x="1" y="2" width="30"/><alias x="3" y="4" width="45" height="35" uid="7"><of>x</of></alias></view></views>',
    });
    expect(valueIn(readXmile(file)).root.views[0]?.items).toEqual([
      { kind: 'module', module: 'm', name: 'm', x: 1, y: 2, width: 30 },
      { kind: 'alias', variable: 'x', name: 'x', x: 3, y: 4, width: 45, height: 35, uid: '7' },
    ]);
  });
});
