import type {
  BinaryOperator,
  BuiltinName,
  CanonicalName,
  Diagnostic,
  Expression,
  SourceText,
} from '@weir/model';
import { BUILTINS, builtinNamed, placeOf } from '@weir/model';
import type { EngineCode } from '../engine-codes.js';
import type { BinaryOp, Node, PureBuiltin, Slot } from './program.js';
import { selectNode } from './select-node.js';

/** What lowering an expression may ask and tell. Belongs to the lowering of one model. */
export interface Surroundings {
  readonly source: SourceText;
  /** Name of the variable whose equation this is, as shown to people. */
  readonly owner: string;
  /** How many denominators of SAFEDIV, one in the other, this expression stands in; 0 where absent. */
  readonly denominators?: number;
  slotNamed(key: CanonicalName): Slot | undefined;
  /** Position of a graphical function that is called by this name. */
  tableNamed(key: CanonicalName): number | undefined;
  /** Makes the hidden variable of `INIT(argument)`. */
  settledAtStart(argument: Node, call: Expression): Slot;
  report(diagnostic: Diagnostic): void;
}

const OPERATION: Readonly<Record<BinaryOperator, BinaryOp>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '^': 'power',
  mod: 'modulo',
  '<': 'less',
  '<=': 'less-equal',
  '>': 'greater',
  '>=': 'greater-equal',
  '=': 'equal',
  '<>': 'unequal',
  and: 'and',
  or: 'or',
};

/** Most denominators of SAFEDIV one in the other: each is read twice, so the work doubles with each. */
const MOST_DENOMINATORS = 8;

const constant = (value: number): Node => ({ kind: 'constant', value });

/**
 * Lowers an equation: names become slots, and every operation stays where it was written.
 *
 * @errors lower-nested-safediv; where the model was not resolved, lower-unknown-name, lower-unknown-function and
 * lower-arguments.
 */
export function lowerExpression(expression: Expression, around: Surroundings): Node {
  const lower = (part: Expression): Node => lowerExpression(part, around);
  switch (expression.kind) {
    case 'number':
      return constant(expression.value);
    case 'name': {
      const slot = around.slotNamed(expression.key);
      if (slot !== undefined) return { kind: 'slot', slot };
      const builtin = builtinNamed(expression.key);
      if (builtin !== undefined) return lowerBuiltin(builtin, [], expression, around);
      return refuse(
        'lower-unknown-name',
        `There is no variable \`${expression.written}\`.`,
        expression,
        around,
      );
    }
    case 'unary':
      if (expression.operator === '+') return lower(expression.operand);
      return { kind: expression.operator === '-' ? 'negate' : 'not', operand: lower(expression.operand) };
    case 'binary': {
      const op = OPERATION[expression.operator];
      return { kind: 'binary', op, left: lower(expression.left), right: lower(expression.right) };
    }
    case 'if':
      return selectNode(lower(expression.condition), lower(expression.then), lower(expression.otherwise));
    case 'call': {
      const builtin = builtinNamed(expression.key);
      const inside = builtin === 'safediv' ? (around.denominators ?? 0) + 1 : 0;
      if (inside > MOST_DENOMINATORS) {
        const message = `SAFEDIV stands in the denominators of ${MOST_DENOMINATORS} others.`;
        return refuse('lower-nested-safediv', message, expression, around);
      }
      const operands = expression.arguments.map((part, index) =>
        inside > 0 && index === 1 ? lowerExpression(part, { ...around, denominators: inside }) : lower(part),
      );
      if (builtin !== undefined) return lowerBuiltin(builtin, operands, expression, around);
      const table = around.tableNamed(expression.key);
      const [argument] = operands;
      if (table === undefined) {
        const message = `There is no function \`${expression.written}\`.`;
        return refuse('lower-unknown-function', message, expression, around);
      }
      if (argument === undefined || operands.length > 1) {
        const message = `\`${expression.written}\` takes one argument, not ${operands.length}.`;
        return refuse('lower-arguments', message, expression, around);
      }
      return { kind: 'lookup', table, argument };
    }
  }
}

function lowerBuiltin(
  name: BuiltinName,
  operands: readonly Node[],
  call: Expression,
  around: Surroundings,
): Node {
  const { arity, usage } = BUILTINS[name];
  if (operands.length < arity[0] || operands.length > arity[1]) {
    const message = `\`${usage}\` was given ${operands.length} arguments.`;
    return refuse('lower-arguments', message, call, around);
  }
  // The arity is checked: the defaults below are never used.
  const [first = constant(Number.NaN), second = constant(Number.NaN), third = constant(0)] = operands;
  switch (name) {
    case 'time':
    case 'dt':
      return { kind: 'clock', quantity: name };
    case 'starttime':
      return { kind: 'clock', quantity: 'start' };
    case 'stoptime':
      return { kind: 'clock', quantity: 'stop' };
    case 'inf':
      return constant(Number.POSITIVE_INFINITY);
    case 'pi':
      return constant(Math.PI);
    case 'init':
      return { kind: 'slot', slot: around.settledAtStart(first, call) };
    case 'safediv': {
      const meetsZero: Node = { kind: 'binary', op: 'equal', left: second, right: constant(0) };
      return selectNode(meetsZero, third, { kind: 'binary', op: 'divide', left: first, right: second });
    }
    case 'step':
    case 'ramp':
    case 'pulse':
      return { kind: 'input', name, arguments: operands };
    default:
      return pure(name, operands);
  }
}

const pure = (name: PureBuiltin, operands: readonly Node[]): Node => ({
  kind: 'builtin',
  name,
  arguments: operands,
});

function refuse(code: EngineCode, message: string, { span }: Expression, around: Surroundings): Node {
  const { source, owner } = around;
  around.report({ code, severity: 'error', message, place: placeOf(source, span), variable: owner });
  return constant(Number.NaN);
}
