import { BUILTINS, builtinNamed } from '../equation/builtin-signature.js';
import type { Expression, WrittenExpression } from '../equation/expression.js';
import type { Around } from './around.js';
import { flattenArrayFunction } from './array-functions.js';
import type { BoundAxis } from './axis.js';
import { positionsOn } from './axis.js';
import { fold } from './fold.js';
import { flattenGraphCall, graphArgument } from './graph-call.js';
import { flattenElement, flattenName } from './references.js';
import { shapeOf } from './shape.js';

/** Built-ins whose first argument names a graphical function. */
const LOOKUPS: ReadonlySet<string> = new Set([
  'lookup',
  'lookup_extrapolate',
  'lookup_forward',
  'lookup_backward',
]);

/**
 * Turns an expression into one of a single value: for the element that its owner is, with no arrays in it.
 *
 * @source OASIS XMILE 1.0, 3.7.1.
 */
export function flatten(expression: WrittenExpression, around: Around): Expression {
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'name':
      return flattenName(expression, around);
    case 'element':
      return flattenElement(expression, around);
    case 'transpose':
      return flattenTransposed(expression, around);
    case 'unary':
      return { ...expression, operand: flatten(expression.operand, around) };
    case 'binary':
      return {
        ...expression,
        left: flatten(expression.left, around),
        right: flatten(expression.right, around),
      };
    case 'if':
      return flattenChoice(expression, around);
    case 'call':
      return flattenCall(expression, around);
  }
}

/**
 * A choice. In an array, a condition of positions alone (`IF Month > 1 THEN A[Month - 1] ELSE ...`) is settled here, so
 * that the other branch need not make sense for this element.
 */
function flattenChoice(choice: Extract<WrittenExpression, { kind: 'if' }>, around: Around): Expression {
  const condition = flatten(choice.condition, around);
  const settled = around.own.length > 0 ? fold(condition) : undefined;
  if (settled !== undefined) return flatten(settled !== 0 ? choice.then : choice.otherwise, around);
  return {
    ...choice,
    condition,
    // biome-ignore lint/suspicious/noThenProperty: a branch of the tree, never awaited
    then: flatten(choice.then, around),
    otherwise: flatten(choice.otherwise, around),
  };
}

function flattenCall(call: Extract<WrittenExpression, { kind: 'call' }>, around: Around): Expression {
  const { services } = around;
  const macro = services.file.macros.get(call.key);
  if (macro !== undefined) {
    const given = call.arguments.map((argument) => flatten(argument, around));
    return services.expandMacro(macro, given, around, call.span);
  }
  const builtin = builtinNamed(call.key);
  const reserved =
    builtin !== undefined && (services.file.dialect === 'vensim' || BUILTINS[builtin].origin === 'standard');
  if (!reserved) {
    const graph = flattenGraphCall(call, around);
    if (graph !== undefined) return graph;
  }
  const [first, ...rest] = call.arguments;
  if (first !== undefined && LOOKUPS.has(call.key)) {
    const graph = graphArgument(first, around);
    const operands = rest.map((argument) => flatten(argument, around));
    if (
      call.key === 'lookup' &&
      rest.length === 1 &&
      graph.kind === 'name' &&
      builtinNamed(graph.key) === undefined
    )
      return { kind: 'call', written: graph.written, key: graph.key, arguments: operands, span: call.span };
    return { ...call, arguments: [graph, ...operands] };
  }
  const overArrays = flattenArrayFunction(call, around);
  if (overArrays !== undefined) return overArrays;
  return { ...call, arguments: call.arguments.map((argument) => flatten(argument, around)) };
}

function flattenTransposed(
  { operand, span }: Extract<WrittenExpression, { kind: 'transpose' }>,
  around: Around,
): Expression {
  const shape = shapeOf(operand, { ...around, whole: true });
  if (shape === undefined) return { kind: 'number', value: 0, span };
  const positions = positionsOn(shape.toReversed(), around.axes, true);
  if (positions === undefined) {
    around.services.reporter.error(
      'array-shape',
      span,
      'The transposed array does not have the dimensions of this equation.',
      { variable: around.owner.variable, hint: 'Give it subscripts, such as `A[@2, @1]`.' },
    );
    return { kind: 'number', value: 0, span };
  }
  const axes = shape.map(
    (axis, place): BoundAxis => ({ ...axis, at: positions[shape.length - 1 - place] ?? 0 }),
  );
  return flatten(operand, { ...around, axes });
}
