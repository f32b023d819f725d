import { describe, expect, it } from 'vitest';
import type { Model } from '../model.js';
import { canonicalName } from '../names/canonical-name.js';
import { readModel } from '../read-model.js';
import type { SourceText } from '../source/source-text.js';
import { sourceText } from '../source/source-text.js';
import { evaluate } from '../testing/evaluate.js';
import { xmileFile } from '../testing/files.js';
import { flatModel } from '../testing/flat-model.js';
import { codesOf } from '../testing/outcomes.js';

const aux = (name: string, equation: string, more = '') =>
  `<aux name="${name}"${more}><eqn>${equation}</eqn></aux>`;
const file = (variables: string, models: string, extra = ''): SourceText =>
  sourceText('test.xmile', xmileFile({ variables, extra }).text.replace('</xmile>', `${models}</xmile>`));
const submodel = (name: string, variables: string, more = '') =>
  `<model name="${name}">${more}<variables>${variables}</variables></model>`;
const model = (variables: string, models: string, extra = ''): Model =>
  flatModel(file(variables, models, extra));
const codes = (variables: string, models: string) => codesOf(readModel(file(variables, models)));

/** Area of a field by its sides; `side` is an input with a value of its own. */
const FIELD = submodel('Field', `${aux('side', '3')}${aux('area', 'side * side')}`);

describe('modules', () => {
  it('are variables `module.variable`, under their names', () => {
    const flat = model(`<module name="Field"/>${aux('x', 'Field.area + .x0')}${aux('x0', '1')}`, FIELD);
    expect([...flat.variables.values()].map(({ name, key }) => [name, key])).toEqual([
      ['x', 'x'],
      ['x0', 'x0'],
      ['Field.side', 'field.side'],
      ['Field.area', 'field.area'],
    ]);
    expect(evaluate(flat).get('x')).toBe(10);
  });

  it.each(['side', 'Field.side', '.Field.side', '"SIDE"'])(
    'take a connected input in place of their own (to %s)',
    (to) => {
      const connect = `<connect to='${to}' from="length"/>`;
      const flat = model(`<module name="Field">${connect}</module>${aux('length', '5')}`, FIELD);
      expect(evaluate(flat).get('field.area')).toBe(25);
    },
  );

  it.each(['length', '.length', 'Other.length'])('are connected from %s', (from) => {
    const other = submodel('Other', aux('length', '7'));
    const flat = model(
      `<module name="Field"><connect to="side" from="${from}"/></module><module name="Other"/>${aux('length', '7')}`,
      FIELD + other,
    );
    expect(evaluate(flat).get('field.area')).toBe(49);
  });

  it('read <connect2> where there is no <connect>, and stand for a model of another name', () => {
    const flat = model(
      `<module name="North" model="Field"><connect2 to="North.side" from="n"/></module><module name="South" model="Field"/>${aux('n', '2')}`,
      FIELD,
    );
    const values = evaluate(flat);
    expect([values.get('north.area'), values.get('south.area')]).toEqual([4, 9]);
  });

  it('may leave an input empty that is connected, also a stock or flow; not one that is not', () => {
    const empty = submodel(
      'Field',
      '<stock name="side"><eqn>{from outside}</eqn></stock><flow name="growth"/><aux name="sum"><eqn>side + growth</eqn></aux>',
    );
    const connects = '<connect to="side" from="n"/><connect to="growth" from="n"/>';
    const flat = model(`<module name="Field">${connects}</module>${aux('n', '2')}`, empty);
    expect(evaluate(flat).get('field.sum')).toBe(4);
    expect(flat.variables.get(canonicalName('field.side'))?.kind).toBe('auxiliary');
    expect(codes('<module name="Field"/>', empty)).toEqual(['missing-equation', 'missing-equation']);
  });

  it('may stand in each other', () => {
    const outer = submodel(
      'Farm',
      `<module name="Field"><connect to="side" from="width"/></module>${aux('width', '4')}${aux('twice', '2 * Field.area')}`,
    );
    const flat = model(`<module name="Farm"/>${aux('x', 'Farm.Field.area + Farm.twice')}`, FIELD + outer);
    expect(evaluate(flat).get('x')).toBe(48);
    expect([...flat.variables.keys()]).toContain('farm.field.side');
  });

  it('take whole arrays', () => {
    const dimensions = '<dimensions><dim name="n" size="2"/></dimensions>';
    const over = (name: string, equation: string) =>
      `<aux name="${name}"><dimensions><dim name="n"/></dimensions><eqn>${equation}</eqn></aux>`;
    const flat = model(
      `<module name="Field"><connect to="side" from="sides"/></module>${over('sides', '2, 3')}`,
      submodel('Field', over('side', '0') + aux('total', 'SUM(side)')),
      dimensions,
    );
    expect(evaluate(flat).get('field.total')).toBe(5);
  });

  it('do not see the variables of the root under plain names', () => {
    const inner = submodel('Field', aux('area', 'lenght * 2') + aux('length', '1'));
    const outcome = readModel(file(`<module name="Field"/>${aux('lenght', '9')}`, inner));
    expect(outcome.diagnostics.map(({ code, message, hint }) => [code, message, hint])).toEqual([
      ['unknown-name', '`lenght` is not a variable of `Field`.', 'Did you mean `length`?'],
    ]);
  });

  it('share the run of the whole', () => {
    const same = '<sim_specs><start>0</start><stop>10</stop><dt>0.5</dt></sim_specs>';
    expect(codes('<module name="Field"/>', submodel('Field', aux('a', '1'), same))).toEqual([]);
    const other = same.replace('0.5', '0.25');
    expect(codes('<module name="Field"/>', submodel('Field', aux('a', '1'), other))).toEqual([
      'module-sim-specs',
    ]);
  });

  it.each([
    ['<module name="Nothing"/>', '', ['unknown-submodel']],
    ['<module name="Field"><connect to="side" from="nothing"/></module>', FIELD, ['unknown-connection']],
    ['<module name="Field"/><module name="FIELD"/>', FIELD, ['duplicate-name']],
    [
      '<module name="A"/>',
      submodel('A', '<module name="B"/>') + submodel('B', '<module name="A"/>'),
      ['module-recursion'],
    ],
    [`<module name="Field"/>${aux('&quot;field.side&quot;', '1')}`, FIELD, ['duplicate-name']],
  ])('refuse %s', (variables, models, expected) => {
    expect(codes(variables, models)).toEqual(expected);
  });

  it('cannot swell without end', () => {
    const models = Array.from({ length: 25 }, (_, level) =>
      submodel(
        `M${level}`,
        ['a', 'b', 'c'].map((name) => `<module name="${name}" model="M${level + 1}"/>`).join(''),
      ),
    );
    expect(codes('<module name="M0"/>', `${models.join('')}${submodel('M25', '')}`)).toEqual([
      'model-too-large',
    ]);
  });
});
