import type { WrittenExpression } from '../../equation/expression.js';
import { subexpressions } from '../../equation/subexpressions.js';
import type { ModelFile, WrittenVariable } from '../../model-file.js';
import type { CanonicalName } from '../../names/canonical-name.js';

/** Functions of arrays that XMILE has under the same name and with the same meaning. */
const OF_ARRAYS: ReadonlySet<string> = new Set(['sum', 'mean', 'min', 'max', 'stddev']);

/**
 * Whether the one equation of a variable says in XMILE what it says in Vensim, so that it need not be taken apart
 * element by element: no exceptions, subranges, mappings or lists, and every subscript either an element or a whole
 * dimension of the array it stands in.
 */
export function isDirect(file: ModelFile, variable: WrittenVariable, others: Variables): boolean {
  const [part, second] = variable.parts;
  if (part === undefined || second !== undefined) return false;
  if (part.except.length > 0 || part.list !== undefined) return false;
  const whole = part.subscripts.every((key, index) => key === variable.dimensions[index]);
  if (!whole) return false;
  return [part.expression, part.initial].every(
    (expression) => expression === undefined || isDirectExpression(file, variable, others, expression),
  );
}

/** Variables of a model by key. */
export type Variables = ReadonlyMap<CanonicalName, WrittenVariable>;

function isDirectExpression(
  file: ModelFile,
  owner: WrittenVariable,
  others: Variables,
  expression: WrittenExpression,
): boolean {
  const slicesInCalls = new Set(
    subexpressions(expression).flatMap((node) =>
      node.kind === 'call' && OF_ARRAYS.has(node.key) && node.arguments.length === 1 ? node.arguments : [],
    ),
  );
  // Names in subscripts are looked at with the array they stand in.
  const inSubscripts = new Set(
    subexpressions(expression).flatMap((node) =>
      node.kind === 'element'
        ? node.subscripts.flatMap((subscript) =>
            subscript.kind === 'expression' ? [subscript.expression] : [],
          )
        : [],
    ),
  );
  return subexpressions(expression).every((node) => {
    if (inSubscripts.has(node) && node.kind === 'name') return true;
    if (node.kind === 'transpose') return false;
    // A dimension or an element by itself stands for a position.
    if (node.kind === 'name') return others.has(node.key) || !isSubscript(file, node.key);
    if (node.kind !== 'element') return true;
    const array = others.get(node.key);
    if (array === undefined || array.dimensions.length !== node.subscripts.length) return false;
    return node.subscripts.every((subscript, index) => {
      const dimension = array.dimensions[index];
      if (subscript.kind === 'all')
        return slicesInCalls.has(node) && (subscript.of === undefined || subscript.of === dimension);
      if (subscript.kind !== 'expression' || subscript.expression.kind !== 'name') return false;
      const { key } = subscript.expression;
      const isOwners = key === dimension && owner.dimensions.filter((own) => own === key).length === 1;
      return isOwners || hasElement(file, dimension, key);
    });
  });
}

function isSubscript(file: ModelFile, key: CanonicalName): boolean {
  return (
    file.dimensions.has(key) ||
    [...file.dimensions.keys()].some((dimension) => hasElement(file, dimension, key))
  );
}

function hasElement(file: ModelFile, dimension: CanonicalName | undefined, key: CanonicalName): boolean {
  if (dimension === undefined || file.dimensions.has(key)) return false;
  return file.dimensions.get(dimension)?.elements.some((element) => element.key === key) === true;
}
