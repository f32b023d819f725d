import type { BuiltinName, CanonicalName, GraphicalFunction, Place } from '@weir/model';
import type { InputBuiltin } from '../builtins/time-inputs.js';
import type { RandomBuiltin } from '../random/random-table.js';
import type { RandomSite } from '../random/stream.js';

/** Position of a value in a run's `values` array: one for each variable, hidden ones included. */
export type Slot = number & { readonly __brand: 'Slot' };

/** Built-ins that lowering turns into something else: numbers, clocks, choices, hidden variables. */
export type LoweredBuiltin =
  | 'time'
  | 'dt'
  | 'starttime'
  | 'stoptime'
  | 'inf'
  | 'pi'
  | 'init'
  | 'self'
  | 'size'
  | 'game'
  | 'if_then_else'
  | 'lookup'
  | 'lookup_backward'
  | 'lookup_extrapolate'
  | 'lookup_forward'
  | 'delay'
  | 'delay_fixed'
  | 'delay1'
  | 'delay3'
  | 'delayn'
  | 'forcst'
  | 'smth1'
  | 'smth3'
  | 'smthn'
  | 'trend'
  | 'vensim_delayn'
  | 'previous'
  | 'sample_if_true';

/** Built-ins whose value depends on their arguments alone; the rest are lowered to other nodes. */
export type PureBuiltin = Exclude<BuiltinName, LoweredBuiltin | InputBuiltin | RandomBuiltin>;

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

/** What a program can read of the clock. */
export type ClockQuantity = 'time' | 'dt' | 'start' | 'stop' | 'step';

/**
 * An expression with names resolved to slots: what every backend prints or walks. Operations and their
 * order are those of the equation as written, so that backends agree to the last bit where the
 * operations are exact (+ - * / min max sqrt).
 */
export type Node =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'slot'; readonly slot: Slot }
  /** Current time, time step, first and last time of the run; and the number of the step, in what backends make themselves. */
  | { readonly kind: 'clock'; readonly quantity: ClockQuantity }
  | { readonly kind: 'negate' | 'not'; readonly operand: Node }
  | { readonly kind: 'binary'; readonly op: BinaryOp; readonly left: Node; readonly right: Node }
  | { readonly kind: 'select'; readonly condition: Node; readonly then: Node; readonly otherwise: Node }
  | { readonly kind: 'builtin'; readonly name: PureBuiltin; readonly arguments: readonly Node[] }
  /** STEP, RAMP, PULSE and their like: held constant within a step, compared with dates in whole steps. */
  | { readonly kind: 'input'; readonly name: InputBuiltin; readonly arguments: readonly Node[] }
  /** A draw: a function of the run's seed, the site, the step and the arguments. */
  | {
      readonly kind: 'random';
      readonly name: RandomBuiltin;
      readonly site: RandomSite;
      readonly arguments: readonly Node[];
    }
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
  /** A memory of an earlier step: see {@link HeldValue}. */
  | 'held'
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
 * A memory: a value that stands still within a step and changes at its end. Its first value is among the initial
 * assignments. PREVIOUS, SAMPLE IF TRUE and the pure delays are made of these.
 */
export interface HeldValue {
  readonly slot: Slot;
  /** What it takes over at the end of a step: the value this slot had at the step's beginning. */
  readonly next: Slot;
  /**
   * Slot of a model time: the value is taken over that much later, in whole steps and at least one. One step later
   * where absent.
   */
  readonly delay?: Slot;
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
  /** Memories, in no particular order: all change at once. */
  readonly held: readonly HeldValue[];
  /**
   * Slots of the dynamic list that are settled at the beginning of a step only, and stand still within it: in the
   * later stages of a method they keep what the first one gave.
   */
  readonly oncePerStep: ReadonlySet<Slot>;
  /** Variables on which the number of stages of a delay depends, with the start values that the program is made for. */
  readonly shaping: ReadonlyMap<Slot, number>;
  /** Whether it is made for the time step of the file: the number of stages of a delay depends on it. */
  readonly isShapedByDt: boolean;
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
