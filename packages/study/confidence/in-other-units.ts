import type { Dimension, Expression, GraphicalFunction, Model, ModelUnits, Variable } from '@weir/model';
import { referencesIn } from '@weir/model';

/** A change of one unit: how many of the new unit make one of the old. */
export interface UnitChange {
  /** Base unit, as a key of dimensions. */
  readonly unit: string;
  readonly factor: number;
  /** Constants that keep their number, as if it had no unit. */
  readonly held?: ReadonlySet<Variable>;
}

/** By how much a quantity of this dimension is multiplied; 1 where its dimension is not known. */
export function scaleOf(dimension: Dimension | undefined, { unit, factor }: UnitChange): number {
  const power = dimension?.get(unit) ?? 0;
  return power === 0 ? 1 : factor ** power;
}

/**
 * The same model with one unit changed: every number that the file gives by itself (a constant, an initial value, the
 * points of a graph, the run's times) is multiplied by what its dimension asks for. Numbers within equations stay.
 */
export function inOtherUnits(model: Model, units: ModelUnits, change: UnitChange): Model {
  const variables = new Map([...model.variables].map(([key, one]) => [key, changed(one, units, change)]));
  const time = scaleOf(units.time, change);
  const { simulation } = model;
  const { saveStep } = simulation;
  return {
    ...model,
    variables,
    simulation: {
      ...simulation,
      start: simulation.start * time,
      stop: simulation.stop * time,
      dt: simulation.dt * time,
      ...(saveStep === undefined ? {} : { saveStep: saveStep * time }),
    },
  };
}

function changed(variable: Variable, units: ModelUnits, change: UnitChange): Variable {
  if (variable.kind === 'graphical' || change.held?.has(variable) === true) return variable;
  const factor = scaleOf(units.of(variable.key), change);
  if (variable.kind !== 'stock' && variable.graph !== undefined)
    return {
      ...variable,
      graph: scaledGraph(variable.graph, scaleOf(units.ofTerm(variable.equation), change), factor),
    };
  if (factor === 1 || referencesIn(variable.equation).length > 0) return variable;
  return { ...variable, equation: times(variable.equation, factor) };
}

function times(equation: Expression, factor: number): Expression {
  const { span } = equation;
  return {
    kind: 'binary',
    operator: '*',
    left: equation,
    right: { kind: 'number', value: factor, span },
    span,
  };
}

function scaledGraph(graph: GraphicalFunction, across: number, up: number): GraphicalFunction {
  return { ...graph, x: graph.x.map((x) => x * across), y: graph.y.map((y) => y * up) };
}
