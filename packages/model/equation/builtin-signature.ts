/** What the language knows of a built-in: how it is called and what it means. How it is computed stands in the engine. */
export interface BuiltinSignature {
  /** Fewest and most arguments; `Infinity` where it takes any number, such as the elements of an array. */
  readonly arity: readonly [least: number, most: number];
  /** `standard` where XMILE 1.0 defines it, `extension` where it does not. */
  readonly origin: 'standard' | 'extension';
  /** Section of XMILE 1.0, or the tool that defines the extension. */
  readonly section: string;
  /** Parameters as a reader of the manual would write them. */
  readonly usage: string;
  readonly meaning: string;
  /** How units pass through: a row of `units/builtin-units`. */
  readonly unitRule: UnitRule;
  /** How it depends on time: a built-in without this row depends on its arguments alone. */
  readonly dynamics?: BuiltinDynamics;
}

/** Names of the ways in which units pass through built-ins. */
export type UnitRule =
  | 'same'
  | 'plain'
  | 'time'
  | 'any'
  | 'one'
  | 'root'
  | 'step'
  | 'ramp'
  | 'pulse'
  | 'init'
  | 'divide'
  | 'delay'
  | 'delayn'
  | 'trend'
  | 'forecast'
  | 'previous'
  | 'self'
  | 'random'
  | 'draw'
  | 'random_normal'
  | 'count'
  | 'rank'
  | 'sort'
  | 'element'
  | 'choose'
  | 'truth'
  | 'lookup'
  | 'power';

/** How a built-in depends on time, beyond the present values of its arguments. */
export interface BuiltinDynamics {
  /** Whether its value may change while its arguments stand still: the clock, a random draw, a memory. */
  readonly moves: boolean;
  /**
   * Positions of the arguments that bear on its value at the same time; all where absent. The others bear on later
   * values only, as a flow does on its stock, so that a loop through them is no circle.
   */
  readonly now?: readonly number[];
  /** Position of the argument that takes the place of the first, its input, at the start of the run, where it is given. */
  readonly initial?: number;
}

type Row = readonly [
  section: string,
  arity: readonly [number, number],
  unitRule: UnitRule,
  usage: string,
  meaning: string,
  dynamics?: BuiltinDynamics,
];

const made =
  (origin: BuiltinSignature['origin']) =>
  (...[section, arity, unitRule, usage, meaning, dynamics]: Row): BuiltinSignature => ({
    arity,
    origin,
    section,
    usage,
    meaning,
    unitRule,
    ...(dynamics === undefined ? {} : { dynamics }),
  });
const standard = made('standard');
const extension = made('extension');

/** Any number of arguments. */
const ANY = Number.POSITIVE_INFINITY;
/** Value moves with the clock or by a draw, and every argument bears on it at once. */
const MOVES: BuiltinDynamics = { moves: true };

/**
 * Every built-in of the equation language, by canonical name: the one place where its name, arity,
 * meaning and unit rule stand. The engine keys its implementations by the same names, so a row without
 * one does not compile. Functions over arrays take their elements one by one: elaboration writes them out.
 *
 * @source OASIS XMILE 1.0, 3.5 and 3.7.1.3; extensions as their tools document them.
 */
export const BUILTINS = {
  // Mathematics
  abs: standard('3.5.1', [1, 1], 'same', 'ABS(x)', 'magnitude of x'),
  arccos: standard('3.5.1', [1, 1], 'plain', 'ARCCOS(x)', 'angle in radians whose cosine is x'),
  arcsin: standard('3.5.1', [1, 1], 'plain', 'ARCSIN(x)', 'angle in radians whose sine is x'),
  arctan: standard('3.5.1', [1, 1], 'plain', 'ARCTAN(x)', 'angle in radians whose tangent is x'),
  cos: standard('3.5.1', [1, 1], 'plain', 'COS(x)', 'cosine of x radians'),
  exp: standard('3.5.1', [1, 1], 'plain', 'EXP(x)', 'e to the power x'),
  inf: standard('3.5.1', [0, 0], 'any', 'INF', 'infinity'),
  int: standard('3.5.1', [1, 1], 'same', 'INT(x)', 'largest whole number not above x'),
  ln: standard('3.5.1', [1, 1], 'plain', 'LN(x)', 'natural logarithm of x > 0'),
  log10: standard('3.5.1', [1, 1], 'plain', 'LOG10(x)', 'logarithm of x > 0 to base 10'),
  max: standard('3.5.1', [1, ANY], 'same', 'MAX(x, y, ...)', 'the largest of its arguments'),
  min: standard('3.5.1', [1, ANY], 'same', 'MIN(x, y, ...)', 'the smallest of its arguments'),
  pi: standard('3.5.1', [0, 0], 'one', 'PI', 'ratio of a circle to its diameter'),
  sin: standard('3.5.1', [1, 1], 'plain', 'SIN(x)', 'sine of x radians'),
  sqrt: standard('3.5.1', [1, 1], 'root', 'SQRT(x)', 'square root of x >= 0'),
  tan: standard('3.5.1', [1, 1], 'plain', 'TAN(x)', 'tangent of x radians'),

  // Random numbers
  exprnd: standard(
    '3.5.2',
    [1, 2],
    'draw',
    'EXPRND(mean[, seed])',
    'a draw from the exponential distribution of this mean',
    MOVES,
  ),
  lognormal: standard(
    '3.5.2',
    [2, 3],
    'random',
    'LOGNORMAL(mean, sd[, seed])',
    'a draw from the lognormal distribution whose own mean and standard deviation these are',
    MOVES,
  ),
  normal: standard(
    '3.5.2',
    [2, 3],
    'random',
    'NORMAL(mean, sd[, seed])',
    'a draw from the normal distribution',
    MOVES,
  ),
  poisson: standard(
    '3.5.2',
    [1, 2],
    'draw',
    'POISSON(mean[, seed])',
    'a draw from the Poisson distribution',
    MOVES,
  ),
  random: standard(
    '3.5.2',
    [2, 3],
    'random',
    'RANDOM(min, max[, seed])',
    'a draw from the uniform distribution between min and max',
    MOVES,
  ),

  // Delays and smooths
  delay: standard(
    '3.5.3',
    [2, 3],
    'delay',
    'DELAY(input, time[, initial])',
    'the input of a time ago; the time is fixed at the start, in whole steps and at least one',
    { moves: true, now: [], initial: 2 },
  ),
  delay1: standard(
    '3.5.3',
    [2, 3],
    'delay',
    'DELAY1(input, time[, initial])',
    'outflow of one stock that the input fills and that empties at stock / time',
    { moves: true, now: [1], initial: 2 },
  ),
  delay3: standard(
    '3.5.3',
    [2, 3],
    'delay',
    'DELAY3(input, time[, initial])',
    'outflow of a chain of three stocks, each emptied at stock / (time / 3)',
    { moves: true, now: [1], initial: 2 },
  ),
  delayn: standard(
    '3.5.3',
    [3, 4],
    'delayn',
    'DELAYN(input, time, n[, initial])',
    'outflow of a chain of n stocks, each emptied at stock / (time / n)',
    { moves: true, now: [1, 2], initial: 3 },
  ),
  forcst: standard(
    '3.5.3',
    [3, 4],
    'forecast',
    'FORCST(input, averaging time, horizon[, initial trend])',
    'the input carried on by its trend: input * (1 + trend * horizon)',
    MOVES,
  ),
  smth1: standard(
    '3.5.3',
    [2, 3],
    'delay',
    'SMTH1(input, time[, initial])',
    'a level that follows the input by (input - level) / time',
    { moves: true, now: [], initial: 2 },
  ),
  smth3: standard(
    '3.5.3',
    [2, 3],
    'delay',
    'SMTH3(input, time[, initial])',
    'the last of three levels, each following the one before with time / 3',
    { moves: true, now: [], initial: 2 },
  ),
  smthn: standard(
    '3.5.3',
    [3, 4],
    'delayn',
    'SMTHN(input, time, n[, initial])',
    'the last of n levels, each following the one before with time / n',
    { moves: true, now: [2], initial: 3 },
  ),
  trend: standard(
    '3.5.3',
    [2, 3],
    'trend',
    'TREND(input, averaging time[, initial trend])',
    'fractional change of the input per time unit: (input - average) / (time * |average|), 0 where the average is 0',
    MOVES,
  ),

  // Test inputs
  pulse: standard(
    '3.5.4',
    [2, 3],
    'pulse',
    'PULSE(magnitude, first[, interval])',
    'magnitude/DT for one DT at the first time and, with an interval above 0, again every interval',
    MOVES,
  ),
  ramp: standard(
    '3.5.4',
    [2, 2],
    'ramp',
    'RAMP(slope, start)',
    '0 until start, then rising by slope per time unit',
    MOVES,
  ),
  step: standard(
    '3.5.4',
    [2, 2],
    'step',
    'STEP(height, start)',
    '0 before start, height from start on',
    MOVES,
  ),

  // Time
  dt: standard('3.5.5', [0, 0], 'time', 'DT', 'the time step'),
  starttime: standard('3.5.5', [0, 0], 'time', 'STARTTIME', 'first time of the run'),
  stoptime: standard('3.5.5', [0, 0], 'time', 'STOPTIME', 'last time of the run'),
  time: standard('3.5.5', [0, 0], 'time', 'TIME', 'current time', MOVES),

  // Other values of variables
  init: standard('3.5.6', [1, 1], 'init', 'INIT(x)', 'value of x at STARTTIME', { moves: false, now: [] }),
  previous: standard('3.5.6', [2, 2], 'previous', 'PREVIOUS(x, initial)', 'value of x one DT ago', {
    moves: true,
    now: [],
    initial: 1,
  }),
  self: standard('3.5.6', [0, 0], 'self', 'SELF', 'the variable itself, inside PREVIOUS and SIZE', MOVES),

  // Arrays, element by element
  mean: standard('3.7.1.3', [1, ANY], 'same', 'MEAN(array)', 'arithmetic mean of the elements'),
  rank: standard(
    '3.7.1.3',
    [2, ANY],
    'rank',
    'RANK(array, n)',
    'position, from 1, of the n-th smallest element; written out as RANK(n, elements)',
  ),
  size: standard('3.7.1.3', [1, ANY], 'count', 'SIZE(array)', 'number of elements'),
  stddev: standard(
    '3.7.1.3',
    [1, ANY],
    'same',
    'STDDEV(array)',
    'standard deviation of the elements as a whole population',
  ),
  sum: standard('3.7.1.3', [1, ANY], 'same', 'SUM(array)', 'sum of the elements, in their order'),

  // Extensions of Stella and common to several tools
  cosh: extension('Stella', [1, 1], 'plain', 'COSH(x)', 'hyperbolic cosine of x'),
  sinh: extension('Stella', [1, 1], 'plain', 'SINH(x)', 'hyperbolic sine of x'),
  tanh: extension('Stella', [1, 1], 'plain', 'TANH(x)', 'hyperbolic tangent of x'),
  lookup: extension(
    'Stella, Vensim',
    [2, 2],
    'lookup',
    'LOOKUP(graph, x)',
    'value of a graphical function at x',
  ),
  prod: extension(
    'Stella, Vensim',
    [1, ANY],
    'any',
    'PROD(array)',
    'product of the elements, in their order',
  ),
  safediv: extension(
    'Stella',
    [2, 3],
    'divide',
    'SAFEDIV(n, d[, otherwise])',
    'n/d, or otherwise (0 unless given) where d is 0',
  ),

  // Extensions of Vensim
  rank_with_ties: extension(
    'Weir',
    [3, ANY],
    'any',
    'RANK(array, n, ties)',
    'RANK where a second array decides between equal elements; written out as RANK WITH TIES(n, elements, ties)',
  ),
  element_at: extension(
    'Weir',
    [2, ANY],
    'element',
    'ELEMENT AT(n, elements)',
    'the n-th element, from 1; 0 where there is none',
  ),
  game: extension('Vensim', [1, 1], 'init', 'GAME(x)', 'x: nobody plays'),
  gamma_ln: extension('Vensim', [1, 1], 'plain', 'GAMMA LN(x)', 'logarithm of the gamma function of x > 0'),
  if_then_else: extension(
    'Vensim',
    [3, 3],
    'choose',
    'IF THEN ELSE(condition, x, y)',
    'x where the condition is not 0, otherwise y',
  ),
  integer: extension('Vensim', [1, 1], 'same', 'INTEGER(x)', 'x without its fraction: rounds toward 0'),
  invert_matrix: extension(
    'Vensim',
    [3, ANY],
    'any',
    'INVERT MATRIX(row, column, elements)',
    'one element, counted from 1, of the inverse of a square matrix given row by row',
  ),
  log: extension('Vensim', [2, 2], 'plain', 'LOG(x, base)', 'logarithm of x > 0 to a base'),
  lookup_backward: extension(
    'Vensim',
    [2, 2],
    'lookup',
    'LOOKUP BACKWARD(graph, x)',
    'y of the point at x or next below it',
  ),
  lookup_extrapolate: extension(
    'Vensim',
    [2, 2],
    'lookup',
    'LOOKUP EXTRAPOLATE(graph, x)',
    'value of a graphical function at x, its first and last two points extended',
  ),
  lookup_forward: extension(
    'Vensim',
    [2, 2],
    'lookup',
    'LOOKUP FORWARD(graph, x)',
    'y of the point at x or next above it',
  ),
  modulo: extension(
    'Vensim',
    [2, 2],
    'same',
    'MODULO(a, b)',
    'remainder of a/b with the sign of a; the operator MOD takes that of b',
  ),
  power: extension('Vensim', [2, 2], 'power', 'POWER(a, b)', 'a to the power b'),
  quantum: extension(
    'Vensim',
    [2, 2],
    'same',
    'QUANTUM(x, q)',
    'x rounded toward 0 to a multiple of q; x where q is not above 0',
  ),
  xidz: extension(
    'Vensim',
    [3, 3],
    'divide',
    'XIDZ(a, b, x)',
    'a/b, or x where b is closer to 0 than 0.000001',
  ),
  zidz: extension('Vensim', [2, 2], 'divide', 'ZIDZ(a, b)', 'a/b, or 0 where b is closer to 0 than 0.000001'),
  allocate_by_priority: extension(
    'Vensim',
    [5, ANY],
    'any',
    'ALLOCATE BY PRIORITY(i, width, supply, requests, priorities)',
    'what the i-th request, from 1, gets of a supply that is shared by priority',
  ),
  vector_elm_map: extension(
    'Vensim',
    [2, ANY],
    'element',
    'VECTOR ELM MAP(position, elements)',
    'the element at a position, from 0; :NA: where there is none',
  ),
  vector_rank: extension(
    'Vensim',
    [3, ANY],
    'sort',
    'VECTOR RANK(direction, i, elements)',
    'place of the i-th element, both from 1, when sorted upward (1) or downward (0 or less)',
  ),
  vector_select: extension(
    'Vensim',
    [4, ANY],
    'any',
    'VECTOR SELECT(missing, action, selection, elements)',
    'sum (action 0), product (1), smallest (2) or largest (3) of the elements whose selection is not 0; missing where there are none',
  ),
  vector_sort_order: extension(
    'Vensim',
    [3, ANY],
    'sort',
    'VECTOR SORT ORDER(direction, i, elements)',
    'position, from 0, of the element that comes i-th, from 1, when sorted upward (1) or downward (0 or less)',
  ),
  delay_fixed: extension(
    'Vensim',
    [3, 3],
    'delay',
    'DELAY FIXED(input, time, initial)',
    'the input of a time ago; the time is fixed at the start, in whole steps and at least one',
    { moves: true, now: [], initial: 2 },
  ),
  vensim_delayn: extension(
    'Vensim',
    [4, 4],
    'delayn',
    'DELAY N(input, time, n, initial)',
    'as DELAYN, with no more stages than time / DT at the start; a change of the time reaches each stage a step after the one before',
    { moves: true, now: [1, 2], initial: 3 },
  ),
  sample_if_true: extension(
    'Vensim',
    [3, 3],
    'choose',
    'SAMPLE IF TRUE(condition, x, initial)',
    'x as it was when the condition last held',
    MOVES,
  ),
  pulse_train: extension(
    'Vensim',
    [4, 4],
    'truth',
    'PULSE TRAIN(start, width, between, end)',
    '1 for a width of time from start on and again every `between`, until end; otherwise 0',
    MOVES,
  ),
  vensim_pulse: extension(
    'Vensim',
    [2, 2],
    'truth',
    'PULSE(start, width)',
    '1 from start for a width of time, at least one step; otherwise 0',
    MOVES,
  ),
  vensim_ramp: extension(
    'Vensim',
    [2, 3],
    'ramp',
    'RAMP(slope, start[, end])',
    '0 until start, then rising by slope per time unit until end',
    MOVES,
  ),
  random_normal: extension(
    'Vensim',
    [4, 5],
    'random_normal',
    'RANDOM NORMAL(min, max, mean, sd[, seed])',
    'a draw from the normal distribution, cut off at min and max',
    MOVES,
  ),
  random_exponential: extension(
    'Vensim',
    [4, 5],
    'any',
    'RANDOM EXPONENTIAL(min, max, shift, stretch[, seed])',
    'shift + stretch * a draw from the exponential distribution of mean 1, cut off at min and max',
    MOVES,
  ),
  random_poisson: extension(
    'Vensim',
    [5, 6],
    'any',
    'RANDOM POISSON(min, max, mean, shift, stretch[, seed])',
    'shift + stretch * a draw from the Poisson distribution, cut off at min and max',
    MOVES,
  ),
  random_triangular: extension(
    'Vensim',
    [5, 6],
    'any',
    'RANDOM TRIANGULAR(min, max, start, peak, stop[, seed])',
    'a draw from the triangular distribution, cut off at min and max',
    MOVES,
  ),
  random_uniform: extension(
    'Vensim',
    [2, 3],
    'random',
    'RANDOM UNIFORM(min, max[, seed])',
    'a draw from the uniform distribution between min and max',
    MOVES,
  ),
} as const satisfies Readonly<Record<string, BuiltinSignature>>;

/** Canonical name of a built-in. */
export type BuiltinName = keyof typeof BUILTINS;

/** The built-in of this canonical name, or `undefined`: safe against inherited keys. */
export function builtinNamed(key: string): BuiltinName | undefined {
  return Object.hasOwn(BUILTINS, key) ? (key as BuiltinName) : undefined;
}
