import { describe, expect, it } from 'vitest';
import { auxiliaries, TANK, xmileFile } from '../testing/files.js';
import { flatModel } from '../testing/flat-model.js';
import { codesOf } from '../testing/outcomes.js';
import { resolve } from './resolve.js';

const of = (equations: Readonly<Record<string, string>>) => resolve(flatModel(auxiliaries(equations)));

describe('resolve', () => {
  it('accepts variables, built-ins with and without parentheses, and graphical functions', () => {
    const model = flatModel(
      xmileFile({
        variables: `${TANK}<gf name="effect"><xpts>0,1</xpts><ypts>0,1</ypts></gf>
<aux name="x"><eqn>"Residence  TIME" + Effect(tank) + PI + PI() + time + max(1, safediv(1, 2)) + INIT(Tank) + STEP(1, DT())</eqn></aux>`,
      }),
    );
    expect(resolve(model)).toEqual([]);
  });

  it('gives one error for each unknown name and variable', () => {
    const found = of({ a: 'nothing + Nothing * 2 + other', b: 'nothing' });
    expect(found.map(({ variable, message }) => [variable, message])).toEqual([
      ['a', '`nothing` is not a variable of this model.'],
      ['a', '`other` is not a variable of this model.'],
      ['b', '`nothing` is not a variable of this model.'],
    ]);
    expect(found[0]?.place).toMatchObject({ line: 8, column: 20, length: 7 });
  });

  it('suggests the nearest name as the file writes it', () => {
    expect(of({ 'Birth rate': '1', b: 'brith_rate * 2' })[0]?.hint).toBe('Did you mean `Birth rate`?');
    expect(of({ x: 'MXA(1, 2)' })[0]?.hint).toBe('Did you mean `MAX`?');
    expect(of({ x: 'LOKUP(1, 2)' })[0]?.hint).toBe('Did you mean `LOOKUP`?');
  });

  it.each([
    ['SQRT()', 'wrong-arguments'],
    ['LOOKUP(TIME, 1)', 'not-a-function'],
    ['MAX', 'wrong-arguments'],
    ['PI(1)', 'wrong-arguments'],
    ['PULSE(1, 2, 3, 4)', 'wrong-arguments'],
    ['constructor(1)', 'unknown-function'],
    ['toString', 'unknown-name'],
    ['DELAY3(1)', 'wrong-arguments'],
    ['LOOKUP(nothing, 1)', 'unknown-function'],
    ['LOOKUP_FORWARD(nothing, 1)', 'unknown-name'],
    ['SELF', 'unknown-name'],
  ])('%s gives %s', (equation, code) => {
    expect(codesOf({ diagnostics: of({ x: equation }) })).toEqual([code]);
  });

  it('does not blame the users of a variable that is named like a built-in', () => {
    expect(codesOf({ diagnostics: of({ Step: '1', b: 'step * 2' }) })).toEqual(['builtin-name']);
    expect(codesOf({ diagnostics: of({ and: '1' }) })).toEqual(['builtin-name']);
  });
});

describe('flows', () => {
  const tanks = (text: string) => {
    const flow = '<flow name="water"><eqn>1</eqn></flow>';
    return codesOf({ diagnostics: resolve(flatModel(xmileFile({ variables: text + flow }))) });
  };
  const stock = (name: string, flows: string) => `<stock name="${name}"><eqn>1</eqn>${flows}</stock>`;

  it('may leave one stock and enter another', () => {
    expect(tanks(stock('a', '<outflow>"Water"</outflow>') + stock('b', '<inflow>WATER</inflow>'))).toEqual(
      [],
    );
  });

  it.each(['inflow', 'outflow'])('may not be the %s of two stocks, or twice of one', (side) => {
    const tag = `<${side}>water</${side}>`;
    expect(tanks(stock('a', tag) + stock('b', tag))).toEqual(['flow-used-twice']);
    expect(tanks(stock('a', tag + tag))).toEqual(['flow-used-twice']);
  });

  it('must exist and be flows', () => {
    expect(tanks(stock('a', '<inflow>wter</inflow>'))).toEqual(['unknown-flow']);
    expect(tanks(stock('a', '<inflow>b</inflow>') + stock('b', ''))).toEqual(['not-a-flow']);
  });
});
