import type { BuiltinName, CanonicalName, Diagnostic, Expression, SourceText } from '@weir/model';
import { BUILTINS, builtinNamed, placeOf } from '@weir/model';
import type { EngineCode } from '../engine-codes.js';
import { RANDOM_ROWS, type RandomBuiltin } from '../random/random-table.js';
import type { RandomSite } from '../random/stream.js';
import { OPERATION } from './operation.js';
import type { Node, Slot } from './program.js';
import { selectNode } from './select-node.js';

/** How a table is read: by its own type, or as a call asks. */
export type TableReading = 'own' | 'extrapolate' | 'backward' | 'forward';

/** What lowering an expression may ask and tell. Belongs to the lowering of one equation. */
export interface Surroundings {
  readonly source: SourceText;
  /** Name of the variable whose equation this is, as shown to people. */
  readonly owner: string;
  slotNamed(key: CanonicalName): Slot | undefined;
  /** Position of the table of a graphical function by this name, made to be read like this. */
  tableNamed(key: CanonicalName, reading: TableReading): number | undefined;
  /** Makes the hidden variable of `INIT(argument)`. */
  settledAtStart(argument: Node, call: Expression): Slot;
  /** The site of the next random call of this equation. */
  nextSite(): RandomSite;
  report(diagnostic: Diagnostic): void;
}

const constant = (value: number): Node => ({ kind: 'constant', value });

/**
 * Lowers an equation: names become slots, and every operation stays where it was written. Its height is limited
 * by the parser.
 *
 * @errors lower-lookup, lower-self; where the model was not resolved, lower-unknown-name, lower-unknown-function and
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
      const reading = builtin === undefined ? undefined : READINGS.get(builtin);
      if (reading !== undefined) return lowerLookup(expression, reading, around);
      if (builtin !== undefined) {
        return lowerBuiltin(builtin, expression.arguments.map(lower), expression, around);
      }
      const [argument] = expression.arguments;
      const table = around.tableNamed(expression.key, 'own');
      if (table === undefined) {
        const message = `There is no function \`${expression.written}\`.`;
        return refuse('lower-unknown-function', message, expression, around);
      }
      if (argument === undefined || expression.arguments.length > 1) {
        const message = `\`${expression.written}\` takes one argument, not ${expression.arguments.length}.`;
        return refuse('lower-arguments', message, expression, around);
      }
      return { kind: 'lookup', table, argument: lower(argument) };
    }
  }
}

/** Built-ins that read a graphical function named by their first argument. */
const READINGS: ReadonlyMap<BuiltinName, TableReading> = new Map<BuiltinName, TableReading>([
  ['lookup', 'own'],
  ['lookup_extrapolate', 'extrapolate'],
  ['lookup_backward', 'backward'],
  ['lookup_forward', 'forward'],
]);

function lowerLookup(
  call: Extract<Expression, { kind: 'call' }>,
  reading: TableReading,
  around: Surroundings,
): Node {
  const [graph, input] = call.arguments;
  if (graph === undefined || input === undefined || call.arguments.length > 2) {
    const message = `\`${call.written}\` takes two arguments, not ${call.arguments.length}.`;
    return refuse('lower-arguments', message, call, around);
  }
  const table = graph.kind === 'name' ? around.tableNamed(graph.key, reading) : undefined;
  if (table === undefined) {
    const message = `The first argument of \`${call.written}\` must be the name of a graphical function.`;
    return refuse('lower-lookup', message, graph, around);
  }
  const at = lowerExpression(input, around);
  // The next point above is the next point below in the mirror.
  return { kind: 'lookup', table, argument: reading === 'forward' ? { kind: 'negate', operand: at } : at };
}

function lowerBuiltin(
  name: BuiltinName,
  operands: readonly Node[],
  call: Expression,
  around: Surroundings,
): Node {
  const { arity, usage } = BUILTINS[name];
  if (operands.length < arity[0] || operands.length > arity[1] || !isShape(name, operands.length)) {
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
    case 'size':
      return constant(operands.length);
    case 'game':
      return first;
    case 'init':
      return { kind: 'slot', slot: around.settledAtStart(first, call) };
    case 'if_then_else':
      return selectNode(first, second, third);
    case 'self':
      return refuse('lower-self', 'SELF can stand in PREVIOUS only.', call, around);
    case 'step':
    case 'ramp':
    case 'pulse':
    case 'pulse_train':
    case 'vensim_pulse':
    case 'vensim_ramp':
      return { kind: 'input', name, arguments: operands };
    case 'lookup':
    case 'lookup_backward':
    case 'lookup_extrapolate':
    case 'lookup_forward':
    case 'delay':
    case 'delay_fixed':
    case 'delay1':
    case 'delay3':
    case 'delayn':
    case 'forcst':
    case 'smth1':
    case 'smth3':
    case 'smthn':
    case 'trend':
    case 'vensim_delayn':
    case 'previous':
    case 'sample_if_true':
      throw new Error(`${name} was not expanded`);
    default:
      return isRandom(name)
        ? { kind: 'random', name, site: around.nextSite(), arguments: operands }
        : { kind: 'builtin', name, arguments: operands };
  }
}

const isRandom = (name: BuiltinName): name is RandomBuiltin => Object.hasOwn(RANDOM_ROWS, name);

/** Whether a function over several lists, or over a matrix, can divide its arguments. */
function isShape(name: BuiltinName, count: number): boolean {
  switch (name) {
    case 'vector_select':
      return count % 2 === 0;
    case 'allocate_by_priority':
    case 'rank_with_ties':
      return count % 2 === 1;
    case 'invert_matrix':
      return Number.isInteger(Math.sqrt(count - 2));
    default:
      return true;
  }
}

function refuse(code: EngineCode, message: string, { span }: Expression, around: Surroundings): Node {
  const { source, owner } = around;
  around.report({ code, severity: 'error', message, place: placeOf(source, span), variable: owner });
  return constant(Number.NaN);
}
