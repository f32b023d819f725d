import type { BuiltinName, CanonicalName, GraphicalFunction, Place } from '@weir/model';

/** Position of a value in a run's `values` array: one for each variable, hidden ones included. */
export type Slot = number & { readonly __brand: 'Slot' };

/** Built-ins whose value depends on their arguments alone; the rest are lowered to other nodes. */
export type PureBuiltin = Exclude<
  BuiltinName,
  'time' | 'dt' | 'starttime' | 'stoptime' | 'inf' | 'pi' | 'init' | 'step' | 'ramp' | 'pulse' | 'safediv'
>;

/** Arithmetic, comparison and logic of two operands. Comparisons and logic give 1 or 0. */
export type BinaryOp =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'power'
  | 'modulo'
  | 'less'
  | 'less-equal'
  | 'greater'
  | 'greater-equal'
  | 'equal'
  | 'unequal'
  | 'and'
  | 'or';

/**
 * An expression with names resolved to slots: what every backend prints or walks. Operations and their
 * order are those of the equation as written, so that backends agree to the last bit where the
 * operations are exact (+ - * / min max sqrt).
 */
export type Node =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'slot'; readonly slot: Slot }
  /** Current time, time step, first and last time of the run. */
  | { readonly kind: 'clock'; readonly quantity: 'time' | 'dt' | 'start' | 'stop' }
  | { readonly kind: 'negate' | 'not'; readonly operand: Node }
  | { readonly kind: 'binary'; readonly op: BinaryOp; readonly left: Node; readonly right: Node }
  | { readonly kind: 'select'; readonly condition: Node; readonly then: Node; readonly otherwise: Node }
  | { readonly kind: 'builtin'; readonly name: PureBuiltin; readonly arguments: readonly Node[] }
  /** STEP, RAMP and PULSE: held constant within a step, decided half a step late so that rounding cannot miss a date. */
  | { readonly kind: 'input'; readonly name: 'step' | 'ramp' | 'pulse'; readonly arguments: readonly Node[] }
  | { readonly kind: 'lookup'; readonly table: number; readonly argument: Node };

/** `slot` takes the value of `node`. */
export interface Assignment {
  readonly slot: Slot;
  readonly node: Node;
}

/** When a variable's value is settled. */
export type Timing =
  /** Depends on literals and other constants only: settled once a run, and can be set from outside. */
  | 'constant'
  /** Settled once, at the first time, from initial values. */
  | 'initial'
  | 'stock'
  /** Recomputed each step. */
  | 'dynamic';

/** A variable of the program; its index in `Program.variables` is its slot. */
export interface ProgramVariable {
  readonly slot: Slot;
  /** Name as shown to people. */
  readonly name: string;
  readonly key: CanonicalName;
  readonly kind: 'stock' | 'flow' | 'auxiliary' | 'hidden';
  readonly timing: Timing;
  readonly place?: Place;
}

/** A stock of the program: its index in `Program.stocks` is its position in a state vector. */
export interface ProgramStock {
  readonly slot: Slot;
  readonly inflows: readonly Slot[];
  readonly outflows: readonly Slot[];
}

/**
 * A model made ready to run: slots, and assignments in an order in which every value is settled before it
 * is used. It knows nothing of files, formats or names in scenarios; two programs never share state.
 */
export interface Program {
  readonly name: string;
  readonly variables: readonly ProgramVariable[];
  readonly slotOf: ReadonlyMap<CanonicalName, Slot>;
  readonly stocks: readonly ProgramStock[];
  readonly tables: readonly GraphicalFunction[];
  /** Settled once a run, before everything else. */
  readonly constants: readonly Assignment[];
  /** What initial values need, and the stocks' initial values themselves, in order. */
  readonly initial: readonly Assignment[];
  /** Auxiliaries and flows, recomputed from the stocks each step, in order. */
  readonly dynamic: readonly Assignment[];
  /** Run specification of the file. */
  readonly start: number;
  readonly stop: number;
  readonly dt: number;
  readonly timeUnits: string;
}
