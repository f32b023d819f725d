import { describe, expect, it } from 'vitest';
import { printExpression } from '../equation/print.js';
import type { Model } from '../model.js';
import { canonicalName } from '../names/canonical-name.js';
import { elementKey } from '../names/compound-name.js';
import { readModel } from '../read-model.js';
import { evaluate } from '../testing/evaluate.js';
import { xmileFile } from '../testing/files.js';
import { flatModel } from '../testing/flat-model.js';
import { codesOf } from '../testing/outcomes.js';

const DIMENSIONS = `<dimensions>
<dim name="City"><elem name="Boston"/><elem name="New York"/><elem name="Quincy"/></dim>
<dim name="Coast"><elem name="New York"/><elem name="Boston"/></dim>
<dim name="Sex"><elem name="f"/><elem name="m"/></dim>
<dim name="Row" size="2"/><dim name="Column" size="3"/><dim name="Place" size="3"/></dimensions>`;
const over = (name: string, dimensions: string, content: string) =>
  `<aux name="${name}"><dimensions>${dimensions
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => `<dim name="${one}"/>`)
    .join('')}</dimensions>${content}</aux>`;
const eqn = (equation: string) => `<eqn>${equation.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</eqn>`;
const part = (subscript: string, content: string) => `<element subscript="${subscript}">${content}</element>`;
/** Three cities 10, 20, 30 as `A`; the matrix 1 2 3 / 4 5 6 as `M`; sexes and cities, numbered from 1, as `P`. */
const BASE = [
  over('A', 'City', part('Boston', eqn('10')) + part('Quincy', eqn('30')) + part('new_york', eqn('20'))),
  over('M', 'Row Column', eqn('1, 2, 3, 4, 5, 6')),
  over('P', 'Sex City', eqn('(Sex - 1) * 3 + City')),
].join('\n');
const file = (more: string) => xmileFile({ extra: DIMENSIONS, variables: `${BASE}\n${more}` });
const model = (more: string): Model => flatModel(file(more));
/** The value of one equation, or those of an array over these dimensions, in row-major order. */
function valuesOf(equation: string, dimensions = ''): readonly number[] {
  const flat = model(over('x', dimensions, eqn(equation)));
  const values = evaluate(flat);
  return [...flat.variables.values()]
    .filter(({ key, element }) => key === 'x' || element?.array === 'x')
    .map(({ key }) => values.get(key) ?? Number.NaN);
}
const codes = (more: string) => codesOf(readModel(file(more)));

describe('elements', () => {
  it('are variables of their own, in row-major order, with keys and names', () => {
    const flat = model('');
    const names = [...flat.variables.values()].map(({ name, key }) => [name, key]);
    expect(names.slice(0, 3)).toEqual([
      ['A[Boston]', 'a[boston]'],
      ['A[New York]', 'a[new_york]'],
      ['A[Quincy]', 'a[quincy]'],
    ]);
    expect(names.slice(3).map(([name]) => name)).toEqual(
      ['M[1, 1]', 'M[1, 2]', 'M[1, 3]', 'M[2, 1]', 'M[2, 2]', 'M[2, 3]'].concat(
        ['f', 'm'].flatMap((sex) => ['Boston', 'New York', 'Quincy'].map((city) => `P[${sex}, ${city}]`)),
      ),
    );
    expect(
      flat.variables.get(elementKey(canonicalName('P'), [canonicalName('m'), canonicalName('Boston')]))
        ?.element,
    ).toEqual({
      array: 'p',
      name: 'P',
      subscripts: ['m', 'Boston'],
    });
    expect(flat.arrays?.get(canonicalName('P'))).toMatchObject({
      name: 'P',
      kind: 'auxiliary',
      dimensions: ['Sex', 'City'],
    });
    expect(flat.arrays?.get(canonicalName('P'))?.elements).toHaveLength(6);
  });

  it('are read one by one, by name, number, list or a dimension of the equation', () => {
    expect(valuesOf('A[Boston] + A["New York"] * 2')).toEqual([50]);
    expect(valuesOf('M[2, 3]')).toEqual([6]);
    expect(valuesOf('A[City] + 1', 'City')).toEqual([11, 21, 31]);
    expect(valuesOf('A[2]')).toEqual([20]);
    expect(valuesOf('P[m, City] - P[f, City]', 'City')).toEqual([3, 3, 3]);
    expect(valuesOf('P[Sex, Quincy]', 'Sex')).toEqual([3, 6]);
  });

  it("take the owner's dimensions where subscripts are omitted", () => {
    expect(valuesOf('A * 2', 'City')).toEqual([20, 40, 60]);
    expect(valuesOf('P + A', 'Sex City')).toEqual([11, 22, 33, 14, 25, 36]);
    // By the names of the dimensions, not by their order.
    expect(valuesOf('P', 'City Sex')).toEqual([1, 4, 2, 5, 3, 6]);
    expect(valuesOf('M * 10', 'Row Column')).toEqual([10, 20, 30, 40, 50, 60]);
  });

  it('of a subrange are those of the dimension by name', () => {
    expect(valuesOf('A[Coast]', 'Coast')).toEqual([20, 10]);
    expect(valuesOf('A', 'Coast')).toEqual([20, 10]);
    expect(valuesOf('SUM(A[*:Coast])')).toEqual([30]);
    expect(codes(over('x', 'City', eqn('1 + y[City]')) + over('y', 'Coast', eqn('1')))).toEqual([
      'unknown-subscript',
    ]);
  });

  it('hide a variable of their name inside brackets only', () => {
    const flat = model(
      `<aux name="Boston"><eqn>3</eqn></aux><aux name="x"><eqn>A[Boston] + Boston</eqn></aux>`,
    );
    expect(evaluate(flat).get('x')).toBe(13);
  });

  it('may have the name of their dimension', () => {
    const extra = '<dimensions><dim name="c"><elem name="C"/><elem name="d"/></dim></dimensions>';
    const flat = flatModel(xmileFile({ extra, variables: over('x', 'c', eqn('4')) }));
    expect([...flat.variables.keys()]).toEqual(['x[c]', 'x[d]']);
  });

  it('may each have an equation of their own, the rest that of the array', () => {
    const flat = model(over('x', 'City', eqn('A[City]') + part('Quincy', eqn('-1'))));
    const values = evaluate(flat);
    expect(['x[boston]', 'x[new_york]', 'x[quincy]'].map((key) => values.get(key))).toEqual([10, 20, -1]);
  });

  it('may need each other in an order that is no circle', () => {
    const chain = part('1', eqn('5')) + part('2', eqn('x[1] * 2')) + part('3', eqn('x[2] + x[1]'));
    const outcome = readModel(file(over('x', 'Place', chain)));
    expect(codesOf(outcome)).toEqual([]);
    expect(evaluate(model(over('x', 'Place', chain))).get('x[3]')).toBe(15);
    expect(codes(over('x', 'Place', eqn('IF Place > 1 THEN x[Place - 1] + 1 ELSE 0')))).toEqual([]);
    expect(codes(over('x', 'Place', eqn('x[1] + 1')))).toEqual(['circular-equations']);
  });
});

describe('positions', () => {
  it('stand for names of dimensions and elements outside brackets', () => {
    expect(valuesOf('City', 'City')).toEqual([1, 2, 3]);
    expect(valuesOf('City.Quincy * 10')).toEqual([30]);
    expect(valuesOf('Coast.Boston')).toEqual([2]);
    expect(valuesOf('IF City = City.Boston THEN 1 ELSE 0', 'City')).toEqual([1, 0, 0]);
  });

  it('may be computed before a run, and are 0 outside with a warning', () => {
    const shifted = over('x', 'Place', eqn('y[Place - 1]')) + over('y', 'Place', eqn('Place * 10'));
    const outcome = readModel(file(shifted));
    expect(outcome.diagnostics.map(({ code, severity, variable }) => [code, severity, variable])).toEqual([
      ['subscript-out-of-range', 'warning', 'x'],
    ]);
    const values = evaluate(model(shifted));
    expect([1, 2, 3].map((place) => values.get(`x[${place}]`))).toEqual([0, 10, 20]);
  });

  it('may be computed in a run', () => {
    expect(valuesOf('A[INT(2.5)]')).toEqual([20]);
    const flat = model(
      '<aux name="i"><eqn>3</eqn></aux><aux name="x"><eqn>M[i - 1, i] + A[i + 1]</eqn></aux>',
    );
    // M[2, 3] = 6; position 4 is none, and counts as 0.
    expect(evaluate(flat).get('x')).toBe(6);
    const x = flat.variables.get(canonicalName('x'));
    expect(x?.kind === 'auxiliary' && printExpression(x.equation)).toContain('element_at(i + 1, A[Boston]');
  });

  it("of the equation's own dimensions are written @1, @2", () => {
    expect(valuesOf('M[@2, @1]', 'Column Row')).toEqual([1, 4, 2, 5, 3, 6]);
    expect(codes(over('x', 'City', eqn('A[@2]')))).toEqual(['unknown-subscript']);
  });
});

describe('array expressions', () => {
  it('are summed over slices, stretches and whole arrays', () => {
    expect(valuesOf('SUM(A)')).toEqual([60]);
    expect(valuesOf('SUM(A[*]) + SUM(M[2, *]) + SUM(M[*, 1])')).toEqual([60 + 15 + 5]);
    expect(valuesOf('SUM(M[Row, *])', 'Row')).toEqual([6, 15]);
    expect(valuesOf('SUM(M[*, 2:3])')).toEqual([2 + 3 + 5 + 6]);
    expect(valuesOf('SUM(A[Boston:"New York"])')).toEqual([30]);
    expect(valuesOf('SUM(A)', 'City')).toEqual([60, 60, 60]);
  });

  it('meet element by element inside a function', () => {
    expect(valuesOf('SUM(A[*] * A[*])')).toEqual([100 + 400 + 900]);
    expect(valuesOf('SUM(P[f, *] * A)')).toEqual([10 + 40 + 90]);
    // City meets Place position by position: neither has the other's elements.
    expect(valuesOf('SUM(A[*] * M[1, *])')).toEqual([10 + 40 + 90]);
    // Where one has a dimension more, its elements meet those of the other again and again.
    expect(valuesOf('SUM(P[*, *] * A[*])')).toEqual([10 + 40 + 90 + 40 + 100 + 180]);
    expect(valuesOf('SUM(IF A[*] > 15 THEN A[*] ELSE 0)')).toEqual([50]);
    expect(valuesOf('MEAN(A[*] + 1)')).toEqual([21]);
  });

  it('have a least and a largest element, with or without other values', () => {
    expect(valuesOf('MAX(A) + MIN(M[*, *])')).toEqual([31]);
    expect(valuesOf('MAX(A[*], 25) + MIN(A, 5)')).toEqual([35]);
    expect(valuesOf('MAX(A, 15)', 'City')).toEqual([15, 20, 30]);
    expect(valuesOf('SUM(MAX(A[*], 15))')).toEqual([65]);
  });

  it('have a size, and ranks', () => {
    expect(valuesOf('SIZE(A) + SIZE(M) * 10 + SIZE(M[1, *]) * 100 + SIZE(City) * 1000')).toEqual([3363]);
    const rank = model('<aux name="x"><eqn>RANK(A, 2)</eqn></aux>').variables.get(canonicalName('x'));
    expect(rank?.kind === 'auxiliary' && printExpression(rank.equation)).toBe(
      'RANK(2, A[Boston], A[New York], A[Quincy])',
    );
  });

  it('are transposed', () => {
    expect(valuesOf("M'", 'Column Row')).toEqual([1, 4, 2, 5, 3, 6]);
    expect(valuesOf("(M + M)'", 'Column Row')).toEqual([2, 8, 4, 10, 6, 12]);
    const square = over('Q', 'Row Row', eqn('1, 2, 3, 4'));
    const values = evaluate(model(square + over('x', 'Row Row', eqn("Q' * 10"))));
    expect(['x[1,1]', 'x[1,2]', 'x[2,1]', 'x[2,2]'].map((key) => values.get(key))).toEqual([10, 30, 20, 40]);
  });
});

describe('graphs of arrays', () => {
  const points = (y: string) => `<gf><xpts>0,10</xpts><ypts>${y}</ypts></gf>`;

  it('are one for all, or one for each element', () => {
    const values = evaluate(
      model(
        over('all', 'Row', eqn('5') + points('0,100')) +
          over('each', 'Row', part('1', eqn('5') + points('0,10')) + part('2', eqn('2') + points('0,-10'))),
      ),
    );
    expect(['all[1]', 'all[2]', 'each[1]', 'each[2]'].map((key) => values.get(key))).toEqual([50, 50, 5, -2]);
  });

  it("are called by the name of an element, of the owner's where it is omitted, or by LOOKUP", () => {
    const curve = over('curve', 'Row', part('1', points('0,10')) + part('2', points('0,20')));
    const x = over('x', 'Row', eqn('curve(5) + 100 * curve[2](5) + 10000 * LOOKUP(curve[1], 2)'));
    const values = evaluate(model(curve + x));
    expect([values.get('x[1]'), values.get('x[2]')]).toEqual([5 + 1000 + 20000, 10 + 1000 + 20000]);
  });
});

describe('stocks', () => {
  it('have the flows of their element', () => {
    const stock =
      '<stock name="S"><dimensions><dim name="Sex"/><dim name="City"/></dimensions><eqn>P</eqn><inflow>F</inflow></stock>';
    const flow =
      '<flow name="F"><dimensions><dim name="City"/><dim name="Sex"/></dimensions><eqn>1</eqn></flow>';
    const found = model(stock + flow).variables.get(
      elementKey(canonicalName('S'), [canonicalName('m'), canonicalName('Quincy')]),
    );
    expect(found?.kind === 'stock' && found.inflows.map(({ key }) => key)).toEqual(['f[quincy,m]']);
    expect(
      codes(`${stock}<flow name="F"><dimensions><dim name="Row"/></dimensions><eqn>1</eqn></flow>`),
    ).toEqual(['array-shape']);
  });
});

describe('mistakes', () => {
  it.each([
    ['an unknown name, once for all elements', over('x', 'City', eqn('nothing + 1')), ['unknown-name']],
    ['an unknown array', '<aux name="x"><eqn>nothing[1]</eqn></aux>', ['unknown-name']],
    ['an unknown element', over('x', 'City', eqn('A[Bostn]')), ['unknown-subscript']],
    ['an element of another dimension', over('x', 'City', eqn('A[f]')), ['unknown-subscript']],
    ['a dimension that the equation lacks', over('x', 'City', eqn('P[Sex, City]')), ['unknown-subscript']],
    ['too few subscripts', over('x', 'City', eqn('P[City]')), ['subscript-count']],
    [
      'a slice where one value is needed',
      '<aux name="x"><eqn>1 + A[*]</eqn></aux>',
      ['array-without-subscript'],
    ],
    ['an array where one value is needed', over('x', 'Sex', eqn('A')), ['array-without-subscript']],
    ['arrays that do not fit', '<aux name="x"><eqn>SUM(A[*] + M[*, 1])</eqn></aux>', ['array-shape']],
    ['a stretch backwards', '<aux name="x"><eqn>SUM(A[3:1])</eqn></aux>', ['unknown-subscript']],
    ['a bare dimension', '<aux name="x"><eqn>City</eqn></aux>', ['array-without-subscript']],
    [
      'a wrong element of the left-hand side',
      over('x', 'City', part('Bostn', eqn('1'))),
      ['unknown-subscript'],
    ],
  ])('name %s', (_, variables, expected) => {
    expect(codes(variables)).toEqual(expected);
  });

  it('name the array, not its elements', () => {
    const { diagnostics } = readModel(file(over('The x', 'City', eqn('nothing'))));
    expect(diagnostics.map(({ variable, place }) => [variable, place?.line])).toEqual([['The x', 15]]);
  });
});
