import { describe, expect, it } from 'vitest';
import type { Model } from '../model.js';
import { readModel } from '../read-model.js';
import { eulerSteps, evaluate } from '../testing/evaluate.js';
import { xmileFile } from '../testing/files.js';
import { flatModel } from '../testing/flat-model.js';
import { codesOf } from '../testing/outcomes.js';

const aux = (name: string, equation: string) => `<aux name="${name}"><eqn>${equation}</eqn></aux>`;
const DOUBLE =
  '<macro name="Double sum"><parm>a</parm><parm default="a + 1">b</parm><eqn>2 * (a + b)</eqn></macro>';
/** A level that follows its input, with a stock of its own. */
const FOLLOW = `<macro name="Follow"><parm>input</parm><parm>time</parm><eqn>Level</eqn><variables>
<stock name="Level"><eqn>0</eqn><inflow>change</inflow></stock>
<flow name="change"><eqn>(input - Level) / time</eqn></flow></variables></macro>`;
const model = (extra: string, variables: string): Model => flatModel(xmileFile({ extra, variables }));
const codes = (extra: string, variables: string) => codesOf(readModel(xmileFile({ extra, variables })));

describe('macros', () => {
  it('are written out where they are called, with defaults that may use earlier parameters', () => {
    const flat = model(
      DOUBLE,
      aux('x', 'DOUBLE_SUM(3, 4) + Double_Sum(1)') + aux('y', 'Double_sum(x * 2, x)'),
    );
    expect(evaluate(flat).get('x')).toBe(14 + 6);
    expect(evaluate(flat).get('y')).toBe(2 * (40 + 20));
  });

  it('compute an argument once, as a hidden variable', () => {
    const flat = model(DOUBLE, aux('x', 'Double_sum(2 * 3)'));
    const hidden = [...flat.variables.values()].filter((variable) => variable.hidden);
    expect(hidden.map(({ name }) => name)).toEqual([
      'Double sum (call 1 in x).a',
      'Double sum (call 1 in x).b',
      'Double sum (call 1 in x)',
    ]);
    expect(evaluate(flat).get('x')).toBe(2 * (6 + 7));
  });

  it('have stocks of their own in each call', () => {
    const flat = model(FOLLOW, aux('x', 'Follow(8, 1) + Follow(4, 2)'));
    const stocks = [...flat.variables.values()].filter(({ kind }) => kind === 'stock');
    expect(stocks.map(({ name }) => name)).toEqual([
      'Follow (call 1 in x).Level',
      'Follow (call 2 in x).Level',
    ]);
    // DT is 0.5: after one step 8/1/2 and 4/2/2; after two 4 + 4/2 and 1 + 3/4.
    const rows = eulerSteps(flat, 2);
    expect(rows.map((row) => [...row.values()])).toEqual([
      [0, 0],
      [4, 1],
      [6, 1.75],
    ]);
  });

  it('have them for each element of an array too', () => {
    const extra = `<dimensions><dim name="n" size="2"/></dimensions>${FOLLOW}`;
    const x = '<aux name="x"><dimensions><dim name="n"/></dimensions><eqn>Follow(n * 8, 1)</eqn></aux>';
    const rows = eulerSteps(model(extra, x), 1);
    expect(rows[1]).toEqual(
      new Map([
        ['follow_(call_1_in_x[1]).level', 4],
        ['follow_(call_1_in_x[2]).level', 8],
      ]),
    );
  });

  it('may call each other, with the value in a variable of their own name', () => {
    const outer = `<macro name="Outer"><parm>p</parm><variables>${aux('Outer', 'inner + 1')}${aux('inner', 'Double_sum(p, p)')}</variables></macro>`;
    expect(evaluate(model(DOUBLE + outer, aux('x', 'Outer(3)'))).get('x')).toBe(13);
  });

  it('see their parameters and variables only', () => {
    const macro = '<macro name="f"><parm>a</parm><eqn>a + k</eqn></macro>';
    expect(codes(macro, aux('x', 'f(1)') + aux('k', '5'))).toEqual(['unknown-name']);
  });

  it.each([
    [DOUBLE, aux('x', 'Double_sum()'), ['wrong-arguments']],
    [DOUBLE, aux('x', 'Double_sum(1, 2, 3)'), ['wrong-arguments']],
    ['<macro name="f"><parm>a</parm><eqn>f(a)</eqn></macro>', aux('x', 'f(1)'), ['macro-recursion']],
    ['<macro name="f"><parm>a</parm></macro>', '', ['missing-equation']],
    ['<macro><eqn>1</eqn></macro>', '', ['missing-name']],
    [DOUBLE + DOUBLE, '', ['duplicate-name']],
    ['<macro name="f"><eqn>1</eqn><sim_specs><stop>3</stop></sim_specs></macro>', '', ['unsupported-macro']],
  ])('refuse %s with %s', (macro, variables, expected) => {
    expect(codes(macro, variables)).toEqual(expected);
  });

  it('may stand deep in each other without end of the stack', () => {
    const macros = Array.from({ length: 31 }, (_, level) => {
      const inner = level === 30 ? 'a' : `m${level + 1}(a)`;
      return `<macro name="m${level}"><parm>a</parm><eqn>${inner}${' + 1'.repeat(900)}</eqn></macro>`;
    });
    expect(codes(macros.join(''), aux('x', 'm0(TIME)'))).toEqual([]);
  });

  it('cannot swell without end', () => {
    const name = (level: number) => `m${level}`;
    const macros = Array.from(
      { length: 30 },
      (_, level) =>
        `<macro name="${name(level)}"><parm>a</parm><eqn>${name(level + 1)}(a) + ${name(level + 1)}(a * 2)</eqn></macro>`,
    );
    expect(
      codes(
        `${macros.join('')}<macro name="m30"><parm>a</parm><eqn>a</eqn></macro>`,
        aux('x', 'm0(TIME + 1)'),
      ),
    ).toEqual(['model-too-large']);
  });
});
