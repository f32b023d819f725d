import { builtinNamed } from '../equation/builtin-signature.js';
import type { Expression, WrittenExpression } from '../equation/expression.js';
import { canonicalName } from '../names/canonical-name.js';
import type { Around } from './around.js';
import { flattenElement, flattenName, variableNamed } from './references.js';
import type { ScopedVariable } from './scope.js';

/**
 * A call of a graphical function by its name; of that of the owner's element where it is an array.
 *
 * @returns `undefined` where the name is no graphical function.
 * @source OASIS XMILE 1.0, 3.1.4.
 */
export function flattenGraphCall(
  call: Extract<WrittenExpression, { kind: 'call' }>,
  around: Around,
): Expression | undefined {
  const variable = variableNamed(around, call);
  if (variable === undefined) return undefined;
  if (!hasGraph(variable)) {
    if (variable.key === call.key && variable.dimensions.length === 0) return undefined;
    around.services.reporter.error(
      'not-a-function',
      call.span,
      `\`${variable.variable.name}\` is a variable, not a function.`,
      { variable: around.owner.variable, hint: `To multiply, write \`${call.written} * (...)\`.` },
    );
    return { kind: 'number', value: 0, span: call.span };
  }
  const graph = flattenName({ kind: 'name', written: call.written, key: call.key, span: call.span }, around);
  const operands = call.arguments.map((argument) => around.services.flatten(argument, around));
  if (graph.kind !== 'name') return graph;
  if (builtinNamed(graph.key) !== undefined)
    return {
      kind: 'call',
      written: 'LOOKUP',
      key: canonicalName('lookup'),
      arguments: [graph, ...operands],
      span: call.span,
    };
  return { kind: 'call', written: graph.written, key: graph.key, arguments: operands, span: call.span };
}

function hasGraph({ variable }: ScopedVariable): boolean {
  return variable.kind === 'graphical' || variable.parts.some(({ graph }) => graph !== undefined);
}

/**
 * The graphical function that the first argument of LOOKUP names; an unknown name stays as it is.
 *
 * @errors not-a-function.
 */
export function graphArgument(argument: WrittenExpression, around: Around): Expression {
  const isName = argument.kind === 'name' || argument.kind === 'element';
  const variable = isName ? variableNamed(around, argument) : undefined;
  if (isName && (variable === undefined || hasGraph(variable)))
    return argument.kind === 'name' ? flattenName(argument, around) : flattenElement(argument, around);
  const what = variable === undefined ? 'This' : `\`${variable.variable.name}\``;
  around.services.reporter.error('not-a-function', argument.span, `${what} is no graphical function.`, {
    variable: around.owner.variable,
    hint: 'The first argument of LOOKUP names a graphical function.',
  });
  return { kind: 'number', value: 0, span: argument.span };
}
