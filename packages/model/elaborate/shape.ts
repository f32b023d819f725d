import type { WrittenExpression } from '../equation/expression.js';
import { partsOf } from '../equation/subexpressions.js';
import type { Around } from './around.js';
import type { Axis } from './axis.js';
import { positionsOn, unite, wholeAxis } from './axis.js';
import { lookUp } from './scope.js';
import { freeAxes } from './subscripts.js';

/** Functions that make one value of arrays, by canonical name. MIN and MAX of several arguments are apart. */
const REDUCING: ReadonlySet<string> = new Set([
  'sum',
  'prod',
  'mean',
  'stddev',
  'vmin',
  'vmax',
  'size',
  'elmcount',
  'rank',
  'vector_select',
  'vector_elm_map',
  'vector_sort_order',
  'vector_rank',
  'allocate_by_priority',
  'invert_matrix',
]);

/** Whether a call makes one value of the arrays in its arguments. */
export function reduces(key: string, count: number): boolean {
  return REDUCING.has(key) || (count === 1 && (key === 'min' || key === 'max'));
}

/**
 * The axes of an array-valued expression, none for a single value. Operators and functions work element by element.
 *
 * @returns `undefined` where the arrays in it do not fit, with an error.
 * @errors array-shape.
 * @source OASIS XMILE 1.0, 3.7.1.
 */
export function shapeOf(expression: WrittenExpression, around: Around): readonly Axis[] | undefined {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'name': {
      const variable = lookUp(around.scope, expression.key);
      if (variable === undefined || variable.variable.kind === 'graphical') return [];
      const axes = variable.dimensions.map((dimension) => wholeAxis(dimension));
      // Outside a function over arrays, omitted subscripts are those of the owner.
      return !around.whole && positionsOn(axes, around.axes) !== undefined ? [] : axes;
    }
    case 'element': {
      const variable = lookUp(around.scope, expression.key);
      return variable === undefined || variable.variable.kind === 'graphical'
        ? []
        : freeAxes(expression, variable, around);
    }
    case 'transpose':
      return shapeOf(expression.operand, around)?.toReversed();
    case 'call':
      if (reduces(expression.key, expression.arguments.length)) return [];
      break;
    default:
      break;
  }
  let shape: readonly Axis[] = [];
  for (const part of partsOf(expression)) {
    const own = shapeOf(part, around);
    if (own === undefined) return undefined;
    const united = unite(shape, own);
    if (united === undefined) {
      around.services.reporter.error(
        'array-shape',
        expression.span,
        'The arrays in this expression have different dimensions.',
        { variable: around.owner.variable, hint: 'Give them subscripts, so that element meets element.' },
      );
      return undefined;
    }
    shape = united;
  }
  return shape;
}
