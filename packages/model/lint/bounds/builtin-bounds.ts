import type { GraphicalFunction, SimulationSpecs } from '../../model.js';
import type { Interval } from './interval.js';
import {
  ANYTHING,
  between,
  exactly,
  holds,
  hull,
  NOT_NEGATIVE,
  over,
  plus,
  rising,
  times,
} from './interval.js';

const WHOLE_TURN: Interval = { low: -1, high: 1 };
/** Built-ins that give a value that one of their arguments has or had, by the positions of these. */
const ONE_OF: ReadonlyMap<string, readonly number[]> = new Map([
  ['init', [0]],
  ['game', [0]],
  ['mean', []],
  ['delay', [0, 2]],
  ['delay1', [0, 2]],
  ['delay3', [0, 2]],
  ['delayn', [0, 3]],
  ['delay_fixed', [0, 2]],
  ['smth1', [0, 2]],
  ['smth3', [0, 2]],
  ['smthn', [0, 3]],
  ['previous', [0, 1]],
  ['if_then_else', [1, 2]],
  ['sample_if_true', [1, 2]],
  ['random', [0, 1]],
  ['random_uniform', [0, 1]],
]);
const NEVER_NEGATIVE: ReadonlySet<string> = new Set([
  'stddev',
  'lognormal',
  'poisson',
  'exprnd',
  'rank',
  'size',
  'vector_rank',
  'vector_sort_order',
]);

/**
 * Where the result of a built-in can lie. Nothing is known of those not named here.
 *
 * @param name - Canonical name.
 * @param args - Where the arguments can lie.
 */
export function builtinBounds(
  name: string,
  args: readonly Interval[],
  { start, stop, dt }: SimulationSpecs,
): Interval {
  const which = ONE_OF.get(name);
  if (which !== undefined)
    return hull(which.length === 0 ? args : which.flatMap((position) => args[position] ?? []));
  if (NEVER_NEGATIVE.has(name)) return NOT_NEGATIVE;
  const [value = ANYTHING, second = ANYTHING] = args;
  switch (name) {
    case 'time':
      return between(start, stop);
    case 'dt':
      return exactly(dt);
    case 'starttime':
      return exactly(start);
    case 'stoptime':
      return exactly(stop);
    case 'pi':
      return exactly(Math.PI);
    case 'inf':
      return exactly(Number.POSITIVE_INFINITY);
    case 'abs': {
      const ends = [Math.abs(value.low), Math.abs(value.high)];
      return between(holds(value, 0) ? 0 : Math.min(...ends), Math.max(...ends));
    }
    case 'min':
      return between(Math.min(...args.map(({ low }) => low)), Math.min(...args.map(({ high }) => high)));
    case 'max':
      return between(Math.max(...args.map(({ low }) => low)), Math.max(...args.map(({ high }) => high)));
    case 'sum':
      return args.reduce(plus, exactly(0));
    case 'prod':
      return args.reduce(times, exactly(1));
    case 'exp':
      return rising(value, Math.exp);
    case 'sqrt':
      return rising(between(Math.max(0, value.low), Math.max(0, value.high)), Math.sqrt);
    case 'ln':
      return rising(between(Math.max(0, value.low), Math.max(0, value.high)), Math.log);
    case 'log10':
      return rising(between(Math.max(0, value.low), Math.max(0, value.high)), Math.log10);
    case 'int':
      return rising(value, Math.floor);
    case 'integer':
      return rising(value, Math.trunc);
    case 'arctan':
      return rising(value, Math.atan);
    case 'tanh':
      return rising(value, Math.tanh);
    case 'sin':
    case 'cos':
      return WHOLE_TURN;
    case 'step':
      return hull([exactly(0), value]);
    case 'ramp':
    case 'vensim_ramp':
      return hull([exactly(0), times(value, between(0, Math.max(0, stop - start)))]);
    case 'pulse':
      return hull([exactly(0), over(value, exactly(dt))]);
    case 'vensim_pulse':
    case 'pulse_train':
      return between(0, 1);
    case 'safediv':
    case 'zidz':
    case 'xidz':
      return hull([over(value, second), args[2] ?? exactly(0)]);
    case 'element_at':
      return hull([exactly(0), ...args.slice(1)]);
    case 'modulo':
      return remainder(value, second);
    default:
      return ANYTHING;
  }
}

/** Where the result of a MOD can lie. */
export function remainder(value: Interval, divisor: Interval): Interval {
  return divisor.low > 0 && value.low >= 0 ? between(0, Math.min(value.high, divisor.high)) : ANYTHING;
}

/** Where the value of a graph can lie for inputs in an interval. */
export function graphBounds({ type, x, y }: GraphicalFunction, input: Interval): Interval {
  const ends = between(Math.min(...y), Math.max(...y));
  const [from, to] = [x[0] ?? 0, x.at(-1) ?? 0];
  const inside = input.low >= from && input.high <= to;
  if (type === 'extrapolate' && !inside) return ANYTHING;
  return ends;
}
