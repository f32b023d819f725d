import type { Expression, WrittenExpression } from '../equation/expression.js';
import { canonicalName } from '../names/canonical-name.js';
import type { Around } from './around.js';
import { forEachCombination, sizeOf } from './array-index.js';
import type { Axis, BoundAxis } from './axis.js';
import { lookUp } from './scope.js';
import { reduces, shapeOf } from './shape.js';
import { flattenVectorFunction } from './vector-functions.js';

type CallNode = Extract<WrittenExpression, { kind: 'call' }>;

/** Canonical names of what Vensim calls otherwise. */
const SAME_AS: ReadonlyMap<string, string> = new Map([
  ['vmin', 'min'],
  ['vmax', 'max'],
]);

/**
 * A call of a function over arrays, with the elements written out: `SUM(A[*])` becomes `SUM(A[1], A[2], ...)`. Over an
 * expression, element meets element: `SUM(A[*] * B[*])` sums the products.
 *
 * @returns `undefined` where it is no such function, or none of its arguments is an array.
 * @errors array-shape, model-too-large.
 * @source OASIS XMILE 1.0, 3.7.1.3; Vensim, SUM and VMIN.
 */
export function flattenArrayFunction(call: CallNode, around: Around): Expression | undefined {
  const { key, arguments: given, span } = call;
  const [first, second, third] = given;
  const vector = flattenVectorFunction(call, around);
  if (vector !== undefined) return vector;
  if (key === 'size' || key === 'elmcount')
    return first === undefined || second !== undefined
      ? undefined
      : { kind: 'number', value: countOf(first, around), span };
  if (key === 'rank' && first !== undefined && second !== undefined) {
    const elements = termsOf(first, around);
    const ties = third === undefined ? [] : termsOf(third, around);
    const name = ties.length > 0 ? 'rank_with_ties' : 'rank';
    const place = around.services.flatten(second, around);
    return {
      ...call,
      written: call.written,
      key: canonicalName(name),
      arguments: [place, ...elements, ...ties],
    };
  }
  if (!reduces(key, given.length) && !mixesArrays(call, around)) return undefined;
  const canonical = SAME_AS.get(key);
  return {
    ...call,
    ...(canonical === undefined ? {} : { written: canonical.toUpperCase(), key: canonicalName(canonical) }),
    arguments: given.flatMap((argument) => termsOf(argument, around)),
  };
}

/** Whether a MIN or MAX of several arguments is one over arrays: outside of any other, where one of them stays whole. */
function mixesArrays({ key, arguments: given }: CallNode, around: Around): boolean {
  if ((key !== 'min' && key !== 'max') || around.whole) return false;
  return given.some((argument) => (shapeOf(argument, around)?.length ?? 0) > 0);
}

/** The elements of an array-valued expression in row-major order; a single value is one element. */
function termsOf(expression: WrittenExpression, around: Around): readonly Expression[] {
  const inside = { ...around, whole: true };
  const shape = shapeOf(expression, inside);
  if (shape === undefined) return [];
  if (shape.length === 0) return [around.services.flatten(expression, inside)];
  const size = shape.reduce((product, axis) => product * axis.size, 1);
  if (!around.services.budget.takeTerms(size)) {
    around.services.reporter.error(
      'model-too-large',
      expression.span,
      'The functions over arrays of this model have too many terms.',
      { variable: around.owner.variable, hint: 'Sum up in steps, one dimension after the other.' },
    );
    return [];
  }
  const terms: Expression[] = [];
  forEachCombination(shape.map(positionsAlong), (positions) => {
    const axes = shape.map((axis, place): BoundAxis => ({ ...axis, at: positions[place] ?? 0 }));
    terms.push(around.services.flatten(expression, { ...inside, axes }));
  });
  return terms;
}

function positionsAlong({ size }: Axis): readonly number[] {
  return Array.from({ length: size }, (_, position) => position);
}

function countOf(expression: WrittenExpression, around: Around): number {
  if (expression.kind === 'name') {
    if (expression.key === 'self') return around.owner.size;
    const range = around.services.table.range(expression.key);
    if (range !== undefined && lookUp(around.scope, expression.key) === undefined)
      return range.elements.length;
    const variable = lookUp(around.scope, expression.key);
    if (variable !== undefined) return sizeOf(variable.dimensions);
  }
  const shape = shapeOf(expression, { ...around, whole: true }) ?? [];
  return shape.reduce((product, axis) => product * axis.size, 1);
}
