import { Graph, type NodeId } from '../../javascript/graph.js';
import type { Program, Slot } from '../../lower/program.js';
import { Calculus } from '../calculus.js';
import { eliminationOrder } from '../elimination-order.js';
import type { FlowGroups } from '../flow-groups.js';
import { FILLING_SHARE, FIRST_CHANGE, GROUP_SHARE, LEAST_OF_ALL, LEAST_SHARE } from '../measures.js';
import { movingNodes, nodesBelow, type RestGraph } from '../rest-graph.js';
import { ROSENBROCK } from '../rosenbrock.js';
import { Elements, factor, solveWith } from './eliminate.js';
import { type SinglePlace, type StockPlace, TickPlaces } from './tick-places.js';
import { transplant } from './transplant.js';

/** A value that generated code leaves in a slot. */
export interface Result {
  readonly slot: Slot;
  readonly node: NodeId;
}

/** Values computed from others, and left in slots once all of them are known. */
export interface Part {
  readonly graph: Graph;
  readonly results: readonly Result[];
}

/** Name of a part of a tick. Each reads what those before it left. */
export type PartName =
  /** Goes on to the step computed last, or stays; rates and Jacobian there. The rates are also the first right-hand side. */
  | 'slopes'
  /** Factors of (shift I - J). */
  | 'factor'
  /** Solves for the vector, in place. */
  | 'solve'
  /** The first stage, and the rates at it. */
  | 'within';

/** Name of a part that is done for one stock after the other: it reads and leaves values of the stock at hand only. */
export type StockPartName =
  /** Right-hand side of the second and of the third stage. */
  | 'second'
  | 'third'
  /** The step, and the measures by which it is judged. */
  | 'judge';

/** Names of all parts. */
export const PART_NAMES: readonly PartName[] = ['slopes', 'factor', 'solve', 'within'];
export const STOCK_PART_NAMES: readonly StockPartName[] = ['second', 'third', 'judge'];

/** The parts of a tick in the order in which they are run. */
export const TICK: readonly (PartName | StockPartName)[] = [
  'slopes',
  'factor',
  'solve',
  'within',
  'second',
  'solve',
  'third',
  'solve',
  'judge',
];

/** A value that is gathered over the stocks. */
export interface Gathered {
  readonly place: SinglePlace;
  /** Before the first stock. */
  readonly from: number;
  readonly node: NodeId;
}

/** A part that is done for one stock after the other: `results` are of the first stock. */
export interface StockPart extends Part {
  readonly gathered: readonly Gathered[];
}

/** One tick of a search for rest, in parts, and what must be settled once a run before it. */
export interface TickGraph {
  readonly places: TickPlaces;
  /** Over the program's slots: what stands still, into slots of the kernel. */
  readonly settle: Part;
  /** Over the kernel's slots. */
  readonly parts: Readonly<Record<PartName, Part>>;
  readonly stockParts: Readonly<Record<StockPartName, StockPart>>;
}

/**
 * Makes the graphs of a tick: a step along the trajectory by the Rosenbrock method, or an iteration of Newton's method, and the measures by
 * which it is judged. There are no branches, so that several runs can be computed side by side whatever each of them is at; and what is
 * done more than once is a part of its own, so that the code stays small.
 */
export function tickGraph(program: Program, rest: RestGraph, groups: FlowGroups): TickGraph {
  const size = program.stocks.length;
  const { still, inverses } = standing(program, rest);
  const order = eliminationOrder(size, rest.entries);
  const pattern = filledPattern(size, rest, order);
  const places = new TickPlaces(program, {
    still: still.length,
    entries: rest.entries.length,
    elements: [...pattern.values()].length,
  });
  const stillAt = new Map(still.map((id, index) => [id, places.still(index)]));
  const part = (write: (tools: Tools) => readonly Result[]): Part => {
    const graph = new Graph();
    return { graph, results: write(new Tools(graph, places, size)) };
  };
  /** Nodes of the rest graph, with the stocks at these values. */
  const evaluated = ({ calculus }: Tools, roots: readonly NodeId[], stocks: readonly NodeId[]) => {
    const settled = (id: NodeId | undefined): NodeId | undefined => {
      const slot = id === undefined ? undefined : stillAt.get(id);
      return slot === undefined ? undefined : calculus.value(slot);
    };
    return transplant(
      rest.graph,
      roots,
      calculus,
      // A divisor that is read by its reciprocal only is never asked for.
      (id) =>
        settled(id) ?? (inverses.has(id) ? calculus.constant(Number.NaN) : stocks[rest.stockAt(id) ?? -1]),
      (id) => settled(inverses.get(id)),
    );
  };
  const own = [...rest.rates, ...rest.entries.map(({ node }) => node)];

  const slopes = part((tools) => {
    const { calculus } = tools;
    const take = tools.flag('take');
    const state = tools.each((i) => calculus.select(take, tools.value('next', i), tools.value('state', i)));
    const here = evaluated(tools, own, state);
    const rates = rest.rates.map(here);
    return [
      ...tools.store('state', state),
      ...tools.store('rate', rates),
      ...tools.store('vector', rates),
      ...tools.store(
        'own',
        tools.each((i) => {
          const diagonal = rest.entries.find(({ row, column }) => row === i && column === i);
          return diagonal === undefined ? calculus.constant(0) : here(diagonal.node);
        }),
      ),
      ...tools.store(
        'shared',
        tools.each((i) => {
          const isJoined = (_: NodeId, j: number): boolean => groups.groupOf[j] === groups.groupOf[i];
          return calculus.largest(tools.all('least').filter(isJoined));
        }),
      ),
      ...rest.entries.map(({ node }, index) => ({ slot: places.entry(index), node: here(node) })),
    ];
  });

  const factors = part((tools) => {
    const { calculus } = tools;
    const matrix = new Elements<NodeId>(size);
    for (let index = 0; index < size; index += 1) matrix.set(index, index, tools.single('shift'));
    rest.entries.forEach(({ row, column }, index) => {
      const before = matrix.get(row, column) ?? calculus.constant(0);
      matrix.set(row, column, calculus.subtract(before, calculus.value(places.entry(index))));
    });
    factor(calculus, order, matrix);
    const pivots = tools.each((i) => matrix.get(i, i) ?? calculus.constant(Number.NaN));
    return [
      ...[...matrix.values()].map((node, index) => ({ slot: places.element(index), node })),
      { slot: places.single('leastPivot'), node: pivots.reduce((a, b) => calculus.minimum(a, b)) },
      { slot: places.single('mostPivot'), node: calculus.largest(pivots) },
    ];
  });

  const solve = part((tools) => {
    const known = pattern.map((_, index) => tools.calculus.value(places.element(index)));
    return tools.store('vector', solveWith(tools.calculus, order, known, tools.all('vector')));
  });

  const within = part((tools) => {
    const first = tools.all('vector');
    const stage = tools.each((i) => tools.calculus.add(tools.value('state', i), tools.value('vector', i)));
    const later = evaluated(tools, rest.rates, stage);
    return [
      ...tools.store('first', first),
      ...tools.store('within', stage),
      ...tools.store('later', rest.rates.map(later)),
    ];
  });

  return {
    places,
    settle: {
      graph: rest.graph,
      results: [
        ...still.map((node, index) => ({ slot: places.still(index), node })),
        ...startOf(program, rest, places),
      ],
    },
    parts: { slopes, factor: factors, solve, within },
    stockParts: stockParts(places),
  };
}

/** The parts of a tick that are done for one stock after the other. */
function stockParts(places: TickPlaces): Readonly<Record<StockPartName, StockPart>> {
  const { gamma, c21, c31, c32, m2, m3, e1, e2, e3 } = ROSENBROCK;
  const part = (
    write: (tools: Tools) => { results: readonly Result[]; gathered?: readonly Gathered[] },
  ): StockPart => {
    const graph = new Graph();
    return { graph, gathered: [], ...write(new Tools(graph, places, 1)) };
  };
  return {
    second: part((tools) => {
      const { calculus } = tools;
      const fed = calculus.multiply(tools.perStep(c21 * gamma), tools.value('first', 0));
      return { results: tools.store('vector', [calculus.add(tools.value('later', 0), fed)]) };
    }),
    third: part((tools) => {
      const { calculus } = tools;
      const fed = calculus.add(
        calculus.multiply(tools.perStep(c31 * gamma), tools.value('first', 0)),
        calculus.multiply(tools.perStep(c32 * gamma), tools.value('vector', 0)),
      );
      return {
        results: [
          ...tools.store('second', [tools.value('vector', 0)]),
          ...tools.store('vector', [calculus.add(tools.value('later', 0), fed)]),
        ],
      };
    }),
    judge: part((tools) => {
      const { calculus } = tools;
      const isNewton = tools.flag('newton');
      const [state, k1, k2, k3] = [
        tools.value('state', 0),
        tools.value('first', 0),
        tools.value('second', 0),
        tools.value('vector', 0),
      ];
      const zero = calculus.constant(0);
      const moved = calculus.add(calculus.scaled(m2, k2), calculus.scaled(m3, k3));
      const step = calculus.add(k1, calculus.select(isNewton, zero, moved));
      const next = calculus.add(state, step);

      // The size by which the stock is judged: see Trajectory.
      const size = calculus.absolute(state);
      const before = tools.value('least', 0);
      const least = calculus.maximum(before, calculus.scaled(LEAST_SHARE, size));
      const own = tools.value('own', 0);
      const target = calculus.subtract(state, calculus.divide(tools.value('rate', 0), own));
      const reach = calculus.maximum(
        calculus.scaled(GROUP_SHARE / LEAST_SHARE, tools.value('shared', 0)),
        calculus.scaled(FILLING_SHARE, calculus.absolute(target)),
      );
      const floor = calculus.select(calculus.compare('less', own, zero), reach, zero);
      const largest = calculus.maximum(size, calculus.absolute(next));
      const scale = calculus.select(
        isNewton,
        tools.value('scale', 0),
        calculus.maximum(calculus.maximum(largest, least), floor),
      );
      const perScale = calculus.divide(calculus.constant(1), scale);
      const share = (value: NodeId): NodeId => calculus.multiply(value, perScale);
      const error = calculus.add(
        calculus.scaled(e1, k1),
        calculus.add(calculus.scaled(e2, k2), calculus.scaled(e3, k3)),
      );
      const first = share(k1);
      const gather = (
        place: SinglePlace,
        join: (so: NodeId, value: NodeId) => NodeId,
        value: NodeId,
      ): Gathered => ({
        place,
        from: 0,
        node: join(tools.single(place), value),
      });
      const sum = calculus.add.bind(calculus);
      const largestOf = calculus.maximum.bind(calculus);
      return {
        results: [
          ...tools.store('next', [next]),
          ...tools.store('least', [calculus.select(isNewton, before, least)]),
          ...tools.store('scale', [scale]),
        ],
        gathered: [
          gather('error', largestOf, calculus.absolute(share(error))),
          gather('change', largestOf, calculus.absolute(share(step))),
          gather('lowest', calculus.minimum.bind(calculus), share(next)),
          gather('sum', sum, next),
          gather('along', sum, calculus.multiply(first, share(tools.value('rate', 0)))),
          gather('length', sum, calculus.multiply(first, first)),
        ],
      };
    }),
  };
}

/** What parts are written with. */
class Tools {
  readonly calculus: Calculus;
  readonly #places: TickPlaces;
  readonly #size: number;

  constructor(graph: Graph, places: TickPlaces, size: number) {
    this.calculus = new Calculus(graph, places.count);
    this.#places = places;
    this.#size = size;
  }

  value(place: StockPlace, stock: number): NodeId {
    return this.calculus.value(this.#places.of(place, stock));
  }

  single(place: SinglePlace): NodeId {
    return this.calculus.value(this.#places.single(place));
  }

  /** Whether a value is above 0. */
  flag(place: SinglePlace): NodeId {
    return this.calculus.compare('less', this.calculus.constant(0), this.single(place));
  }

  /** A weight times the shift. */
  perStep(weight: number): NodeId {
    return this.calculus.scaled(weight, this.single('shift'));
  }

  each(make: (stock: number) => NodeId): readonly NodeId[] {
    return Array.from({ length: this.#size }, (_, stock) => make(stock));
  }

  all(place: StockPlace): readonly NodeId[] {
    return this.each((stock) => this.value(place, stock));
  }

  at(nodes: readonly NodeId[], index: number): NodeId {
    return nodes[index] ?? this.calculus.constant(Number.NaN);
  }

  store(place: StockPlace, nodes: readonly NodeId[]): readonly Result[] {
    return nodes.map((node, stock) => ({ slot: this.#places.of(place, stock), node }));
  }
}

/** The places of the matrix (shift I - J) and its factors, in the order in which `factor` sets them. */
function filledPattern(
  size: number,
  { entries }: RestGraph,
  order: ReturnType<typeof eliminationOrder>,
): Elements<true> {
  const pattern = new Elements<true>(size);
  for (let index = 0; index < size; index += 1) pattern.set(index, index, true);
  for (const { row, column } of entries) pattern.set(row, column, true);
  for (const { below, right } of order) {
    for (const row of below) for (const column of right) pattern.set(row, column, true);
  }
  return pattern;
}

/** The values with which a run begins, from the stocks and rates at its start. */
function startOf(program: Program, { graph, rates }: RestGraph, places: TickPlaces): readonly Result[] {
  const calculus = new Calculus(graph, program.variables.length);
  const state = program.stocks.map(({ slot }) => calculus.value(slot));
  const sizes = state.map((value) => calculus.absolute(value));
  const largest = calculus.largest(sizes);
  const zero = calculus.constant(0);
  const one = calculus.constant(1);
  const isEmpty = calculus.compare('equal', largest, zero);
  const least = calculus.select(isEmpty, one, calculus.scaled(LEAST_OF_ALL, largest));
  const speeds = sizes.map((size, stock) =>
    calculus.select(
      calculus.compare('equal', size, zero),
      zero,
      calculus.divide(calculus.absolute(rates[stock] ?? zero), calculus.maximum(size, least)),
    ),
  );
  const shift = calculus.scaled(1 / (FIRST_CHANGE * ROSENBROCK.gamma), calculus.largest(speeds));
  const ofStocks = (place: StockPlace, nodes: readonly NodeId[]): readonly Result[] =>
    nodes.map((node, stock) => ({ slot: places.of(place, stock), node }));
  return [
    ...ofStocks('state', state),
    ...ofStocks('next', state),
    ...ofStocks(
      'least',
      state.map(() => least),
    ),
    { slot: places.single('shift'), node: shift },
  ];
}

/** What stands still in a run and is read by what moves, and the reciprocals of such divisors, which are among it. */
function standing(
  program: Program,
  rest: RestGraph,
): { still: readonly NodeId[]; inverses: ReadonlyMap<NodeId, NodeId> } {
  const { graph } = rest;
  const roots = [...rest.rates, ...rest.entries.map(({ node }) => node)];
  const needed = nodesBelow(graph, roots);
  const moving = movingNodes(rest, needed);
  const isStill = (id: NodeId): boolean => !moving.has(id) && graph.at(id).operation.kind !== 'constant';
  const calculus = new Calculus(graph, program.variables.length);
  const inverses = new Map<NodeId, NodeId>();
  const read = new Set(roots.filter(isStill));
  for (const id of needed) {
    if (!moving.has(id)) continue;
    const { operation, operands } = graph.at(id);
    const divisor = operation.kind === 'binary' && operation.op === 'divide' ? operands[1] : undefined;
    for (const operand of operands) if (isStill(operand) && operand !== divisor) read.add(operand);
    if (divisor === undefined || !isStill(divisor)) continue;
    const inverse = calculus.divide(calculus.constant(1), divisor);
    inverses.set(divisor, inverse);
    read.add(inverse);
  }
  return { still: [...read], inverses };
}
