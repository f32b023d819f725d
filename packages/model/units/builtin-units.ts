import type { UnitRule } from '../equation/builtin-signature.js';

/** Powers of the letters of a row: `u` and `v` stand for any unit, the same letter for the same; `t` for the time unit. */
export type UnitPattern = ReadonlyMap<'u' | 'v' | 't', number>;

/** What a built-in asks of an argument: a unit, a truth, or nothing. */
export type ParameterUnit = UnitPattern | 'condition' | 'any';

/** How units pass through a built-in. */
export interface BuiltinUnits {
  readonly parameters: readonly ParameterUnit[];
  /** Whether the last parameter stands for all further arguments too. */
  readonly repeats: boolean;
  /** `any`: not known, or a number that takes the unit of its surroundings. */
  readonly result: UnitPattern | 'any';
}

const pattern = (powers: Readonly<Partial<Record<'u' | 'v' | 't', number>>>): UnitPattern =>
  new Map(
    (['u', 'v', 't'] as const).flatMap((letter) => {
      const power = powers[letter];
      return power === undefined ? [] : [[letter, power] as const];
    }),
  );

const U = pattern({ u: 1 });
const V = pattern({ v: 1 });
const TIME = pattern({ t: 1 });
const ONE = pattern({});
const PER_TIME = pattern({ t: -1 });
const U_PER_TIME = pattern({ u: 1, t: -1 });

const units = (
  parameters: readonly ParameterUnit[],
  result: UnitPattern | 'any',
  repeats = false,
): BuiltinUnits => ({ parameters, result, repeats });

/**
 * How units pass through built-ins, by the rule that `BUILTINS` names. The standard has none; these follow what the
 * functions compute, and Vensim's documented rules. `lookup` (the unit of the graph) and `power` (as `^`) are no
 * matter of patterns.
 */
export const BUILTIN_UNITS: Readonly<Record<Exclude<UnitRule, 'lookup' | 'power'>, BuiltinUnits>> = {
  same: units([U], U, true),
  plain: units([ONE], ONE, true),
  time: units([], TIME),
  one: units([], ONE),
  any: units(['any'], 'any', true),
  root: units([U], pattern({ u: 0.5 })),
  step: units([U, TIME], U),
  ramp: units([U_PER_TIME, TIME, TIME], U),
  pulse: units([U, TIME, TIME], U_PER_TIME),
  init: units([U], U),
  divide: units([U, V, pattern({ u: 1, v: -1 })], pattern({ u: 1, v: -1 })),
  delay: units([U, TIME, U], U),
  delayn: units([U, TIME, ONE, U], U),
  trend: units([U, TIME, PER_TIME], PER_TIME),
  forecast: units([U, TIME, TIME, PER_TIME], U),
  previous: units([U, U], U),
  self: units([U], U),
  random: units([U, U, ONE], U),
  draw: units([U, ONE], U),
  random_normal: units([U, U, U, U, ONE], U),
  count: units(['any'], ONE, true),
  rank: units([ONE, U], ONE, true),
  sort: units([ONE, ONE, U], ONE, true),
  element: units([ONE, U], U, true),
  choose: units(['condition', U, U], U),
  truth: units([TIME], ONE, true),
};
