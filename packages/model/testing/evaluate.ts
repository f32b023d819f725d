import type { Expression } from '../equation/expression.js';
import type { GraphicalFunction, Model, Stock } from '../model.js';
import { canonicalName } from '../names/canonical-name.js';

/** Values by name, lower-cased as names compare, of one moment of a small model. */
export type Values = ReadonlyMap<string, number>;

const BINARY: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '^': (left, right) => left ** right,
  '<': (left, right) => Number(left < right),
  '>': (left, right) => Number(left > right),
  '=': (left, right) => Number(left === right),
};
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  sum: (...values) => sum(values),
  prod: (...values) => values.reduce((product, value) => product * value, 1),
  mean: (...values) => sum(values) / values.length,
  min: Math.min,
  max: Math.max,
  int: Math.floor,
  element_at: (position, ...elements) => elements[Math.floor(position ?? 0) - 1] ?? 0,
  rank: (place, ...elements) =>
    [...elements.keys()].sort((left, right) => (elements[left] ?? 0) - (elements[right] ?? 0))[
      (place ?? 1) - 1
    ] ?? Number.NaN,
};

/**
 * Every value of a small flat model at one moment, worked out from its equations as a reader would: for tests of
 * elaboration alone. The engine is not asked.
 *
 * @param stocks - Values of stocks by key; their initial equations where absent.
 */
export function evaluate(model: Model, stocks: ReadonlyMap<string, number> = new Map()): Values {
  const values = new Map<string, number>();
  const valueUnder = (key: string): number => {
    const known = values.get(key) ?? stocks.get(key);
    if (known !== undefined) return known;
    const variable =
      model.variables.get(canonicalName(key)) ?? [...model.variables.values()].find((one) => one.key === key);
    if (variable === undefined) {
      return clock(key) ?? fail(key);
    }
    if (variable.kind === 'graphical') throw new Error(`${key} has no value`);
    const inner = walk(variable.equation);
    const value =
      variable.kind !== 'stock' && variable.graph !== undefined ? read(variable.graph, inner) : inner;
    values.set(key, value);
    return value;
  };
  const clock = (key: string): number | undefined => {
    const { dt, start, stop } = model.simulation;
    return new Map([
      ['dt', dt],
      ['time', start],
      ['starttime', start],
      ['stoptime', stop],
    ]).get(key);
  };
  const walk = (node: Expression): number => {
    switch (node.kind) {
      case 'number':
        return node.value;
      case 'name':
        return valueUnder(node.key);
      case 'unary':
        return node.operator === '-' ? -walk(node.operand) : walk(node.operand);
      case 'binary':
        return (BINARY[node.operator] ?? fail(node.operator))(walk(node.left), walk(node.right));
      case 'if':
        return walk(node.condition) !== 0 ? walk(node.then) : walk(node.otherwise);
      case 'call': {
        const operands = node.arguments.map(walk);
        const graph = [...model.variables.values()].find((one) => one.key === node.key);
        if (graph !== undefined && graph.kind !== 'stock' && graph.graph !== undefined)
          return read(graph.graph, operands[0] ?? 0);
        return clock(node.key) ?? (FUNCTIONS[node.key] ?? fail(node.key))(...operands);
      }
    }
  };
  for (const variable of model.variables.values())
    if (variable.kind !== 'graphical') valueUnder(variable.key);
  return values;
}

function fail(what: string): never {
  throw new Error(`the tests do not know ${what}`);
}

/** Linear between points, ends held. */
function read({ x, y }: GraphicalFunction, at: number): number {
  const next = x.findIndex((value) => value >= at);
  if (next === 0) return y[0] ?? Number.NaN;
  if (next < 0) return y.at(-1) ?? Number.NaN;
  const [x0 = 0, x1 = 1, y0 = 0, y1 = 0] = [x[next - 1], x[next], y[next - 1], y[next]];
  return y0 + ((at - x0) * (y1 - y0)) / (x1 - x0);
}

/** Stocks of a small flat model after each of some Euler steps, the start first. */
export function eulerSteps(model: Model, steps: number): readonly ReadonlyMap<string, number>[] {
  const stocks = [...model.variables.values()].filter(
    (variable): variable is Stock => variable.kind === 'stock',
  );
  const start = evaluate(model);
  const rows = [new Map(stocks.map(({ key }) => [String(key), start.get(key) ?? Number.NaN]))];
  for (let step = 0; step < steps; step += 1) {
    const before = rows.at(-1) ?? new Map<string, number>();
    const values = evaluate(model, before);
    const flow = (references: Stock['inflows']) =>
      sum(references.map(({ key }) => values.get(key) ?? Number.NaN));
    rows.push(
      new Map(
        stocks.map(({ key, inflows, outflows }) => [
          String(key),
          (before.get(key) ?? Number.NaN) + model.simulation.dt * (flow(inflows) - flow(outflows)),
        ]),
      ),
    );
  }
  return rows;
}
