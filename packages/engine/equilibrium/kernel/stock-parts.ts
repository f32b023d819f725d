import { Graph, type NodeId } from '../../javascript/graph.js';
import { FILLING_SHARE, GROUP_SHARE, LEAST_SHARE } from '../measures.js';
import { ROSENBROCK } from '../rosenbrock.js';
import { PartTools } from './part-tools.js';
import type { Gathered, Result, StockPart, StockPartName } from './tick-parts.js';
import type { SinglePlace, TickPlaces } from './tick-places.js';

/** The parts of a tick that are done for one stock after the other. */
export function stockParts(places: TickPlaces): Readonly<Record<StockPartName, StockPart>> {
  const { gamma, c21, c31, c32, m2, m3, e1, e2, e3 } = ROSENBROCK;
  const part = (
    write: (tools: PartTools) => { results: readonly Result[]; gathered?: readonly Gathered[] },
  ): StockPart => {
    const graph = new Graph();
    return { graph, gathered: [], ...write(new PartTools(graph, places, 1)) };
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
