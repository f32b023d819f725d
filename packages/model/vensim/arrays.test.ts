import { describe, expect, it } from 'vitest';
import { printExpression } from '../equation/print.js';
import { canonicalName } from '../names/canonical-name.js';
import { codesOf } from '../testing/outcomes.js';
import { readVensim } from './read-vensim.js';
import { readSmall, smallModel, variableIn } from './testing/small-models.js';

const RANGES = `age: young, middle, old ~~|
later: middle, old ~~|
earlier: young, middle -> later ~~|
sector: (s1-s3) ~~|
everyone: age, (x08-x10) ~~|
twin <-> age ~~|
region: north, south -> (age: young, later) ~~|
`;
const elements = (name: string) =>
  readSmall(RANGES)
    .dimensions.get(canonicalName(name))
    ?.elements.map((element) => element.name);
const codes = (entries: string) => codesOf(readVensim(smallModel(entries)));

describe('subscript ranges', () => {
  it('list elements, number them, and take over those of other ranges', () => {
    expect(elements('age')).toEqual(['young', 'middle', 'old']);
    expect(elements('sector')).toEqual(['s1', 's2', 's3']);
    expect(elements('everyone')).toEqual(['young', 'middle', 'old', 'x08', 'x09', 'x10']);
    expect(elements('twin')).toEqual(['young', 'middle', 'old']);
  });

  it('map to another range, element by element, by name or by list', () => {
    const { dimensions } = readSmall(RANGES);
    expect(dimensions.get(canonicalName('earlier'))?.mappings).toEqual([
      { to: 'later', elements: [['middle'], ['old']] },
    ]);
    expect(dimensions.get(canonicalName('region'))?.mappings).toEqual([
      { to: 'age', elements: [['young'], ['middle', 'old']] },
    ]);
  });

  it.each([
    ['a: b, b ~~|', 'vensim-subscript-range'],
    ['a: b ~~|\nb: a ~~|', 'vensim-subscript-range'],
    ['a: (x1-y3) ~~|', 'vensim-subscript-range'],
    ['a: (x3-x1) ~~|', 'vensim-subscript-range'],
    ['a: (x1-x999999999) ~~|', 'vensim-subscript-range'],
    ['a: b, c -> d ~~|\nd: e, f, g ~~|', 'vensim-subscript-range'],
    ['a: b, c -> nowhere ~~|', 'unknown-subscript'],
    ["a: GET DIRECT SUBSCRIPT('f.xlsx', 'S', 'A1', 'A3', '') ~~|", 'unsupported-data'],
    ['a: b ~~|\na: c ~~|', 'duplicate-name'],
    ['a: b ~~|\na = 1 ~~|', 'duplicate-name'],
  ])('%s is refused', (entries, code) => {
    expect(codes(entries)[0]).toBe(code);
  });
});

describe('equations over arrays', () => {
  it('keep their subscripts, exceptions and lists, one part each', () => {
    const file = readSmall(
      `${RANGES}x[age] :EXCEPT: [young], [old] = Time ~~|\nx[young] = 1 ~~|\nx[old] = 2 ~~|\ny[sector, later] = 1, 2; 3, 4; 5, -6; ~~|\nz[later, young] = TABBED ARRAY(\n\t1\n\t-2.5\n) ~~|`,
    );
    expect(variableIn(file, 'x').parts).toMatchObject([
      { subscripts: ['age'], except: [['young'], ['old']] },
      { subscripts: ['young'], except: [] },
      { subscripts: ['old'], except: [] },
    ]);
    expect(variableIn(file, 'y').parts).toMatchObject([
      { subscripts: ['sector', 'later'], list: [1, 2, 3, 4, 5, -6] },
    ]);
    expect(variableIn(file, 'z').parts).toMatchObject([{ subscripts: ['later', 'young'], list: [1, -2.5] }]);
  });

  it.each([
    ['x[age] = 1 ~~|', 'age'],
    ['x[young] = 1 ~~|\nx[later] = 2 ~~|', 'age'],
    ['x[middle] = 1 ~~|\nx[old] = 2 ~~|', 'later'],
    ['x[later] = 1 ~~|', 'later'],
    ['x[old] = 1 ~~|\nx[x08] = 2 ~~|', 'everyone'],
  ])('declare their variable over the smallest range that holds them: %s', (entries, range) => {
    expect(variableIn(readSmall(RANGES + entries), 'x').dimensions).toEqual([range]);
  });

  it('name elements, ranges and each element in turn', () => {
    const file = readSmall(
      `${RANGES}x[age, sector] = 1 ~~|\ny[age] = SUM(x[age, sector!]) + x[young, s1] ~~|`,
    );
    const expression = variableIn(file, 'y').parts[0]?.expression;
    expect(expression).toMatchObject({
      left: {
        key: 'sum',
        arguments: [
          { kind: 'element', key: 'x', subscripts: [{ kind: 'expression' }, { kind: 'all', of: 'sector' }] },
        ],
      },
      right: {
        kind: 'element',
        subscripts: [{ expression: { key: 'young' } }, { expression: { key: 's1' } }],
      },
    });
  });

  it('call lookups of an element', () => {
    const file = readSmall(
      `${RANGES}f[young]((0,0),(1,2)) ~~|\nf[old](0, 1, 5, 6) ~~|\nx = f[old](Time) ~~|`,
    );
    expect(variableIn(file, 'f')).toMatchObject({
      kind: 'graphical',
      parts: [{ graph: { x: [0, 1], y: [0, 2] } }, { graph: { x: [0, 1], y: [5, 6] } }],
    });
    const expression = variableIn(file, 'x').parts[0]?.expression;
    expect(expression && printExpression(expression)).toBe('f[old](Time)');
    expect(expression).toMatchObject({ kind: 'call', key: 'lookup' });
  });

  it.each([
    [`${RANGES}x[age] = 1, 2 ~~|`, 'vensim-list'],
    [`${RANGES}x[age, later] = 1, 2; 3; 4, 5, 6; ~~|`, 'vensim-list'],
    [`${RANGES}x[age] = TABBED ARRAY(1 two 3) ~~|`, 'vensim-list'],
    [`${RANGES}x[age] = 1, Time, 3 ~~|`, 'vensim-list'],
    [`${RANGES}x[young] = 1 ~~|\nx[young] = 2 ~~|`, 'duplicate-name'],
    [`${RANGES}x[young] = 1 ~~|\nx[s1] = 2 ~~|`, 'unknown-subscript'],
    [`${RANGES}f[young]((0,0)) ~~|\nf[old] = 2 ~~|`, 'vensim-placement'],
  ])('are refused where they do not fit', (entries, code) => {
    expect(codes(entries)).toEqual([code]);
  });
});

describe('lookups', () => {
  it.each([
    ['((0,1),(2,3))', [0, 2], [1, 3]],
    ['([(0,0)-(10,10),(1,1),(2,2)],(0,1),(2,3))', [0, 2], [1, 3]],
    ['(0, 2, 1, 3)', [0, 2], [1, 3]],
    ['( ( - 1 , + .5 ) , (2e1,\\\n\t\t3) )', [-1, 20], [0.5, 3]],
    ['((0,1),(2,3),(2,4))', [0, 2, 2], [1, 3, 4]],
  ])('%s are read', (written, x, y) => {
    expect(variableIn(readSmall(`f${written} ~~|`), 'f').parts[0]?.graph).toEqual({
      type: 'continuous',
      x,
      y,
    });
  });

  it('out of order are put in order, with a warning', () => {
    const read = readVensim(smallModel('f((2,3),(0,1)) ~~|'));
    expect(codesOf(read)).toEqual(['graph-order']);
    expect(read.ok && variableIn(read.value, 'f').parts[0]?.graph?.x).toEqual([0, 2]);
  });

  it('alone after `=` belong to the variable, and elsewhere get a name of their own', () => {
    const file = readSmall(
      'x = WITH LOOKUP(Time, ([(0,0)-(1,1)],(0,0),(1,1))) ~~|\ny = 2 * WITH LOOKUP(Time, ((0,5),(1,6))) ~~|',
    );
    expect(variableIn(file, 'x').parts[0]).toMatchObject({
      expression: { key: 'time' },
      graph: { y: [0, 1] },
    });
    const y = variableIn(file, 'y').parts[0]?.expression;
    expect(y && printExpression(y)).toBe('2 * y_lookup(Time)');
    expect(variableIn(file, 'y lookup').parts[0]?.graph?.y).toEqual([5, 6]);
  });
});
