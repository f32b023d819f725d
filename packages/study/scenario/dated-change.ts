import type { ProgramVariable } from '@weir/engine';

/** A value that a constant takes at a date. All times are model time. */
export interface DatedChange {
  /** The value after the change. */
  readonly value: number;
  /** When the change begins. */
  readonly at: number;
  /** How long it takes, on a straight line; 0 for a step. */
  readonly over: number;
}

/** A dated change of a variable as a person names it. */
export interface NamedChange extends DatedChange {
  readonly name: string;
}

/** When something begins, and over how long it is phased in. */
export interface PhaseIn {
  readonly at: number;
  readonly over: number;
}

/** The changes of one constant: at least one, in the order of their dates, none before the one before has ended. */
export interface BoundChanges {
  readonly variable: ProgramVariable;
  readonly changes: readonly DatedChange[];
}

/** When a change has ended. */
export function endOf({ at, over }: PhaseIn): number {
  return at + over;
}
