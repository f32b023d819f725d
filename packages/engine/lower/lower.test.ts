import { canonicalName, type Expression, type Model } from '@weir/model';
import { describe, expect, test } from 'vitest';
import { simulate } from '../integrate/simulate.js';
import { interpreter } from '../interpreter/interpreter.js';
import { javascript } from '../javascript/javascript.js';
import { slotNamed } from '../testing/build-program.js';
import { aux, modelOf, programOf } from '../testing/read-program.js';
import { lower } from './lower.js';
import type { Program } from './program.js';

/** Value of a variable at a time, the same in both backends. */
function valueAt(program: Program, name: string, time: number, method: 'euler' | 'rk4' = 'euler'): number {
  const [slow, fast] = [interpreter, javascript].map((backend) =>
    simulate(backend(program), [], { method, dt: program.dt, stop: { kind: 'time', time } }),
  );
  expect(fast).toEqual(slow);
  if (fast?.status !== 'ok') throw new Error(fast?.message);
  return fast.values[slotNamed(program, name)] ?? Number.NaN;
}

const tank = `
  <stock name="Tank"><eqn>First_level * 2</eqn><inflow>In_one</inflow><inflow>In_two</inflow><outflow>Out</outflow></stock>
  <flow name="In one"><eqn>Share * 3</eqn></flow>
  <flow name="In two"><eqn>1</eqn></flow>
  <flow name="Out"><eqn>Tank / 10</eqn></flow>
  <aux name="Share"><eqn>0.5</eqn></aux>
  <aux name="First level"><eqn>5</eqn></aux>`;

describe('structure', () => {
  const program = programOf(tank);
  const names = (list: readonly { readonly slot: number }[]) =>
    list.map(({ slot }) => program.variables[slot]?.name);

  test('slots follow the file, and each variable knows its kind, timing and place', () => {
    expect(program.variables.map(({ slot, name, kind, timing }) => [slot, name, kind, timing])).toEqual([
      [0, 'Tank', 'stock', 'stock'],
      [1, 'In one', 'flow', 'constant'],
      [2, 'In two', 'flow', 'constant'],
      [3, 'Out', 'flow', 'dynamic'],
      [4, 'Share', 'auxiliary', 'constant'],
      [5, 'First level', 'auxiliary', 'constant'],
    ]);
    expect(program.variables[0]?.place).toMatchObject({ file: 'test.xmile', line: 7 });
    expect(program.slotOf.get(canonicalName('first  LEVEL'))).toBe(5);
  });

  test('values are settled before they are used', () => {
    expect(names(program.constants).indexOf('Share')).toBeLessThan(
      names(program.constants).indexOf('In one'),
    );
    expect(names(program.initial)).toEqual(['Tank']);
    expect(names(program.dynamic)).toEqual(['Out']);
  });

  test('flows stand in a stock in the order of the file', () => {
    expect(program.stocks).toEqual([{ slot: 0, inflows: [1, 2], outflows: [3] }]);
    expect(valueAt(program, 'Tank', 2)).toBe(10 + 1.5 - (10 + 1.5) / 10 + 2.5);
  });

  test('run specification', () => {
    expect(program).toMatchObject({ name: 'test', start: 0, stop: 10, dt: 1, timeUnits: 'month' });
  });
});

describe('equations', () => {
  test.each([
    ['-2^2', -4],
    ['2^-3', 0.125],
    ['1 + 2 > 2', 1],
    ['1 OR 0 AND 0', 1],
    ['NOT 0', 1],
    ['-7 MOD 3', 2],
    ['INT(-9.9)', -10],
    ['IF 1 < 2 THEN 3 ELSE 1/0', 3],
    ['SAFEDIV(1, 0)', 0],
    ['SAFEDIV(1, 0, 7)', 7],
    ['SAFEDIV(6, SAFEDIV(4, 2))', 3],
    ['MIN(3, MAX(1, 2))', 2],
    ['PI', Math.PI],
    ['MIN(INF, 4)', 4],
    ['DT + STARTTIME + STOPTIME', 5],
    ['TIME', 4],
    ['STEP(3, 4)', 3],
    ['STEP(3, 5)', 0],
    ['RAMP(2, 1)', 6],
    ['PULSE(5, 0, 2)', 5],
    ['PULSE(5, 3)', 0],
    ['+3 <> 3', 0],
    ['MAX(3)', 3],
    ['MIN(5, 2, 4)', 2],
    ['SUM(1, 2, TIME)', 7],
    ['MEAN(1, 2, TIME + 2)', 3],
    ['STDDEV(2, TIME, TIME, TIME, 5, 5, 7, 9)', 2],
    ['SIZE(1, TIME, 3)', 3],
    ['PROD(2, 3, TIME)', 24],
    ['IF_THEN_ELSE(TIME >= 0, 5, 1 / 0)', 5],
    ['GAME(TIME)', 4],
    ['INTEGER(-TIME - 0.5)', -4],
    ['MODULO(-TIME - 3, 3)', -1],
    ['ZIDZ(TIME, 0.0000001) + XIDZ(1, 0, TIME)', 4],
    ['VENSIM_PULSE(3, 2)', 1],
    ['VENSIM_PULSE(2, 2)', 0],
    ['VENSIM_RAMP(2, 1, 3)', 4],
    ['PULSE_TRAIN(0, 1, 4, 10)', 1],
    ['PULSE_TRAIN(1, 1, 4, 10)', 0],
    ['POWER(2, TIME) + LOG(8, 2)', 19],
  ])('%s at time 4 is %d', (equation, expected) => {
    expect(valueAt(programOf(aux('A', equation)), 'A', 4)).toBe(expected);
  });

  test('operations keep their order: no sum is rearranged', () => {
    expect(valueAt(programOf(aux('A', '0.1 + 0.2 + 0.3')), 'A', 0)).toBe(0.1 + 0.2 + 0.3);
    expect(valueAt(programOf(aux('A', '0.1 + (0.2 + 0.3)')), 'A', 0)).toBe(0.1 + (0.2 + 0.3));
    expect(valueAt(programOf(aux('A', '2 / 3 / 7')), 'A', 0)).toBe(2 / 3 / 7);
  });
});

test('SAFEDIV inside the denominators of very many others: each denominator is computed once', () => {
  const nested = (depth: number): string => (depth === 0 ? 'TIME' : `SAFEDIV(1, ${nested(depth - 1)})`);
  expect(valueAt(programOf(aux('A', nested(200))), 'A', 4)).toBe(4);
});

describe('graphical functions', () => {
  const gf = '<gf><xscale min="0" max="10"/><ypts>0,5,0</ypts></gf>';

  test('with an input of its own', () => {
    const program = programOf(`<aux name="A"><eqn>TIME</eqn>${gf}</aux>`);
    expect(valueAt(program, 'A', 4)).toBe(4);
    expect(valueAt(program, 'A', 8)).toBe(2);
  });

  test('called by name', () => {
    const program = programOf(
      `<gf name="curve"><xscale min="0" max="10"/><ypts>0,5,0</ypts></gf>${aux('A', 'curve(2 * TIME)')}`,
    );
    expect(program.variables.map(({ name }) => name)).toEqual(['A']);
    expect(valueAt(program, 'A', 3)).toBe(4);
  });
});

describe('reading a graphical function by name', () => {
  const gf = (type: string): string =>
    `<gf name="curve" type="${type}"><xpts>1,2,4</xpts><ypts>10,20,60</ypts></gf>`;

  test.each([
    // Between points, at a point, and beyond either end.
    ['LOOKUP', [10, 10, 20, 40, 60, 60]],
    ['LOOKUP_EXTRAPOLATE', [0, 10, 20, 40, 60, 80]],
    ['LOOKUP_BACKWARD', [10, 10, 20, 20, 60, 60]],
    ['LOOKUP_FORWARD', [10, 10, 20, 60, 60, 60]],
  ])('%s', (name, expected) => {
    const program = programOf(gf('continuous') + aux('A', `${name}(curve, TIME)`));
    expect(expected.map((_, time) => valueAt(program, 'A', time))).toEqual(expected);
  });

  test('LOOKUP keeps the type of its function', () => {
    const program = programOf(
      gf('extrapolate') + aux('A', 'LOOKUP(curve, TIME) + LOOKUP_BACKWARD(curve, TIME)'),
    );
    expect(valueAt(program, 'A', 0)).toBe(0 + 10);
    expect(program.tables).toHaveLength(2);
  });
});

describe('INIT', () => {
  test('holds the first value of a dynamic expression, as a hidden variable', () => {
    const program = programOf(`${tank}${aux('Growth', 'Tank / INIT(Tank + TIME) + INIT(Out)')}`);
    expect(
      program.variables.filter(({ kind }) => kind === 'hidden').map(({ name, timing }) => [name, timing]),
    ).toEqual([
      ['INIT(Tank + TIME)', 'initial'],
      ['INIT(Out)', 'initial'],
    ]);
    const level = valueAt(program, 'Tank', 3);
    expect(valueAt(program, 'Growth', 0)).toBe(2);
    expect(valueAt(program, 'Growth', 3)).toBe(level / 10 + 1);
  });

  test('in the initial value of a stock, nested and chained', () => {
    const program = programOf(
      `<stock name="S"><eqn>INIT(B) + INIT(INIT(B) * 2)</eqn></stock>${aux('B', 'INIT(C) + TIME')}${aux('C', 'TIME + 5')}`,
    );
    expect(valueAt(program, 'S', 2)).toBe(15);
    expect(valueAt(program, 'B', 2)).toBe(7);
  });

  test('an equation of INIT alone is settled once', () => {
    const program = programOf(`${aux('A', 'INIT(B) * 2')}${aux('B', 'TIME + 3')}`);
    expect(program.variables[0]).toMatchObject({ name: 'A', timing: 'initial' });
    expect(valueAt(program, 'A', 6)).toBe(6);
  });

  test('a hidden variable never takes the name of another', () => {
    const program = programOf(
      `${aux('&quot;INIT(B)&quot;', '1')}${aux('A', 'INIT(B) + INIT(B) + TIME')}${aux('B', 'TIME')}`,
    );
    expect(new Set(program.variables.map(({ key }) => key)).size).toBe(program.variables.length);
  });
});

describe('a model whose names were not resolved is refused', () => {
  const span = { start: 0, end: 1 };
  const key = canonicalName('nowhere');
  const call = (name: string, count: number): Expression => ({
    kind: 'call',
    written: name,
    key: canonicalName(name),
    arguments: Array.from({ length: count }, () => ({ kind: 'number', value: 1, span })),
    span,
  });
  const broken: readonly (readonly [string, Expression])[] = [
    ['lower-unknown-name', { kind: 'name', written: 'nowhere', key, span }],
    ['lower-unknown-function', { kind: 'call', written: 'nowhere', key, arguments: [], span }],
    ['lower-arguments', { kind: 'call', written: 'abs', key: canonicalName('abs'), arguments: [], span }],
    ['lower-arguments', call('smth1', 1)],
    ['lower-arguments', call('lookup', 1)],
    ['lower-arguments', call('vector_select', 5)],
    ['lower-arguments', call('allocate_by_priority', 6)],
    ['lower-arguments', call('invert_matrix', 5)],
    ['lower-lookup', call('lookup', 2)],
    ['lower-self', call('self', 0)],
  ];
  test.each(broken)('%s', (code, equation) => {
    const lowered = lower(withEquation(equation));
    expect(lowered.ok).toBe(false);
    expect(lowered.diagnostics).toMatchObject([{ code, severity: 'error', variable: 'A' }]);
  });

  test('a circle', () => {
    const lowered = lower(withEquation({ kind: 'name', written: 'A', key: canonicalName('A'), span }));
    expect(lowered.diagnostics).toMatchObject([{ code: 'circular-equations' }]);
  });
});

/** A model of one auxiliary with this equation, unchecked. */
function withEquation(equation: Expression): Model {
  const model = modelOf(aux('A', '1'));
  const variables = new Map(model.variables);
  for (const [key, variable] of model.variables) {
    if (variable.kind === 'auxiliary') variables.set(key, { ...variable, equation });
  }
  return { ...model, variables };
}
