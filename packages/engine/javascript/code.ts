import type { BuiltinName } from '@weir/model';
import type { RuntimeFunction } from '../builtins/runtime.js';
import type { ClockQuantity } from '../lower/program.js';

/**
 * A piece of JavaScript made by the functions of this file: an expression that stands on its own
 * (parenthesised where that matters). Text from models never becomes code: only slots, numbers and the
 * fixed words below do.
 */
export type Code = string & { readonly __brand: 'Code' };

/** Operators of generated code. */
export type InfixOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '<'
  | '<='
  | '>'
  | '>='
  | '==='
  | '!=='
  | '&&'
  | '||';

/** Functions of `Math` that generated code may call. */
export type MathFunction =
  | 'abs'
  | 'acos'
  | 'asin'
  | 'atan'
  | 'cos'
  | 'cosh'
  | 'exp'
  | 'floor'
  | 'log'
  | 'log10'
  | 'max'
  | 'min'
  | 'pow'
  | 'sin'
  | 'sinh'
  | 'sqrt'
  | 'tan'
  | 'tanh'
  | 'trunc';

/** Fixed words of generated functions: parameters and the variables of their loops. */
export type Word =
  | 'values'
  | 'given'
  | 'start'
  | 'stop'
  | 'dt'
  | 'seed'
  | 'step'
  | 'steps'
  | 'time'
  | 'k'
  | 'h'
  | 'weight'
  | 'part'
  | 'stage';

/** Kinds of local variables; each is followed by a number, such as `t12`. */
export type LocalKind = 't' | 'c' | 's' | 'n' | 'y' | 'r' | 'v' | 'sum' | 'table';

// The brand is given here and nowhere else.
const code = (text: string): Code => text as Code;

/** A number that reads back as the same double, -0, infinities and NaN included. */
export function numberCode(value: number): Code {
  if (Object.is(value, -0)) return code('(-0)');
  return code(value < 0 ? `(${value})` : String(value));
}

/** A fixed word. */
export const word = (text: Word): Code => code(text);

/** The variable that holds a quantity of the clock. */
export const clockWord = (quantity: ClockQuantity): Code => word(quantity === 'step' ? 'k' : quantity);

/** A local variable. */
export const local = (kind: LocalKind, index: number): Code => code(`${kind}${index}`);

/** An element of one of the arrays a generated function receives. */
export const element = (
  array:
    | 'values'
    | 'given'
    | 'tables'
    | 'base'
    | 'rate'
    | 'sum'
    | 'pending'
    | 'memory'
    | 'state'
    | 'fixed'
    | 'work',
  index: number,
): Code => code(`${array}[${index}]`);

/** `(left operator right)`. */
export const infix = (operator: InfixOperator, left: Code, right: Code): Code =>
  code(`(${left} ${operator} ${right})`);

/** `(target = value)`. */
export const assigned = (target: Code, value: Code): Code => code(`(${target} = ${value})`);

/** What comes out of a pure delay after a step: `line.shift(k, value)`. */
export const shifted = (line: Code, value: Code): Code => code(`${line}.shift(k, ${value})`);

/** `(-operand)`. */
export const negative = (operand: Code): Code => code(`(-${operand})`);

/** `(condition ? then : otherwise)`. */
export const choice = (condition: Code, then: Code, otherwise: Code): Code =>
  code(`(${condition} ? ${then} : ${otherwise})`);

/** `Math.name(...)`. */
export const mathCall = (name: MathFunction, ...operands: readonly Code[]): Code =>
  code(`Math.${name}(${operands.join(', ')})`);

/** Terms of one operator, from left to right: `(a + b + c)`. */
export const chain = (operator: '+' | '*', terms: readonly Code[]): Code =>
  code(`(${terms.join(` ${operator} `)})`);

/** An array of values. */
export const list = (items: readonly Code[]): Code => code(`[${items.join(', ')}]`);

/** A text of the engine's own: the name of a built-in. */
export const builtinText = (name: BuiltinName): Code => code(`'${name}'`);

/** A call of a function handed to the generated code. */
export const runtimeCall = (name: RuntimeFunction, ...operands: readonly Code[]): Code =>
  code(`${name}(${operands.join(', ')})`);
