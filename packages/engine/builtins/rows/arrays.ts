import { chain, infix, numberCode } from '../../javascript/code.js';
import { allocateByPriority } from '../allocate-by-priority.js';
import { type BuiltinRow, examples, listRow } from '../builtin-row.js';
import {
  deviationOf,
  elementAt,
  meanOf,
  NOT_AVAILABLE,
  productOf,
  rankOf,
  rankWithTies,
  sumOf,
} from '../elements.js';
import { inverseElement } from '../invert-matrix.js';
import { vectorElement, vectorRank, vectorSelect, vectorSortOrder } from '../vectors.js';

const BY_HAND = 'by hand';
const { NaN: nan } = Number;

/**
 * Functions over the elements of arrays, which come one by one.
 *
 * @source OASIS XMILE 1.0, 3.7.1.3; Vensim, VECTOR functions, INVERT MATRIX, ALLOCATE BY PRIORITY.
 */
export const ARRAYS = {
  allocate_by_priority: listRow(
    'allocateByPriority',
    3,
    ([index = nan, width = nan, supply = nan], both) => allocateByPriority(index, width, supply, both),
    [
      ...examples('by hand: enough for all', [
        [[1, 3, 20, 4, 4, 2, 1], 4],
        [[2, 3, 8, 4, 4, 2, 1], 4],
      ]),
      // Level x where 3 clamp((4.5 - x) / 3) + 3 clamp((2.5 - x) / 3) = 4: x = 1.5, shares 1 and 1/3.
      ...examples('by hand: overlapping priorities', [
        [[1, 3, 4, 3, 3, 3, 1], 3],
        [[2, 3, 4, 3, 3, 3, 1], 1],
      ]),
      ...examples('by hand: strict order, equals in proportion', [
        [[1, 0, 6, 4, 4, 2, 1], 4],
        [[2, 0, 6, 4, 4, 2, 1], 2],
        [[2, 0, 3, 2, 4, 1, 1], 2],
        [[1, 3, 0, 3, 3, 3, 1], 0],
      ]),
    ],
  ),
  element_at: listRow(
    'elementAt',
    1,
    ([n = nan], elements) => elementAt(n, elements),
    examples('XMILE 1.0, 3.7.1: an index out of range gives 0', [
      [[1, 7, 8, 9], 7],
      [[3, 7, 8, 9], 9],
      [[4, 7, 8, 9], 0],
      [[2.9, 7, 8, 9], 8],
      [[0.9, 7, 8, 9], 0],
      [[nan, 7], nan],
    ]),
  ),
  invert_matrix: listRow(
    'inverseElement',
    2,
    ([row = nan, column = nan], matrix) => inverseElement(row, column, matrix),
    [
      // Inverse of [[0, 2], [4, 0]] is [[0, 1/4], [1/2, 0]]: needs a pivot.
      ...examples(BY_HAND, [
        [[1, 1, 4], 0.25],
        [[1, 2, 0, 2, 4, 0], 0.25],
        [[2, 1, 0, 2, 4, 0], 0.5],
        [[2, 2, 0, 2, 4, 0], 0],
        [[1, 1, 1, 2, 2, 4], nan],
      ]),
      // Inverse of [[2, 1, 0], [1, 2, 1], [0, 1, 2]] is [[3, -2, 1], [-2, 4, -2], [1, -2, 3]] / 4.
      ...examples(
        BY_HAND,
        [
          [[1, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2], 0.75],
          [[2, 3, 2, 1, 0, 1, 2, 1, 0, 1, 2], -0.5],
        ],
        1e-15,
      ),
    ],
  ),
  mean: {
    evaluate: meanOf,
    emit: (operands) => infix('/', chain('+', operands), numberCode(operands.length)),
    vectors: examples(BY_HAND, [
      [[1, 2, 6], 3],
      [[5], 5],
    ]),
  },
  prod: {
    evaluate: productOf,
    emit: (operands) => chain('*', operands),
    vectors: examples(BY_HAND, [
      [[2, 3, 4], 24],
      [[5], 5],
    ]),
  },
  rank: listRow(
    'rankOf',
    1,
    ([n = nan], elements) => rankOf(n, elements),
    examples('XMILE 1.0, 3.7.1.3: index of the n-th smallest', [
      [[1, 30, 10, 20], 2],
      [[3, 30, 10, 20], 1],
      [[1, 5, 5, 4], 3],
      [[2, 5, 5, 4], 1],
      [[3, 5, 5, 4], 2],
      [[4, 5, 5, 4], 0],
      [[1, nan, 5], nan],
    ]),
  ),
  rank_with_ties: listRow(
    'rankWithTies',
    1,
    ([n = nan], both) => rankWithTies(n, both),
    examples('XMILE 1.0, 3.7.1.3: a further array breaks ties', [
      [[1, 5, 5, 4, 2, 1, 9], 3],
      [[2, 5, 5, 4, 2, 1, 9], 2],
      [[3, 5, 5, 4, 2, 1, 9], 1],
      [[4, 5, 5, 4, 2, 1, 9], 0],
    ]),
  ),
  stddev: listRow(
    'deviationOf',
    0,
    (_, elements) => deviationOf(elements),
    examples(BY_HAND, [
      [[2, 4, 4, 4, 5, 5, 7, 9], 2],
      [[3], 0],
    ]),
  ),
  sum: {
    evaluate: sumOf,
    emit: (operands) => chain('+', operands),
    vectors: examples('IEEE 754, from the first to the last', [
      [[0.1, 0.2, 0.3], 0.6000000000000001],
      [[4], 4],
    ]),
  },
  vector_elm_map: listRow(
    'vectorElement',
    1,
    ([position = nan], elements) => vectorElement(position, elements),
    examples('Vensim, VECTOR ELM MAP', [
      [[0, 7, 8], 7],
      [[1, 7, 8], 8],
      [[2, 7, 8], NOT_AVAILABLE],
      [[-1, 7, 8], NOT_AVAILABLE],
    ]),
  ),
  vector_rank: listRow(
    'vectorRank',
    2,
    ([direction = nan, index = nan], elements) => vectorRank(direction, index, elements),
    examples('by hand', [
      [[1, 1, 30, 10, 20], 3],
      [[1, 2, 30, 10, 20], 1],
      [[0, 1, 30, 10, 20], 1],
      [[-1, 3, 30, 10, 20], 2],
      [[1, 2, 5, 5], 2],
    ]),
  ),
  vector_select: listRow(
    'vectorSelect',
    2,
    ([missing = nan, action = nan], both) => vectorSelect(missing, action, both),
    examples('Vensim, VECTOR SELECT', [
      [[9, 0, 1, 0, 1, 2, 3, 4], 6],
      [[9, 1, 1, 0, 1, 2, 3, 4], 8],
      [[9, 2, 1, 0, 1, 2, 3, 4], 2],
      [[9, 3, 1, 0, 1, 2, 3, 4], 4],
      [[9, 0, 0, 0, 2, 3], 9],
      [[9, 7, 1, 1, 2, 3], nan],
    ]),
  ),
  vector_sort_order: listRow(
    'vectorSortOrder',
    2,
    ([direction = nan, place = nan], elements) => vectorSortOrder(direction, place, elements),
    examples('Vensim, VECTOR SORT ORDER', [
      [[1, 1, 30, 10, 20], 1],
      [[1, 3, 30, 10, 20], 0],
      [[0, 1, 30, 10, 20], 0],
      [[-1, 2, 30, 10, 20], 2],
      [[1, 4, 30, 10, 20], NOT_AVAILABLE],
    ]),
  ),
} as const satisfies Readonly<Record<string, BuiltinRow>>;
