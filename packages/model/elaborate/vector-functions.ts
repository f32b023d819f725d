import type { Expression, Subscript, WrittenExpression } from '../equation/expression.js';
import { subexpressions } from '../equation/subexpressions.js';
import type { Span } from '../source/source-text.js';
import type { Around } from './around.js';
import { forEachCombination } from './array-index.js';
import type { BoundAxis } from './axis.js';
import { currentElement } from './current-element.js';
import type { Range } from './dimension-table.js';
import { variableNamed } from './references.js';
import { shapeOf } from './shape.js';

type CallNode = Extract<WrittenExpression, { kind: 'call' }>;
type ElementNode = Extract<WrittenExpression, { kind: 'element' }>;

const numberNode = (value: number, span: Span): Expression => ({ kind: 'number', value, span });

/**
 * A call of a Vensim function that works on a whole vector or matrix and gives one element of its result, with the
 * vector written out. Which arguments the flat call has, `docs/built-ins.md` says.
 *
 * @returns `undefined` where it is no such function.
 * @source Vensim, VECTOR SELECT, VECTOR ELM MAP, VECTOR SORT ORDER, VECTOR RANK, ALLOCATE BY PRIORITY, INVERT MATRIX.
 */
export function flattenVectorFunction(call: CallNode, around: Around): Expression | undefined {
  const operands = operandsOf(call, around);
  return operands && { ...call, arguments: operands };
}

function operandsOf(call: CallNode, around: Around): readonly Expression[] | undefined {
  const one = (expression: WrittenExpression): Expression => around.services.flatten(expression, around);
  const [first, second, third, fourth, fifth] = call.arguments;
  if (first === undefined || second === undefined) return undefined;
  switch (call.key) {
    case 'vector_select':
      if (third === undefined || fourth === undefined) return undefined;
      return [one(third), one(fourth), ...together([first, second], around)];
    case 'vector_sort_order':
    case 'vector_rank': {
      const along = lastRanges(first, 1, around);
      return (
        along && [
          one(second),
          numberNode(ownNumber(along[0], around), call.span),
          ...spread(first, along, around),
        ]
      );
    }
    case 'vector_elm_map':
      return elementMap(first, second, around);
    case 'allocate_by_priority': {
      if (fourth === undefined || fifth === undefined) return undefined;
      const along = lastRanges(first, 1, around);
      if (along === undefined) return undefined;
      const index = numberNode(ownNumber(along[0], around), call.span);
      return [
        index,
        one(fourth),
        one(fifth),
        ...spread(first, along, around),
        ...spread(second, along, around),
      ];
    }
    case 'invert_matrix': {
      const along = lastRanges(first, 2, around);
      if (along === undefined) return undefined;
      const place = along.map((range) => numberNode(ownNumber(range, around), call.span));
      return [...place, ...spread(first, along, around)];
    }
    default:
      return undefined;
  }
}

/** All elements of the first expression, then all of the second, along the axes they share. */
function together(expressions: readonly WrittenExpression[], around: Around): readonly Expression[] {
  const inside = { ...around, whole: true };
  const axes = expressions.flatMap((expression) => shapeOf(expression, inside) ?? []);
  const shared = axes.filter((axis, place) => axes.findIndex(({ range }) => range === axis.range) === place);
  return expressions.flatMap((expression) => {
    const terms: Expression[] = [];
    const along = shared.map(({ size }) => Array.from({ length: size }, (_, position) => position));
    forEachCombination(along, (positions) => {
      const bound = shared.map((axis, place): BoundAxis => ({ ...axis, at: positions[place] ?? 0 }));
      terms.push(around.services.flatten(expression, { ...inside, axes: bound }));
    });
    return terms;
  });
}

/** The ranges that the last subscripts of the first array in an expression name. */
function lastRanges(
  expression: WrittenExpression,
  count: number,
  around: Around,
): readonly Range[] | undefined {
  const element = subexpressions(expression).find((part): part is ElementNode => part.kind === 'element');
  const subscripts = element?.subscripts.slice(-count) ?? [];
  const ranges = subscripts.flatMap((subscript) => rangeOf(subscript, around) ?? []);
  if (ranges.length === count) return ranges;
  around.services.reporter.error(
    'array-shape',
    expression.span,
    'A vector is expected here, with the name of a dimension as its last subscript.',
    { variable: around.owner.variable, hint: 'Write it as in `demand[customer]`.' },
  );
  return undefined;
}

function rangeOf(subscript: Subscript, around: Around): Range | undefined {
  if (subscript.kind === 'all' && subscript.of !== undefined)
    return around.services.table.range(subscript.of);
  return subscript.kind === 'expression' && subscript.expression.kind === 'name'
    ? around.services.table.range(subscript.expression.key)
    : undefined;
}

/** The position, counted from 1, of the owner's element in a range. */
function ownNumber(range: Range | undefined, around: Around): number {
  const element = range && currentElement(range, around);
  const position = element === undefined ? undefined : range?.positionOf.get(element);
  return (position ?? 0) + 1;
}

/** An expression once for each element of the ranges, whose names stand for that element. */
function spread(
  expression: WrittenExpression,
  ranges: readonly Range[],
  around: Around,
): readonly Expression[] {
  const terms: Expression[] = [];
  forEachCombination(
    ranges.map(({ elements }) => elements.map(({ key }) => key)),
    (elements) => {
      const own = ranges.flatMap((range, place) => {
        const element = elements[place];
        return element === undefined ? [] : [{ range, declared: range, element }];
      });
      const axes = ranges.flatMap((range, place): BoundAxis[] => {
        const at = range.positionOf.get(elements[place] ?? range.key);
        return at === undefined ? [] : [{ range, from: 0, size: range.elements.length, named: true, at }];
      });
      const inside = { ...around, own: [...own, ...around.own], axes: [...axes, ...around.axes] };
      terms.push(around.services.flatten(expression, inside));
    },
  );
  return terms;
}

/** VECTOR ELM MAP(vector[first], offset): the offset counts from the element named. */
function elementMap(
  vector: WrittenExpression,
  offset: WrittenExpression,
  around: Around,
): readonly Expression[] | undefined {
  const variable = vector.kind === 'element' ? variableNamed(around, vector) : undefined;
  const last = vector.kind === 'element' ? vector.subscripts.at(-1) : undefined;
  const dimension = variable?.dimensions.at(-1);
  if (vector.kind !== 'element' || last === undefined || dimension === undefined) return undefined;
  const named =
    last.kind === 'expression' && last.expression.kind === 'name' ? last.expression.key : undefined;
  const range = rangeOf(last, around);
  const element = range === undefined ? named : currentElement(range, around);
  const base = element === undefined ? 0 : (dimension.positionOf.get(element) ?? 0);
  const { span } = vector;
  const moved: Expression = around.services.flatten(offset, around);
  const from: Expression =
    base === 0 ? moved : { kind: 'binary', operator: '+', left: numberNode(base, span), right: moved, span };
  const elements = dimension.elements.map(({ key, written }) => {
    const subscript: Subscript = {
      kind: 'expression',
      expression: { kind: 'name', written, key, span },
    };
    return around.services.flatten(
      { ...vector, subscripts: [...vector.subscripts.slice(0, -1), subscript] },
      around,
    );
  });
  return [from, ...elements];
}
