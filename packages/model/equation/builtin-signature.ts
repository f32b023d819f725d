/** What the language knows of a built-in: how it is called and what it means. How it is computed stands in the engine. */
export interface BuiltinSignature {
  /** Fewest and most arguments. */
  readonly arity: readonly [least: number, most: number];
  /** `standard` where XMILE 1.0 defines it, `extension` where it does not. */
  readonly origin: 'standard' | 'extension';
  /** Section of XMILE 1.0, or the tool that defines the extension. */
  readonly section: string;
  /** Parameters as a reader of the manual would write them. */
  readonly usage: string;
  readonly meaning: string;
  /**
   * How units pass through: `same` = all unit-bearing arguments share the result's unit;
   * `plain` = dimensionless in and out; `time` = the time unit; `any` = constants without a unit of their own;
   * `root` = square root of the argument's unit; `step`, `ramp`, `pulse`, `init`, `divide` = as the function's meaning says.
   */
  readonly unitRule:
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
    | 'divide';
}

const standard = (
  section: string,
  arity: readonly [number, number],
  unitRule: BuiltinSignature['unitRule'],
  usage: string,
  meaning: string,
) => ({ arity, origin: 'standard', section, usage, meaning, unitRule }) satisfies BuiltinSignature;
const extension = (
  section: string,
  arity: readonly [number, number],
  unitRule: BuiltinSignature['unitRule'],
  usage: string,
  meaning: string,
) => ({ arity, origin: 'extension', section, usage, meaning, unitRule }) satisfies BuiltinSignature;

/**
 * Every built-in of the equation language, by canonical name: the one place where its name, arity,
 * meaning and unit rule stand. The engine keys its implementations by the same names, so a row without
 * one does not compile.
 *
 * @source OASIS XMILE 1.0, 3.5.
 */
export const BUILTINS = {
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
  max: standard('3.5.1', [2, 2], 'same', 'MAX(x, y)', 'the larger of x and y'),
  min: standard('3.5.1', [2, 2], 'same', 'MIN(x, y)', 'the smaller of x and y'),
  pi: standard('3.5.1', [0, 0], 'one', 'PI', 'ratio of a circle to its diameter'),
  sin: standard('3.5.1', [1, 1], 'plain', 'SIN(x)', 'sine of x radians'),
  sqrt: standard('3.5.1', [1, 1], 'root', 'SQRT(x)', 'square root of x >= 0'),
  tan: standard('3.5.1', [1, 1], 'plain', 'TAN(x)', 'tangent of x radians'),
  pulse: standard(
    '3.5.4',
    [2, 3],
    'pulse',
    'PULSE(magnitude, first[, interval])',
    'magnitude/DT for one DT at the first time and, with an interval above 0, again every interval',
  ),
  ramp: standard(
    '3.5.4',
    [2, 2],
    'ramp',
    'RAMP(slope, start)',
    '0 until start, then rising by slope per time unit',
  ),
  step: standard('3.5.4', [2, 2], 'step', 'STEP(height, start)', '0 before start, height from start on'),
  dt: standard('3.5.5', [0, 0], 'time', 'DT', 'the time step'),
  starttime: standard('3.5.5', [0, 0], 'time', 'STARTTIME', 'first time of the run'),
  stoptime: standard('3.5.5', [0, 0], 'time', 'STOPTIME', 'last time of the run'),
  time: standard('3.5.5', [0, 0], 'time', 'TIME', 'current time'),
  init: standard('3.5.6', [1, 1], 'init', 'INIT(x)', 'value of x at STARTTIME'),
  safediv: extension(
    'Stella',
    [2, 3],
    'divide',
    'SAFEDIV(n, d[, otherwise])',
    'n/d, or otherwise (0 unless given) where d is 0',
  ),
} as const;

/** Canonical name of a built-in. */
export type BuiltinName = keyof typeof BUILTINS;

/** The built-in of this canonical name, or `undefined`: safe against inherited keys. */
export function builtinNamed(key: string): BuiltinName | undefined {
  return Object.hasOwn(BUILTINS, key) ? (key as BuiltinName) : undefined;
}
