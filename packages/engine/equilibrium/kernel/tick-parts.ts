import type { Graph, NodeId } from '../../javascript/graph.js';
import type { Slot } from '../../lower/program.js';
import type { SinglePlace } from './tick-places.js';

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
