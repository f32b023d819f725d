import { describe, expect, it } from 'vitest';
import type { Model } from '../model.js';
import { readModel } from '../read-model.js';
import { sourceText } from '../source/source-text.js';
import { evaluate } from '../testing/evaluate.js';
import { codesOf, valueIn } from '../testing/outcomes.js';
import { readVensim } from '../vensim/read-vensim.js';
import { elaborate } from './elaborate.js';

const CONTROL = 'INITIAL TIME = 0 ~~|\nFINAL TIME = 10 ~~|\nTIME STEP = 1 ~~|\nSAVEPER = TIME STEP ~~|';
const file = (equations: string) =>
  sourceText(
    'test.mdl',
    `{UTF-8}\n${equations
      .trim()
      .split('\n')
      .map((line) => `${line} ~~|`)
      .join('\n')}\n${CONTROL}\n`,
  );
const model = (equations: string): Model => valueIn(elaborate(valueIn(readVensim(file(equations)))));
const codes = (equations: string) => codesOf(readModel(file(equations)));
/** Values of an array's elements that have an equation, in row-major order. */
function valuesOf(equations: string, array: string): readonly number[] {
  const flat = model(equations);
  const elements = new Set<string>(
    [...flat.variables.values()].flatMap((one) => (one.element?.array === array ? [one.key] : [])),
  );
  return [...evaluate(flat)].flatMap(([key, value]) => (elements.has(key) ? [value] : []));
}

describe('subscript ranges', () => {
  it('that are mapped stand for each other, in either direction of reading', () => {
    const skills = 'product: part, system\nskill: machinist, assembler -> product';
    expect(valuesOf(`${skills}\nforce[skill] = 5, 10\nwork[product] = 2 * force[skill]`, 'work')).toEqual([
      10, 20,
    ]);
    expect(valuesOf(`${skills}\nprice[product] = 3, 4\ncost[skill] = price[product] + 1`, 'cost')).toEqual([
      4, 5,
    ]);
  });

  it('that are shifted by a mapping take the neighbor', () => {
    const ages = 'age: infant, child, teen\nolder: child, teen\nbefore: infant, child -> older';
    const values = valuesOf(
      `${ages}\npeople[age] = 1, 10, 100\nfrom[older] = people[before] - people[older]`,
      'from',
    );
    expect(values).toEqual([1 - 10, 10 - 100]);
  });

  it('compare by element, whatever their order', () => {
    const letters = 'dim: A, B, C\nsub: B, A';
    expect(valuesOf(`${letters}\nx[dim, sub] = IF THEN ELSE(dim = sub, 1, 0)`, 'x')).toEqual([
      0, 1, 1, 0, 0, 0,
    ]);
    expect(valuesOf(`${letters}\nx[sub] = sub * 10`, 'x')).toEqual([20, 10]);
  });

  it('with an exclamation mark are summed over, the same name being the same index', () => {
    const base = 'row: r1, r2\ncol: c1, c2\nm[row, col] = 1, 2; 3, 4;\nv[col] = 10, 100';
    expect(valuesOf(`${base}\nx[row] = SUM(m[row, col!] * v[col!])`, 'x')).toEqual([210, 430]);
    expect(evaluate(model(`${base}\nx = SUM(m[row!, col!] * v[col!])`)).get('x')).toBe(640);
    expect(evaluate(model(`${base}\nx = SUM(v[col!] * m[row!, c1])`)).get('x')).toBe(110 * 4);
    expect(valuesOf(`${base}\nx[row] = VMAX(m[row, col!]) + ELMCOUNT(col)`, 'x')).toEqual([4, 6]);
  });
});

describe('equations for slices', () => {
  const ranges = 'dim: A, B, C\nsub: A, B';

  it('stand for their elements, the exceptions left out', () => {
    expect(valuesOf(`${ranges}\nx[dim] :EXCEPT: [sub] = 1\nx[A] = 2\nx[B] = 3`, 'x')).toEqual([2, 3, 1]);
    expect(
      valuesOf(`${ranges}\ny[dim, sub] :EXCEPT: [A, sub], [C, B] = 1\ny[A, sub] = 5, 6\ny[C, B] = 9`, 'y'),
    ).toEqual([5, 6, 1, 1, 1, 9]);
  });

  it('may leave elements without any, which no one may use', () => {
    expect(valuesOf(`${ranges}\nx[A] = 1\nx[C] = 3`, 'x')).toEqual([1, 3]);
    expect(codes(`${ranges}\nx[A] = 1\nx[C] = 3\ny = x[A] + x[C]`)).toEqual([]);
    expect(codes(`${ranges}\nx[A] = 1\nx[C] = 3\ny[dim] = x[dim]`)).toEqual(['array-element-missing']);
  });
});

describe('functions over vectors', () => {
  const call = (equations: string, name: string) => {
    const found = [...model(equations).variables.values()].find((one) => one.key === name);
    if (found === undefined || found.kind === 'graphical' || found.equation.kind !== 'call') return undefined;
    const operands = found.equation.arguments.map((part) =>
      part.kind === 'number' ? part.value : part.kind === 'name' ? String(part.key) : part.kind,
    );
    return [String(found.equation.key), ...operands];
  };
  const base = 'dim: A, B\nv[dim] = 3, 1\nw[dim] = 7, 8\nrow: r1, r2\nm[row, dim] = 4, 7; 2, 6;';

  it('have their vectors written out, with the place of the element', () => {
    expect(call(`${base}\nx[dim] = VECTOR SORT ORDER(v[dim], 1)`, 'x[b]')).toEqual([
      'vector_sort_order',
      1,
      2,
      'v[a]',
      'v[b]',
    ]);
    expect(call(`${base}\nx = VECTOR SELECT(v[dim!], w[dim!], 0, 0, 0)`, 'x')).toEqual([
      'vector_select',
      0,
      0,
      'v[a]',
      'v[b]',
      'w[a]',
      'w[b]',
    ]);
    expect(call(`${base}\nx[dim] = ALLOCATE BY PRIORITY(v[dim], w[dim], 2, 5, 10)`, 'x[b]')).toEqual([
      'allocate_by_priority',
      2,
      5,
      10,
      'v[a]',
      'v[b]',
      'w[a]',
      'w[b]',
    ]);
    expect(call(`${base}\nx[row, dim] = INVERT MATRIX(m[row, dim], 2)`, 'x[r1,b]')).toEqual([
      'invert_matrix',
      1,
      2,
      'm[r1,a]',
      'm[r1,b]',
      'm[r2,a]',
      'm[r2,b]',
    ]);
    expect(call(`${base}\nx[dim] = VECTOR ELM MAP(v[B], w[dim])`, 'x[a]')).toEqual([
      'vector_elm_map',
      'binary',
      'v[a]',
      'v[b]',
    ]);
  });
});

describe('names', () => {
  it('may be those of built-ins that only XMILE has', () => {
    expect(codes('size = 3\nprevious = size * 2\nPI = 3\nx = PI + previous')).toEqual([]);
    expect(evaluate(model('size = 3\nprevious = size * 2\nPI = 3\nx = PI + previous')).get('x')).toBe(9);
  });
});
