import type { BackendName } from '@weir/engine';
import type { BuiltinName } from '@weir/model';
import { BUILTINS } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { auxiliaries, columnsOf, runText, vensimText, xmileText } from './testing/run-text.js';

/** A model of one built-in: its equation, and what it must give. Times are 0, 1, 2, 3, 4; DT is 1. */
interface Case {
  readonly equation: string;
  /** A Vensim model instead, where a call needs its ranges; `x` is judged. */
  readonly vensim?: Readonly<Record<string, string>>;
  /** Values at each time, from the definition of the built-in; one value where it stays the same. */
  readonly gives?: number | readonly number[];
  /** Where the value is drawn: what must hold of it. */
  readonly holds?: (values: readonly number[]) => boolean;
  /** More variables. */
  readonly more?: string;
}

/** An array of three numbers. */
const array = (name: string, ...numbers: readonly number[]): string =>
  `<aux name="${name}"><dimensions><dim name="D"/></dimensions>${numbers
    .map((number, index) => `<element subscript="${index + 1}"><eqn>${number}</eqn></element>`)
    .join('')}</aux>`;
const ARRAY = array('v', 3, 1, 8);
const GRAPH = '<gf name="g"><xpts>0,2,4</xpts><ypts>0,20,100</ypts></gf>';
/** 3, 1, 8 as a Vensim vector. */
const VECTOR = { D: ': d1, d2, d3', v: '[D] = 3, 1, 8' };
const NA = -(2 ** 109);
const between = (least: number, most: number) => (values: readonly number[]) =>
  values.every((value) => value >= least && value <= most) && new Set(values).size > 1;
/** Input that is 0 at first and 1 from time 1 on. */
const INPUT = 'STEP(1, 1)';

/** One case for every row of the table of built-ins: a row without one does not compile. */
const CASES: Readonly<Record<BuiltinName, Case>> = {
  abs: { equation: 'ABS(TIME - 2)', gives: [2, 1, 0, 1, 2] },
  arccos: { equation: 'ARCCOS(0.5) * 3', gives: Math.PI },
  arcsin: { equation: 'ARCSIN(0.5) * 6', gives: Math.PI },
  arctan: { equation: 'ARCTAN(1) * 4', gives: Math.PI },
  cos: { equation: 'COS(PI * TIME)', gives: [1, -1, 1, -1, 1] },
  exp: { equation: 'EXP(1)', gives: Math.E },
  inf: { equation: 'IF INF > 1e300 THEN 1 ELSE 0', gives: 1 },
  int: { equation: 'INT(-9.9) + INT(9.9)', gives: -1 },
  ln: { equation: 'LN(EXP(3))', gives: 3 },
  log10: { equation: 'LOG10(1000)', gives: 3 },
  max: { equation: 'MAX(TIME, 2) + MAX(v)', gives: [10, 10, 10, 11, 12], more: ARRAY },
  min: { equation: 'MIN(TIME, 2) + MIN(v)', gives: [1, 2, 3, 3, 3], more: ARRAY },
  pi: { equation: 'PI', gives: Math.PI },
  sin: { equation: 'SIN(PI / 6)', gives: 0.5 },
  sqrt: { equation: 'SQRT(TIME * 4)', gives: [0, 2, Math.sqrt(8), Math.sqrt(12), 4] },
  tan: { equation: 'TAN(PI / 4)', gives: 1 },

  exprnd: { equation: 'EXPRND(2, 1)', holds: between(0, 1e3) },
  lognormal: { equation: 'LOGNORMAL(5, 1, 1)', holds: between(0.01, 100) },
  normal: { equation: 'NORMAL(100, 1, 1)', holds: between(90, 110) },
  poisson: {
    equation: 'POISSON(9, 1)',
    holds: (values) => values.every((value) => Number.isInteger(value) && value >= 0 && value < 60),
  },
  random: { equation: 'RANDOM(3, 4, 1)', holds: between(3, 4) },

  delay: { equation: `DELAY(${INPUT}, 2, 7)`, gives: [7, 7, 0, 1, 1] },
  delay1: { equation: `DELAY1(${INPUT}, 2)`, gives: [0, 0, 1 / 2, 3 / 4, 7 / 8] },
  delay3: { equation: `DELAY3(${INPUT}, 3)`, gives: [0, 0, 0, 0, 1] },
  delayn: { equation: `DELAYN(${INPUT}, 4, 2)`, gives: [0, 0, 0, 1 / 4, 1 / 2] },
  forcst: { equation: 'FORCST(10, 2, 3)', gives: 10 },
  smth1: { equation: `SMTH1(${INPUT}, 2)`, gives: [0, 0, 1 / 2, 3 / 4, 7 / 8] },
  smth3: { equation: `SMTH3(${INPUT}, 3)`, gives: [0, 0, 0, 0, 1] },
  smthn: { equation: `SMTHN(${INPUT}, 4, 2)`, gives: [0, 0, 0, 1 / 4, 1 / 2] },
  // The average stands at input / (1 + trend x time) and follows by half of the gap each step.
  trend: { equation: 'TREND(6, 2, 1)', gives: [1, 1 / 4, 1 / 10, 1 / 22, 1 / 46] },

  pulse: { equation: 'PULSE(3, 1, 2)', gives: [0, 3, 0, 3, 0] },
  ramp: { equation: 'RAMP(2, 1)', gives: [0, 0, 2, 4, 6] },
  step: { equation: 'STEP(5, 2)', gives: [0, 0, 5, 5, 5] },

  dt: { equation: 'DT', gives: 1 },
  starttime: { equation: 'STARTTIME', gives: 0 },
  stoptime: { equation: 'STOPTIME', gives: 4 },
  time: { equation: 'TIME', gives: [0, 1, 2, 3, 4] },

  init: { equation: 'INIT(TIME + 5)', gives: 5 },
  previous: { equation: 'PREVIOUS(TIME * 10, -1)', gives: [-1, 0, 10, 20, 30] },
  self: { equation: 'PREVIOUS(SELF, 1) * 2', gives: [2, 4, 8, 16, 32] },

  mean: { equation: 'MEAN(v)', gives: 4, more: ARRAY },
  rank: { equation: 'RANK(v, 1) * 10 + RANK(v, 3)', gives: 23, more: ARRAY },
  rank_with_ties: {
    equation: 'RANK(twins, 2, ages) * 10 + RANK(twins, 3, ages)',
    gives: 31,
    more: array('twins', 3, 1, 3) + array('ages', 2, 0, 1),
  },
  size: { equation: 'SIZE(v)', gives: 3, more: ARRAY },
  stddev: { equation: 'STDDEV(v)', gives: Math.sqrt((1 + 9 + 16) / 3), more: ARRAY },
  sum: { equation: 'SUM(v)', gives: 12, more: ARRAY },

  cosh: { equation: 'COSH(1) * 2', gives: Math.E + 1 / Math.E },
  sinh: { equation: 'SINH(1) * 2', gives: Math.E - 1 / Math.E },
  tanh: { equation: 'TANH(LN(2))', gives: 0.6 },
  lookup: { equation: 'LOOKUP(g, TIME)', gives: [0, 10, 20, 60, 100], more: GRAPH },
  prod: { equation: 'PROD(v)', gives: 24, more: ARRAY },
  safediv: { equation: 'SAFEDIV(6, TIME, 9)', gives: [9, 6, 3, 2, 1.5] },

  element_at: { equation: 'v[TIME]', gives: [0, 3, 1, 8, 0], more: ARRAY },
  game: { equation: 'GAME(TIME)', gives: [0, 1, 2, 3, 4] },
  gamma_ln: { equation: 'EXP(GAMMA_LN(5))', gives: 24 },
  if_then_else: { equation: 'IF_THEN_ELSE(TIME > 2, 1, 0)', gives: [0, 0, 0, 1, 1] },
  integer: { equation: 'INTEGER(-9.9)', gives: -9 },
  log: { equation: 'LOG(8, 2)', gives: 3 },
  lookup_backward: { equation: 'LOOKUP_BACKWARD(g, TIME)', gives: [0, 0, 20, 20, 100], more: GRAPH },
  lookup_extrapolate: {
    equation: 'LOOKUP_EXTRAPOLATE(g, TIME + 4)',
    gives: [100, 140, 180, 220, 260],
    more: GRAPH,
  },
  lookup_forward: { equation: 'LOOKUP_FORWARD(g, TIME)', gives: [0, 20, 20, 100, 100], more: GRAPH },
  modulo: { equation: 'MODULO(-7, 3)', gives: -1 },
  power: { equation: 'POWER(2, TIME)', gives: [1, 2, 4, 8, 16] },
  quantum: { equation: 'QUANTUM(-1.9, 0.5)', gives: -1.5 },
  xidz: { equation: 'XIDZ(6, TIME, 9)', gives: [9, 6, 3, 2, 1.5] },
  zidz: { equation: 'ZIDZ(6, TIME)', gives: [0, 6, 3, 2, 1.5] },
  // Both want 10 of 12; the second has priority by far.
  allocate_by_priority: {
    equation: '',
    vensim: {
      ...VECTOR,
      wanted: '[D] = 10, 10, 0',
      priority: '[D] = 1, 9, 1',
      got: '[D] = ALLOCATE BY PRIORITY(wanted[D], priority[D], ELMCOUNT(D), 1, 12)',
      x: '= got[d1]',
    },
    gives: 2,
  },
  invert_matrix: {
    equation: '',
    vensim: {
      R: ': r1, r2',
      C: ': c1, c2',
      m: '[R,C] = 2, 1; 1, 1;',
      inverse: '[R,C] = INVERT MATRIX(m[R,C], 2)',
      x: '= inverse[r1,c2]',
    },
    gives: -1,
  },
  vector_elm_map: {
    equation: '',
    vensim: { ...VECTOR, x: '= VECTOR ELM MAP(v[d1], Time)' },
    gives: [3, 1, 8, NA, NA],
  },
  vector_rank: {
    equation: '',
    vensim: { ...VECTOR, r: '[D] = VECTOR RANK(v[D], 1)', x: '= r[d1] * 100 + r[d2] * 10 + r[d3]' },
    gives: 213,
  },
  vector_select: {
    equation: '',
    vensim: { ...VECTOR, chosen: '[D] = 1, 1, 0', x: '= VECTOR SELECT(chosen[D!], v[D!], 0, 3, 0)' },
    gives: 3,
  },
  vector_sort_order: {
    equation: '',
    vensim: { ...VECTOR, o: '[D] = VECTOR SORT ORDER(v[D], 1)', x: '= o[d1] * 100 + o[d2] * 10 + o[d3]' },
    gives: 102,
  },
  delay_fixed: { equation: `DELAY_FIXED(${INPUT}, 2, 7)`, gives: [7, 7, 0, 1, 1] },
  vensim_delayn: { equation: `VENSIM_DELAYN(${INPUT}, 4, 2, 0)`, gives: [0, 0, 0, 1 / 4, 1 / 2] },
  sample_if_true: { equation: 'SAMPLE_IF_TRUE(TIME = 2, TIME * 10, 7)', gives: [7, 7, 20, 20, 20] },
  pulse_train: { equation: 'PULSE_TRAIN(1, 1, 2, 9)', gives: [0, 1, 0, 1, 0] },
  vensim_pulse: { equation: 'VENSIM_PULSE(1, 2)', gives: [0, 1, 1, 0, 0] },
  vensim_ramp: { equation: 'VENSIM_RAMP(2, 1, 3)', gives: [0, 0, 2, 4, 4] },
  random_normal: { equation: 'RANDOM_NORMAL(99, 101, 100, 5, 1)', holds: between(99, 101) },
  random_exponential: { equation: 'RANDOM_EXPONENTIAL(0, 30, 1, 2, 1)', holds: between(1, 30) },
  random_poisson: {
    equation: 'RANDOM_POISSON(0, 60, 9, 0, 1, 1)',
    holds: (values) => values.every((value) => Number.isInteger(value) && value >= 0 && value <= 60),
  },
  random_triangular: { equation: 'RANDOM_TRIANGULAR(0, 10, 2, 4, 6, 1)', holds: between(2, 6) },
  random_uniform: { equation: 'RANDOM_UNIFORM(3, 4, 1)', holds: between(3, 4) },
};

const BACKENDS: readonly BackendName[] = ['interpreter', 'javascript', 'wasm'];
const DIMENSION = '<dimensions><dim name="D" size="3"/></dimensions>';
/** Closer than any difference between two ways of computing the same. */
const CLOSE = 12;

describe('every built-in', () => {
  const names = Object.keys(BUILTINS).sort();

  it('has a case', () => {
    expect(Object.keys(CASES).sort()).toEqual(names);
  });

  it.each(Object.entries(CASES))('%s', (_, { equation, vensim, gives, holds, more = '' }) => {
    const text =
      vensim === undefined
        ? xmileText(auxiliaries({ x: equation }) + more, { beside: DIMENSION })
        : vensimText(vensim);
    const file = vensim === undefined ? 'test.xmile' : 'test.mdl';
    const [walked, ...generated] = BACKENDS.map((backend) => columnsOf(runText(text, file, backend)).x ?? []);
    for (const values of generated) expect(values).toEqual(walked);
    expect(walked).toHaveLength(5);
    if (holds !== undefined) expect(holds(walked ?? [])).toBe(true);
    const wanted = typeof gives === 'number' ? Array.from({ length: 5 }, () => gives) : gives;
    for (const [time, value] of (wanted ?? []).entries())
      expect(walked?.[time], `time ${time}`).toBeCloseTo(value, CLOSE);
  });
});
