/**
 * A piece of JavaScript made by the functions of this file: an expression that stands on its own
 * (parenthesised where that matters). Text from models never becomes code: only slots, numbers and the
 * fixed words below do.
 */
export type Code = string & { readonly __brand: 'Code' };

/** Operators of generated code. */
export type InfixOperator = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '===' | '!==' | '&&' | '||';

/** Functions of `Math` that generated code may call. */
export type MathFunction =
  | 'abs'
  | 'acos'
  | 'asin'
  | 'atan'
  | 'cos'
  | 'exp'
  | 'floor'
  | 'log'
  | 'log10'
  | 'max'
  | 'min'
  | 'pow'
  | 'sin'
  | 'sqrt'
  | 'tan';

/** Functions handed to generated code, by the names of {@link RuntimeFunctions}. */
export type RuntimeFunction = 'lookUp' | 'modulo' | 'stepInput' | 'rampInput' | 'pulseInput';

/** Fixed words of generated functions: parameters and the variables of their loops. */
export type Word =
  | 'values'
  | 'given'
  | 'start'
  | 'stop'
  | 'dt'
  | 'step'
  | 'steps'
  | 'time'
  | 'k'
  | 'h'
  | 'weight'
  | 'sixth';

/** Kinds of local variables; each is followed by a number, such as `t12`. */
export type LocalKind = 't' | 'c' | 's' | 'n' | 'y' | 'r' | 'sum' | 'table';

// The brand is given here and nowhere else.
const code = (text: string): Code => text as Code;

/** A number that reads back as the same double, -0, infinities and NaN included. */
export function numberCode(value: number): Code {
  if (Object.is(value, -0)) return code('(-0)');
  return code(value < 0 ? `(${value})` : String(value));
}

/** A fixed word. */
export const word = (text: Word): Code => code(text);

/** A local variable. */
export const local = (kind: LocalKind, index: number): Code => code(`${kind}${index}`);

/** An element of one of the arrays a generated function receives. */
export const element = (
  array: 'values' | 'given' | 'tables' | 'base' | 'rate' | 'sum',
  index: number,
): Code => code(`${array}[${index}]`);

/** `(left operator right)`. */
export const infix = (operator: InfixOperator, left: Code, right: Code): Code =>
  code(`(${left} ${operator} ${right})`);

/** `(-operand)`. */
export const negative = (operand: Code): Code => code(`(-${operand})`);

/** `(condition ? then : otherwise)`. */
export const choice = (condition: Code, then: Code, otherwise: Code): Code =>
  code(`(${condition} ? ${then} : ${otherwise})`);

/** `Math.name(...)`. */
export const mathCall = (name: MathFunction, ...operands: readonly Code[]): Code =>
  code(`Math.${name}(${operands.join(', ')})`);

/** A call of a function handed to the generated code. */
export const runtimeCall = (name: RuntimeFunction, ...operands: readonly Code[]): Code =>
  code(`${name}(${operands.join(', ')})`);
