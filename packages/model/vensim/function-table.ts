import type { ModelCode } from '../source/diagnostic-codes.js';

/** How a Vensim function is said in the language of this package. */
export interface VensimFunction {
  readonly usage: string;
  /** Fewest and most arguments. */
  readonly arity: readonly [least: number, most: number];
  /** Canonical name of the built-in. */
  readonly target: string;
  /**
   * Its arguments: the position of each in Vensim's call, or what stands for one that Vensim lacks. Absent: the same
   * in the same order.
   */
  readonly arguments?: readonly (number | Filler)[];
  /** Whether elaboration takes the call apart, so that no built-in of this name is needed. */
  readonly elaborated?: true;
}

/** A call without arguments, or a number, where Vensim has no argument. */
export type Filler = { readonly call: 'stoptime' } | { readonly number: number };

const same = (target: string, usage: string, least: number, most = least): VensimFunction => ({
  usage,
  arity: [least, most],
  target,
});
const array = (target: string, usage: string, arity: number): VensimFunction => ({
  ...same(target, usage, arity),
  elaborated: true,
});
const turned = (
  target: string,
  usage: string,
  count: number,
  ...order: readonly (number | Filler)[]
): VensimFunction => ({ usage, arity: [count, count], target, arguments: order });

/**
 * Vensim's functions by canonical name, each with the built-in it becomes.
 *
 * @source Vensim Reference Manual, functions.
 */
export const VENSIM_FUNCTIONS: ReadonlyMap<string, VensimFunction> = new Map([
  ['abs', same('abs', 'ABS(x)', 1)],
  ['arccos', same('arccos', 'ARCCOS(x)', 1)],
  ['arcsin', same('arcsin', 'ARCSIN(x)', 1)],
  ['arctan', same('arctan', 'ARCTAN(x)', 1)],
  ['cos', same('cos', 'COS(x)', 1)],
  ['cosh', same('cosh', 'COSH(x)', 1)],
  ['exp', same('exp', 'EXP(x)', 1)],
  ['gamma_ln', same('gamma_ln', 'GAMMA LN(x)', 1)],
  ['integer', same('integer', 'INTEGER(x)', 1)],
  ['ln', same('ln', 'LN(x)', 1)],
  ['log', same('log', 'LOG(x, base)', 2)],
  ['max', same('max', 'MAX(x, y)', 2)],
  ['min', same('min', 'MIN(x, y)', 2)],
  ['modulo', same('modulo', 'MODULO(x, y)', 2)],
  ['power', same('power', 'POWER(x, y)', 2)],
  ['quantum', same('quantum', 'QUANTUM(x, quantum)', 2)],
  ['sin', same('sin', 'SIN(x)', 1)],
  ['sinh', same('sinh', 'SINH(x)', 1)],
  ['sqrt', same('sqrt', 'SQRT(x)', 1)],
  ['tan', same('tan', 'TAN(x)', 1)],
  ['tanh', same('tanh', 'TANH(x)', 1)],
  ['xidz', same('xidz', 'XIDZ(a, b, x)', 3)],
  ['zidz', same('zidz', 'ZIDZ(a, b)', 2)],
  ['game', same('game', 'GAME(x)', 1)],
  ['initial', same('init', 'INITIAL(x)', 1)],
  ['sample_if_true', same('sample_if_true', 'SAMPLE IF TRUE(condition, input, initial)', 3)],
  ['step', same('step', 'STEP(height, start)', 2)],
  ['pulse', same('vensim_pulse', 'PULSE(start, width)', 2)],
  ['pulse_train', same('pulse_train', 'PULSE TRAIN(start, width, between, end)', 4)],
  ['ramp', { ...turned('vensim_ramp', 'RAMP(slope, start, end)', 3, 0, 1, 2), arity: [2, 3] }],
  ['delay1', same('delay1', 'DELAY1(input, time)', 2)],
  ['delay1i', same('delay1', 'DELAY1I(input, time, initial)', 3)],
  ['delay3', same('delay3', 'DELAY3(input, time)', 2)],
  ['delay3i', same('delay3', 'DELAY3I(input, time, initial)', 3)],
  ['delay_n', turned('delayn', 'DELAY N(input, time, initial, order)', 4, 0, 1, 3, 2)],
  ['delay_fixed', same('delay_fixed', 'DELAY FIXED(input, time, initial)', 3)],
  ['smooth', same('smth1', 'SMOOTH(input, time)', 2)],
  ['smoothi', same('smth1', 'SMOOTHI(input, time, initial)', 3)],
  ['smooth3', same('smth3', 'SMOOTH3(input, time)', 2)],
  ['smooth3i', same('smth3', 'SMOOTH3I(input, time, initial)', 3)],
  ['smooth_n', turned('smthn', 'SMOOTH N(input, time, initial, order)', 4, 0, 1, 3, 2)],
  ['trend', same('trend', 'TREND(input, time, initial)', 3)],
  ['forecast', same('forcst', 'FORECAST(input, time, horizon)', 3)],
  ['lookup_extrapolate', same('lookup_extrapolate', 'LOOKUP EXTRAPOLATE(lookup, x)', 2)],
  ['lookup_forward', same('lookup_forward', 'LOOKUP FORWARD(lookup, x)', 2)],
  ['lookup_backward', same('lookup_backward', 'LOOKUP BACKWARD(lookup, x)', 2)],
  ['tabxl', same('lookup_extrapolate', 'TABXL(lookup, x)', 2)],
  ['random_0_1', turned('random_uniform', 'RANDOM 0 1()', 0, { number: 0 }, { number: 1 })],
  ['random_uniform', same('random_uniform', 'RANDOM UNIFORM(min, max, seed)', 3)],
  ['random_normal', same('random_normal', 'RANDOM NORMAL(min, max, mean, sd, seed)', 5)],
  ['random_exponential', same('random_exponential', 'RANDOM EXPONENTIAL(min, max, shift, stretch, seed)', 5)],
  ['random_poisson', same('random_poisson', 'RANDOM POISSON(min, max, mean, shift, stretch, seed)', 6)],
  ['random_triangular', same('random_triangular', 'RANDOM TRIANGULAR(min, max, start, peak, stop, seed)', 6)],
  ['sum', array('sum', 'SUM(x[range!])', 1)],
  ['prod', array('prod', 'PROD(x[range!])', 1)],
  ['vmax', array('max', 'VMAX(x[range!])', 1)],
  ['vmin', array('min', 'VMIN(x[range!])', 1)],
  ['elmcount', array('elmcount', 'ELMCOUNT(range)', 1)],
  ['vector_select', same('vector_select', 'VECTOR SELECT(selection, x, missing, action, error)', 5)],
  ['vector_elm_map', same('vector_elm_map', 'VECTOR ELM MAP(x[first], offset)', 2)],
  ['vector_sort_order', same('vector_sort_order', 'VECTOR SORT ORDER(x[range], direction)', 2)],
  ['vector_rank', same('vector_rank', 'VECTOR RANK(x[range], direction)', 2)],
  ['invert_matrix', same('invert_matrix', 'INVERT MATRIX(matrix[a, b], size)', 2)],
  [
    'allocate_by_priority',
    same(
      'allocate_by_priority',
      'ALLOCATE BY PRIORITY(demand[range], priority[range], size, width, supply)',
      5,
    ),
  ],
]);

/** Functions that have a place of their own: alone after the `=` of an equation. */
export const STANDALONE: ReadonlyMap<string, string> = new Map([
  ['integ', 'INTEG(rate, initial)'],
  ['active_initial', 'ACTIVE INITIAL(x, initial)'],
  ['tabbed_array', 'TABBED ARRAY(numbers)'],
]);

/** A function that is refused wherever it stands, and why. */
export interface RefusedFunction {
  readonly code: ModelCode;
  readonly message: string;
  readonly hint: string;
}

const REFUSED: ReadonlyMap<string, string> = new Map(
  [
    'ALLOC P',
    'ALLOCATE AVAILABLE',
    'CONVEYOR',
    'DELAY BATCH',
    'DELAY CONVEYOR',
    'DELAY INFORMATION',
    'DELAY LEAK',
    'DELAY MATERIAL',
    'DELAY P',
    'DELAY PROFILE',
    'DEMAND AT PRICE',
    'FIND MARKET PRICE',
    'FIND ZERO',
    'INTERNAL RATE OF RETURN',
    'LOOKUP AREA',
    'LOOKUP INVERT',
    'LOOKUP SLOPE',
    'MARKETP',
    'MATRIX INVERSE',
    'MESSAGE',
    'NPV',
    'QUEUE AGE ATTRIB OLDEST',
    'QUEUE AGE OLDEST',
    'QUEUE FIFO',
    'QUEUE FIFO ATTRIB',
    'RANDOM BETA',
    'RANDOM BINOMIAL',
    'RANDOM GAMMA',
    'RANDOM LOGISTIC',
    'RANDOM LOOKUP',
    'RANDOM NEGATIVE BINOMIAL',
    'RANDOM PINK NOISE',
    'RANDOM WEIBULL',
    'REINITIAL',
    'SAMPLE UNTIL',
    'SHIFT IF TRUE',
    'SIMULTANEOUS',
    'SUPPLY AT PRICE',
    'TIME BASE',
    'VECTOR LOOKUP',
    'VECTOR REORDER',
  ].map((name) => [name.toLowerCase().replaceAll(' ', '_'), name]),
);

/** Why a Vensim function is refused, by its canonical name; `undefined` where it is not. */
export function refusedFunction(key: string): RefusedFunction | undefined {
  const shown = key.replaceAll('_', ' ').toUpperCase();
  if (/^get_(?:xls|direct|123|odbc|vdf|data|time)_?/.test(key))
    return {
      code: 'unsupported-data',
      message: `\`${shown}\` takes data from outside the model, which is not supported.`,
      hint: 'Write the numbers into the model: as constants, lists or a lookup of `Time`.',
    };
  if (key === 'a_function_of')
    return {
      code: 'equation-unfinished',
      message: 'This equation is unfinished: it says `A FUNCTION OF`.',
      hint: 'Write an equation, or remove the variable.',
    };
  const name = REFUSED.get(key);
  return name === undefined ? undefined : unsupportedFunction(name);
}

/** The refusal of one function by its name. */
export function unsupportedFunction(name: string): RefusedFunction {
  return {
    code: 'unsupported-function',
    message: `Vensim's function \`${name}\` is not supported.`,
    hint: 'Write what it does with stocks, flows and other functions.',
  };
}
