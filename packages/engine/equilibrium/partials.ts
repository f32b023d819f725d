import type { NodeId } from '../javascript/graph.js';
import type { PureBuiltin } from '../lower/program.js';
import type { Calculus } from './calculus.js';

/** A call of a built-in whose derivative is wanted. */
export interface Call {
  readonly name: PureBuiltin;
  readonly operands: readonly NodeId[];
  /** The value of the call itself. */
  readonly value: NodeId;
}

/**
 * Derivative of a call with respect to one of its operands, as a node.
 *
 * @param position - Of the operand, from 0.
 */
export type PartialRule = (calculus: Calculus, call: Call, position: number) => NodeId;

/** How the derivative of a built-in is found. */
export type PartialKind =
  /** Piecewise constant: 0 wherever it has a derivative. */
  | 'flat'
  /** The operand that is the value, as with MAX: its derivative is that of the active operand. */
  | 'active'
  /** A quotient, or the third operand (0 where absent) where the denominator is 0, or too small. */
  | 'quotient unless 0'
  | 'quotient unless small'
  /** One of the operands, or a measure of them all, by central differences; those that do not bear count for nothing. */
  | 'differences'
  | PartialRule;

/** Relative step of central differences: the cube root of the rounding of a double. */
const STEP = 2 ** -17;

/** Central difference, for built-ins whose derivative has no short form. */
export const difference: PartialRule = (calculus, { name, operands }, position) => {
  const at = operandAt(operands, position);
  const step = calculus.multiply(
    calculus.constant(STEP),
    calculus.call('max', calculus.call('abs', at), calculus.constant(1)),
  );
  const shifted = (to: NodeId): NodeId =>
    calculus.call(name, ...operands.map((operand, index) => (index === position ? to : operand)));
  const [above, below] = [calculus.add(at, step), calculus.subtract(at, step)];
  return calculus.divide(calculus.subtract(shifted(above), shifted(below)), calculus.subtract(above, below));
};

/** A rule for built-ins of one operand. */
const ofOne =
  (rule: (calculus: Calculus, x: NodeId, value: NodeId) => NodeId): PartialRule =>
  (calculus, { operands, value }) =>
    rule(calculus, operandAt(operands, 0), value);

const one = (calculus: Calculus): NodeId => calculus.constant(1);
const square = (calculus: Calculus, x: NodeId): NodeId => calculus.multiply(x, x);
const reciprocal = (calculus: Calculus, x: NodeId): NodeId => calculus.divide(one(calculus), x);

/** 1 / sqrt(1 - x^2). */
const arc = (calculus: Calculus, x: NodeId): NodeId =>
  reciprocal(calculus, calculus.call('sqrt', calculus.subtract(one(calculus), square(calculus, x))));

/** Denominators closer to 0 than this count as 0 in ZIDZ and XIDZ. */
const SMALLEST_DENOMINATOR = 1e-6;

/** Whether a quotient of these operands is replaced by its third, as 1 or 0. */
export function isReplaced(
  calculus: Calculus,
  kind: 'quotient unless 0' | 'quotient unless small',
  denominator: NodeId,
): NodeId {
  if (kind === 'quotient unless 0') return calculus.compare('equal', denominator, calculus.constant(0));
  const size = calculus.call('abs', denominator);
  return calculus.compare('less', size, calculus.constant(SMALLEST_DENOMINATOR));
}

/** a^b; the exponent's part is left out where it does not move, so that a negative base does no harm. */
export const powerPartial: PartialRule = (calculus, { operands, value }, position) => {
  const [base, exponent] = [operandAt(operands, 0), operandAt(operands, 1)];
  if (position === 1) return calculus.multiply(value, calculus.call('ln', base));
  const known = calculus.constantOf(exponent);
  const lowered =
    known === undefined ? calculus.subtract(exponent, one(calculus)) : calculus.constant(known - 1);
  return calculus.multiply(
    exponent,
    calculus.constantOf(lowered) === 1 ? base : calculus.power(base, lowered),
  );
};

/**
 * Derivatives of every built-in that lowering keeps. At a kink they are those of one side; where a function is
 * not differentiable at all, such as at the end of an arc, they are not finite.
 *
 * @source Elementary calculus; difference quotients where there is no short form.
 */
export const PARTIALS: Readonly<Record<PureBuiltin, PartialKind>> = {
  abs: ofOne((calculus, x) =>
    calculus.select(calculus.compare('less', x, calculus.constant(0)), calculus.constant(-1), one(calculus)),
  ),
  allocate_by_priority: 'differences',
  arccos: ofOne((calculus, x) => calculus.negate(arc(calculus, x))),
  arcsin: ofOne(arc),
  arctan: ofOne((calculus, x) => reciprocal(calculus, calculus.add(one(calculus), square(calculus, x)))),
  cos: ofOne((calculus, x) => calculus.negate(calculus.call('sin', x))),
  cosh: ofOne((calculus, x) => calculus.call('sinh', x)),
  element_at: 'differences',
  exp: ofOne((_, __, value) => value),
  gamma_ln: 'differences',
  int: 'flat',
  integer: 'flat',
  invert_matrix: 'differences',
  ln: ofOne(reciprocal),
  log: (calculus, { operands, value }, position) => {
    const [x, base] = [operandAt(operands, 0), operandAt(operands, 1)];
    const perBase = calculus.call('ln', base);
    if (position === 0) return reciprocal(calculus, calculus.multiply(x, perBase));
    return calculus.negate(calculus.divide(value, calculus.multiply(base, perBase)));
  },
  log10: ofOne((calculus, x) => reciprocal(calculus, calculus.multiply(x, calculus.constant(Math.LN10)))),
  max: 'active',
  mean: (calculus, { operands }) => calculus.constant(1 / operands.length),
  min: 'active',
  modulo: (calculus, { operands }, position) => {
    if (position === 0) return one(calculus);
    const [dividend, divisor] = [operandAt(operands, 0), operandAt(operands, 1)];
    return calculus.negate(calculus.call('integer', calculus.divide(dividend, divisor)));
  },
  power: powerPartial,
  prod: (calculus, { operands }, position) =>
    operands
      .filter((_, index) => index !== position)
      .reduce((product, operand) => calculus.multiply(product, operand), one(calculus)),
  quantum: (calculus, { operands }, position) => {
    const [x, step] = [operandAt(operands, 0), operandAt(operands, 1)];
    const zero = calculus.constant(0);
    const rounds = calculus.compare('less', zero, step);
    if (position === 0) return calculus.select(rounds, zero, one(calculus));
    return calculus.select(rounds, calculus.call('integer', calculus.divide(x, step)), zero);
  },
  rank: 'flat',
  rank_with_ties: 'flat',
  safediv: 'quotient unless 0',
  sin: ofOne((calculus, x) => calculus.call('cos', x)),
  sinh: ofOne((calculus, x) => calculus.call('cosh', x)),
  sqrt: ofOne((calculus, _, value) => calculus.divide(calculus.constant(0.5), value)),
  stddev: 'differences',
  sum: (calculus) => one(calculus),
  tan: ofOne((calculus, _, value) => calculus.add(one(calculus), square(calculus, value))),
  tanh: ofOne((calculus, _, value) => calculus.subtract(one(calculus), square(calculus, value))),
  vector_elm_map: 'differences',
  vector_rank: 'flat',
  vector_select: 'differences',
  vector_sort_order: 'flat',
  xidz: 'quotient unless small',
  zidz: 'quotient unless small',
};

function operandAt(operands: readonly NodeId[], position: number): NodeId {
  const operand = operands[position];
  if (operand === undefined) throw new RangeError(`a call has no operand ${position}`);
  return operand;
}
