import type { BuiltinName } from '../equation/builtin-signature.js';
import { BUILTINS } from '../equation/builtin-signature.js';
import type { Expression } from '../equation/expression.js';
import type { BuiltinUnits, ParameterUnit, UnitPattern } from './builtin-units.js';
import { BUILTIN_UNITS } from './builtin-units.js';
import type { Dimension } from './dimension.js';
import { combine, DIMENSIONLESS_DIMENSION, isWhole, raise } from './dimension.js';
import type { UnitInference } from './infer-units.js';
import type { TermUnit } from './term-unit.js';
import { factorOf, known, NUMBER, UNKNOWN } from './term-unit.js';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;
const ANYTHING: BuiltinUnits = { parameters: ['any'], repeats: true, result: 'any' };

/** How units pass through a built-in. */
export function unitsOf(builtin: BuiltinName): BuiltinUnits {
  const { unitRule } = BUILTINS[builtin];
  // What passes in another way is looked at by whoever meets it first.
  return unitRule === 'lookup' || unitRule === 'power' ? ANYTHING : BUILTIN_UNITS[unitRule];
}

/** What a rule asks of the argument at this position. */
export function parameterAt(rule: BuiltinUnits, at: number): ParameterUnit {
  return rule.parameters[at] ?? (rule.repeats ? rule.parameters.at(-1) : undefined) ?? 'any';
}

/**
 * Checks the arguments of a built-in against its rule, and gives the unit of the result.
 *
 * @param term - A call, or the name of a built-in that stands alone.
 * @param expected - Unit that the result should have.
 */
export function callUnits(
  inference: UnitInference,
  term: Expression & { readonly kind: 'call' | 'name' },
  rule: BuiltinUnits,
  expected: Dimension | undefined,
): TermUnit {
  const name = term.written.toUpperCase();
  const args = term.kind === 'call' ? term.arguments : [];
  const wanted = args.map((_, at) => parameterAt(rule, at));
  const letters = lettersOf(rule, inference.table.time, args, (group, pattern) =>
    inference.alike(group, `the arguments of ${name}`, rule.result === pattern ? expected : undefined),
  );
  for (const [at, argument] of args.entries()) {
    const parameter = wanted[at] ?? 'any';
    if (parameter === 'condition') inference.condition(argument);
    else if (parameter === 'any') inference.infer(argument);
    else if (!letters.defining.has(parameter)) {
      const unit = instance(parameter, letters.units);
      if (unit.kind === 'known') inference.mustBe(argument, unit.dimension, asked(name, parameter, at));
      else inference.infer(argument);
    }
  }
  if (rule.result === 'any') return args.length === 0 ? NUMBER : UNKNOWN;
  const power = rule.result.get('u') ?? 1;
  return Number.isInteger(power)
    ? instance(rule.result, letters.units)
    : inference.raised(letters.units.get('u') ?? UNKNOWN, power, term);
}

/** What the letters of a rule stand for in one call, and the patterns that said so. */
export interface CallLetters {
  readonly units: ReadonlyMap<'u' | 'v' | 't', TermUnit>;
  readonly defining: ReadonlySet<ParameterUnit>;
}

/**
 * Finds what the letters of a rule stand for: the first argument whose pattern has the letter says it, together
 * with all others of the same pattern.
 *
 * @param unitOf - The common unit of arguments of one pattern.
 */
export function lettersOf(
  rule: BuiltinUnits,
  time: Dimension | undefined,
  args: readonly Expression[],
  unitOf: (group: readonly Expression[], pattern: UnitPattern) => TermUnit,
): CallLetters {
  const units = new Map<'u' | 'v' | 't', TermUnit>([['t', known(time)]]);
  const defining = new Set<ParameterUnit>();
  for (const letter of ['u', 'v'] as const) {
    const parameter = args
      .map((_, at) => parameterAt(rule, at))
      .find((one) => isPattern(one) && one.has(letter));
    if (parameter === undefined || !isPattern(parameter)) continue;
    const group = args.filter((_, at) => parameterAt(rule, at) === parameter);
    defining.add(parameter);
    units.set(letter, solve(parameter, letter, unitOf(group, parameter), units));
  }
  return { units, defining };
}

/** Whether a rule asks for a unit here. */
export function isPattern(parameter: ParameterUnit | undefined): parameter is UnitPattern {
  return parameter !== undefined && parameter !== 'any' && parameter !== 'condition';
}

/** The unit that a pattern stands for. */
export function instance(pattern: UnitPattern, letters: CallLetters['units']): TermUnit {
  let dimension = DIMENSIONLESS_DIMENSION;
  let number = false;
  for (const [letter, power] of pattern) {
    const unit = letters.get(letter) ?? UNKNOWN;
    const factor = factorOf(unit);
    if (factor === undefined) return UNKNOWN;
    number ||= unit.kind === 'number';
    dimension = combine(dimension, factor, power);
  }
  // Numbers alone take any unit, even where the rule adds the time unit.
  return number &&
    [...pattern.keys()].every((letter) => letter === 't' || letters.get(letter)?.kind === 'number')
    ? NUMBER
    : known(dimension);
}

/** What a letter stands for, given the unit of an argument with this pattern. */
export function solve(
  pattern: UnitPattern,
  letter: 'u' | 'v',
  unit: TermUnit,
  letters: CallLetters['units'],
): TermUnit {
  if (unit.kind !== 'known') return unit;
  let rest = unit.dimension;
  for (const [other, power] of pattern) {
    if (other === letter) continue;
    const factor = factorOf(letters.get(other) ?? UNKNOWN);
    if (factor === undefined) return UNKNOWN;
    rest = combine(rest, factor, -power);
  }
  const own = raise(rest, 1 / (pattern.get(letter) ?? 1));
  return isWhole(own) ? known(own) : UNKNOWN;
}

function asked(name: string, pattern: UnitPattern, at: number): string {
  if (pattern.size === 0)
    return at === 0
      ? `${name} takes numbers without unit`
      : `${name} takes a number without unit as its ${ordinal(at)} argument`;
  const only = pattern.size === 1 && pattern.get('t') === 1;
  return only
    ? `${name} takes a time as its ${ordinal(at)} argument`
    : `${name} takes the unit of its other arguments as its ${ordinal(at)} argument`;
}

function ordinal(at: number): string {
  return ORDINALS[at] ?? `${at + 1}th`;
}
