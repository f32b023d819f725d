import type { Expression, Model } from '@weir/model';
import { canonicalName } from '@weir/model';
import { describe, expect, test } from 'vitest';
import { simulate } from '../integrate/simulate.js';
import { javascript } from '../javascript/javascript.js';
import { lower } from '../lower/lower.js';
import { slotNamed } from '../testing/build-program.js';
import { aux, modelOf, programOf } from '../testing/read-program.js';
import { finalValue, seriesOf } from '../testing/run-both.js';

const level = (name: string, equation: string, flow: string): string =>
  `<stock name="${name}"><eqn>${equation}</eqn><inflow>${flow}</inflow></stock>`;
const flow = (name: string, equation: string): string => `<flow name="${name}"><eqn>${equation}</eqn></flow>`;

describe('smooths', () => {
  test('SMTH1 under Euler is a geometric approach, from the initial value', () => {
    const program = programOf(aux('A', 'SMTH1(10, 4, 2)'));
    const values = seriesOf(program, 'A', { dt: 1, until: 5 });
    for (const [step, value] of values.entries()) expect(value).toBeCloseTo(10 - 8 * 0.75 ** step, 12);
  });

  test('without an initial value a smooth starts at its input', () => {
    const program = programOf(aux('A', 'SMTH3(TIME + 7, 5)') + aux('B', 'SMTHN(TIME + 7, 5, 4)'));
    expect(seriesOf(program, 'A', { until: 0 })).toEqual([7]);
    expect(seriesOf(program, 'B', { until: 0 })).toEqual([7]);
  });

  test('SMTH3 and SMTHN follow the Erlang distribution', () => {
    // Answer of n equal stages to a unit step: 1 - exp(-s) (1 + s + ... + s^(n-1)/(n-1)!), s = n t / T.
    const erlang = (stages: number, s: number): number => {
      let [term, sum] = [1, 1];
      for (let k = 1; k < stages; k += 1) {
        term *= s / k;
        sum += term;
      }
      return 1 - Math.exp(-s) * sum;
    };
    const program = programOf(
      aux('A', 'SMTH3(1, 6, 0)') + aux('B', 'SMTHN(1, 6, Stages, 0)') + aux('Stages', '2 * 2 + 1'),
    );
    const run = { method: 'rk4', dt: 1 / 32, until: 4 } as const;
    expect(finalValue(program, 'A', run)).toBeCloseTo(erlang(3, 2), 8);
    expect(finalValue(program, 'B', run)).toBeCloseTo(erlang(5, 20 / 6), 7);
  });

  test('a loop through a smooth is no circle', () => {
    // x = 8 - smooth(x): at rest at 4.
    const program = programOf(aux('X', '8 - SMTH1(X, 1, 0)'));
    expect(finalValue(program, 'X', { method: 'rk45', dt: 0.5, until: 10 })).toBeCloseTo(4, 5);
  });
});

describe('material delays', () => {
  test('DELAY1 starts with its initial value and approaches its input', () => {
    const values = seriesOf(programOf(aux('A', 'DELAY1(10, 4, 2)')), 'A', { dt: 1, until: 5 });
    for (const [step, value] of values.entries()) expect(value).toBeCloseTo(10 - 8 * 0.75 ** step, 12);
  });

  test('DELAY3 and DELAYN conserve what flows in, also while the delay time changes', () => {
    const program = programOf(
      [
        aux('In', '5 + SIN(TIME)'),
        aux('How long', '3 + STEP(4, 2)'),
        flow('Out three', 'DELAY3(In, How_long, 0)'),
        flow('Out five', 'DELAYN(In, How_long, 5, 0)'),
        flow('Entered', 'In'),
        level('Sum in', '0', 'Entered'),
        level('Sum three', '0', 'Out_three'),
        level('Sum five', '0', 'Out_five'),
      ].join(''),
    );
    const run = simulate(javascript(program), [], {
      method: 'rk4',
      dt: 0.125,
      stop: { kind: 'time', time: 9 },
    });
    if (run.status !== 'ok') throw new Error(run.message);
    const total = (name: string): number => run.values[slotNamed(program, name)] ?? Number.NaN;
    const inside = (order: string): number =>
      program.stocks.reduce((sum, { slot }) => {
        const name = program.variables[slot]?.name ?? '';
        return name.startsWith('stock') && name.includes(order) ? sum + (run.values[slot] ?? 0) : sum;
      }, 0);
    expect(total('Sum three') + inside('DELAY3')).toBeCloseTo(total('Sum in'), 10);
    expect(total('Sum five') + inside('DELAYN')).toBeCloseTo(total('Sum in'), 10);
  });

  test('in balance, a delay gives what comes in', () => {
    const program = programOf(aux('A', 'DELAY3(6, 5) + DELAYN(6, 5, 2) + DELAY1(6, 5)'));
    for (const value of seriesOf(program, 'A')) expect(value).toBeCloseTo(18, 12);
  });

  test('each call has stocks of its own, named by its text', () => {
    const program = programOf(aux('A', 'DELAY1(TIME, 2) - DELAY1(TIME, 2)'));
    expect(program.stocks).toHaveLength(2);
    expect(new Set(program.variables.map(({ key }) => key)).size).toBe(program.variables.length);
    expect(program.variables.filter(({ kind }) => kind === 'hidden').map(({ name }) => name)).toContain(
      'stock of DELAY1(TIME, 2) in A',
    );
    expect(finalValue(program, 'A')).toBe(0);
  });
});

describe("Vensim's DELAY N", () => {
  test('has no more stages than steps fit into its time', () => {
    for (const [time, stages] of [
      [4, 3],
      [2.5, 2],
      [0.3, 1],
    ]) {
      expect(programOf(aux('A', `VENSIM_DELAYN(TIME, ${time}, 3, 0)`)).stocks).toHaveLength(stages ?? 0);
    }
  });

  test('a change of its time reaches each stage a step after the one before', () => {
    const program = programOf(aux('A', 'VENSIM_DELAYN(8, T, 2, 4)') + aux('T', '4 + STEP(4, 2)'));
    // By hand, DT 1, stage times 2 and 2 until the time is 2, then 4 and 2, then 4 and 4:
    // stocks 8, 8 at 0; 12, 8 at 1; 14, 10 at 2; 18.5, 8.5 at 3 (outflows 3.5 and 5); 21.875, 11 at 4.
    expect(seriesOf(program, 'A', { until: 4 })).toEqual([4, 4, 5, 2.125, 2.75]);
  });
});

describe('trends', () => {
  const growth = [
    aux('Input', 'EXP(0.1 * TIME)'),
    aux('T', 'TREND(Input, 3, 0.1)'),
    aux('F', 'FORCST(Input, 3, 5, 0.1) / Input'),
  ].join('');

  test('TREND of exponential growth is its rate, and FORCST carries it on', () => {
    const run = { method: 'rk4', dt: 1 / 8, until: 6 } as const;
    for (const value of seriesOf(programOf(growth), 'T', run)) expect(value).toBeCloseTo(0.1, 6);
    for (const value of seriesOf(programOf(growth), 'F', run)) expect(value).toBeCloseTo(1.5, 5);
  });

  test('TREND is 0 at the start without an initial trend, and where the average is 0', () => {
    expect(seriesOf(programOf(aux('T', 'TREND(5 + TIME, 3)')), 'T', { until: 0 })).toEqual([0]);
    expect(finalValue(programOf(aux('T', 'TREND(0 * TIME, 3)')), 'T')).toBe(0);
  });
});

describe('memories', () => {
  test.each([0.1, 1 / 3, 0.25, 1])('DELAY gives the input of exactly that many steps ago, DT %d', (dt) => {
    const program = programOf(aux('A', 'DELAY(TIME, 2, -1)') + aux('B', 'DELAY_FIXED(TIME, 2, -1)'));
    const steps = Math.round(2 / dt);
    for (const name of ['A', 'B']) {
      const values = seriesOf(program, name, { dt, until: 6 });
      for (const [step, value] of values.entries()) {
        expect(value).toBe(step < steps ? -1 : (step - steps) * dt);
      }
    }
  });

  test('the time of a pure delay is that of the start, and at least one step', () => {
    const program = programOf(
      aux('A', 'DELAY(TIME, 2 + TIME, -1)') +
        aux('B', 'DELAY_FIXED(TIME, 0, -1)') +
        aux('C', 'DELAY(TIME, 1)'),
    );
    expect(seriesOf(program, 'A', { until: 4 })).toEqual([-1, -1, 0, 1, 2]);
    expect(seriesOf(program, 'B', { until: 3 })).toEqual([-1, 0, 1, 2]);
    expect(seriesOf(program, 'C', { until: 3 })).toEqual([0, 0, 1, 2]);
  });

  test('a delay longer than the run gives its initial value throughout', () => {
    expect(seriesOf(programOf(aux('A', 'DELAY(TIME, 1000000000, 3)')), 'A', { until: 2 })).toEqual([3, 3, 3]);
  });

  test('PREVIOUS is the value one DT ago, its own too', () => {
    const program = programOf(
      aux('A', 'PREVIOUS(TIME * 2, -1)') +
        aux('Count', 'PREVIOUS(SELF, 0) + 1') +
        aux('B', 'PREVIOUS(B, 5) * 2'),
    );
    expect(seriesOf(program, 'A', { dt: 0.5, until: 2 })).toEqual([-1, 0, 1, 2, 3]);
    expect(seriesOf(program, 'Count', { until: 4 })).toEqual([1, 2, 3, 4, 5]);
    expect(seriesOf(program, 'B', { until: 3 })).toEqual([10, 20, 40, 80]);
  });

  test('SAMPLE IF TRUE holds what it saw last', () => {
    const program = programOf(aux('A', 'SAMPLE_IF_TRUE(TIME MOD 3 = 1, TIME * 10, -7)'));
    expect(seriesOf(program, 'A', { until: 8 })).toEqual([-7, 10, 10, 10, 40, 40, 40, 70, 70]);
  });

  test.each(['rk2', 'rk4', 'rk45', 'gear'] as const)('memories stand still within a step: %s', (method) => {
    // Each step adds its own value: a stage that saw another would change the sum.
    const program = programOf(
      [
        level('S', '0', 'F'),
        flow(
          'F',
          'PREVIOUS(TIME, 0) + 100 * SAMPLE_IF_TRUE(TIME MOD 2 = 1, TIME, 0) + 10000 * DELAY(TIME, 2, 0)',
        ),
      ].join(''),
    );
    // Steps 0 to 5: PREVIOUS 0 0 1 2 3 4, sample 0 1 1 3 3 5, delay 0 0 0 1 2 3.
    expect(finalValue(program, 'S', { method, until: 6 })).toBeCloseTo(10 + 1300 + 60000, 6);
  });
});

describe('calls within calls', () => {
  test('a delay of a smooth of a previous value', () => {
    const program = programOf(aux('A', 'DELAY1(SMTH1(PREVIOUS(TIME, 0), 1, 0), 1, 0)'));
    // With time constants of one DT each stage hands on what it got: three steps late.
    expect(seriesOf(program, 'A', { until: 6 })).toEqual([0, 0, 0, 0, 1, 2, 3]);
  });

  test('INIT of a delay, and a delay in an initial value', () => {
    const program = programOf(
      aux('A', 'INIT(DELAY3(TIME + 5, 2)) + TIME') +
        `<stock name="S"><eqn>SMTH1(TIME + 3, 2) + DELAY(4, 1)</eqn></stock>`,
    );
    expect(seriesOf(program, 'A', { until: 2 })).toEqual([5, 6, 7]);
    expect(finalValue(program, 'S', { until: 2 })).toBe(7);
  });
});

describe('ACTIVE INITIAL', () => {
  test('stands for the variable while initial values settle, and gives way to the equation at once', () => {
    const model = modelOf(
      [
        level('S', 'A * 2', 'F'),
        flow('F', 'A'),
        aux('A', '1'),
        aux('Quarter', 'S / 4'),
        aux('B', 'INIT(A)'),
        aux('C', 'DELAY(A, 1)'),
      ].join(''),
    );
    const program = lowered(withInitial(model, 'A', 10, 'Quarter'));
    expect(seriesOf(program, 'S', { until: 2 })).toEqual([20, 25, 31.25]);
    expect(seriesOf(program, 'A', { until: 2 })).toEqual([5, 6.25, 7.8125]);
    expect(finalValue(program, 'B')).toBe(10);
    expect(seriesOf(program, 'C', { until: 2 })).toEqual([10, 5, 6.25]);
  });

  test('a constant equation with an initial value of its own is still reported', () => {
    const program = lowered(
      withInitial(modelOf(aux('A', '5') + level('S', 'A', 'F') + flow('F', '1')), 'A', 3),
    );
    expect(seriesOf(program, 'A', { until: 1 })).toEqual([5, 5]);
    expect(seriesOf(program, 'S', { until: 1 })).toEqual([3, 4]);
  });
});

describe('the number of stages of a delay', () => {
  test.each([
    ['SMTHN(TIME, 5, RANDOM(1, 3))', 'cannot be known before the run'],
    ['SMTHN(TIME, 5, PREVIOUS(A, 2))', 'cannot be known before the run'],
    ['DELAYN(TIME, 5, 0)', 'is 0'],
    ['DELAYN(TIME, 5, 2.5)', 'is 2.5'],
    ['DELAYN(TIME, 5, 1001)', 'is 1001'],
    ['DELAYN(TIME, 5, Later)', 'is 0'],
  ])('%s is refused', (equation, what) => {
    const made = lower(modelOf(aux('A', equation) + aux('Later', 'INIT(TIME)')));
    expect(made.diagnostics).toMatchObject([{ code: 'lower-delay-order', severity: 'error', variable: 'A' }]);
    expect(made.diagnostics[0]?.message).toContain(what);
  });

  test.each([
    ['2 + STEP(1, 5)', 2],
    ['IF TIME < 1 THEN N ELSE 7', 4],
    ['INT(Level) + 1', 6],
    ['MIN(9, MAX(1, INTEGER(2.5 / DT)))', 2],
  ])('%s is read at the start, and stays', (order, stages) => {
    const program = programOf(
      aux('A', `DELAYN(TIME, 5, ${order})`) +
        aux('N', '8 / 2') +
        '<stock name="Level"><eqn>5.5</eqn></stock>',
    );
    expect(program.stocks).toHaveLength(stages + 1);
  });

  test('a constant that says it cannot be set from outside to anything else', () => {
    const program = programOf(aux('A', 'DELAYN(1, 5, N)') + aux('N', 'M + 1') + aux('M', '2'));
    const slot = slotNamed(program, 'M');
    const run = (value: number) =>
      simulate(javascript(program), [{ slot, value }], {
        method: 'euler',
        dt: 1,
        stop: { kind: 'time', time: 1 },
      });
    expect(run(2).status).toBe('ok');
    expect(run(3)).toMatchObject({ status: 'failed', slot });
  });
});

function lowered(model: Model) {
  const made = lower(model);
  if (!made.ok) throw new Error(made.diagnostics.map(({ message }) => message).join(' '));
  return made.value;
}

/** The model with an initial value for one of its auxiliaries, whose equation becomes the name of another variable. */
function withInitial(model: Model, name: string, value: number, other?: string): Model {
  const variable = model.variables.get(canonicalName(name));
  if (variable?.kind !== 'auxiliary') throw new Error(name);
  const span = { start: 0, end: 1 };
  const initial: Expression = { kind: 'number', value, span };
  const equation: Expression =
    other === undefined
      ? variable.equation
      : { kind: 'name', written: other, key: canonicalName(other), span };
  return {
    ...model,
    variables: new Map([...model.variables, [variable.key, { ...variable, equation, initial }]]),
  };
}
