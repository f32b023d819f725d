import { VENSIM_FUNCTIONS } from '../function-table.js';

/** How a built-in is said in Vensim: a function and the order of its arguments. */
export interface VensimCall {
  readonly name: string;
  /** For each argument of Vensim's, which of the built-in's stands there. */
  readonly order: readonly number[];
}

/** Names without arguments, by the canonical name of the built-in. */
export const CLOCK_NAMES: ReadonlyMap<string, string> = new Map([
  ['time', 'Time'],
  ['dt', 'TIME STEP'],
  ['starttime', 'INITIAL TIME'],
  ['stoptime', 'FINAL TIME'],
]);

/** Built-ins that Vensim has under the name of another: there, they are one. */
const SAME_IN_VENSIM: ReadonlyMap<string, string> = new Map([['vensim_delayn', 'delayn']]);

/** Functions that Vensim wants alone after the `=`. */
export const ALONE: ReadonlySet<string> = new Set(['init', 'sample_if_true', 'delay_fixed']);

/**
 * Vensim's function for a call of a built-in with so many arguments; `undefined` where it has none of the same meaning.
 */
export function vensimCall(key: string, count: number): VensimCall | undefined {
  const wanted = SAME_IN_VENSIM.get(key) ?? key;
  for (const { target, usage, arity, arguments: order } of VENSIM_FUNCTIONS.values()) {
    const [least, most] = arity;
    if (target !== wanted || count < least || count > most) continue;
    const name = usage.slice(0, usage.indexOf('('));
    if (order === undefined) return { name, order: Array.from({ length: count }, (_, index) => index) };
    const places = order.filter((place) => typeof place === 'number');
    if (places.length !== count) continue;
    return { name, order: places.map((_, index) => places.indexOf(index)) };
  }
  return undefined;
}
