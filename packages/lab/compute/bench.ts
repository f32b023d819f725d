import { type Batch, laneBatchOf, type Program, type SingleRuns, type Slot } from '@weir/engine';
import { type Outcome, reached } from '@weir/model';
import { type DatedProgram, datedProgram } from '@weir/study';
import { programFromText } from '../models/program-text.js';
import type { ProgramKey, TaskEnd } from './task.js';

/** A dated program with the key it has on the bench. */
export interface Dated extends DatedProgram {
  readonly key: ProgramKey;
}

/** One row runs as two do: draws follow the default run, so that code for single runs would be made beside. */
const LANES = { fewest: 1 } as const;

/** The programs a worker has, and what it has made of them. Belongs to one worker. */
export class Bench {
  readonly #programs = new Map<ProgramKey, Program>();
  readonly #batches = new Map<string, Outcome<Batch>>();
  readonly #dated = new Map<string, Dated>();
  readonly #single: () => SingleRuns;

  /** @param single - Gives the code of single runs, for rows that cannot be done side by side. */
  constructor(single: () => SingleRuns) {
    this.#single = single;
  }

  /** Takes in a program; one of the same key is replaced. */
  take(key: ProgramKey, text: string): void {
    this.#programs.set(key, programFromText(text));
    for (const made of [this.#programs, this.#batches, this.#dated]) {
      for (const name of made.keys()) if (name.startsWith(`${key}\n`)) made.delete(name);
    }
  }

  /** @throws RangeError for a program that was never sent. */
  program(key: ProgramKey): Program {
    const program = this.#programs.get(key);
    if (program === undefined) throw new RangeError(`The program ${key} was not sent.`);
    return program;
  }

  /**
   * A program in which constants can change at dates, made once for each set of them.
   *
   * @param wanted - How many changes each constant may have.
   * @param fixed - Constants that are given from outside.
   * @errors `not-datable`.
   */
  dated(key: ProgramKey, wanted: ReadonlyMap<Slot, number>, fixed: ReadonlySet<Slot>): Outcome<Dated> {
    const name = `${key}\ndated ${[...wanted].join(' ')} / ${[...fixed].join(' ')}`;
    const known = this.#dated.get(name);
    if (known !== undefined) return reached(known);
    const made = datedProgram(this.program(key), wanted, fixed);
    if (!made.ok) return made;
    const dated = { ...made.value, key: name };
    this.#dated.set(name, dated);
    this.#programs.set(name, made.value.program);
    return reached(dated);
  }

  /** A program made ready for many rows; made once for each way to end. */
  batch(key: ProgramKey, end: TaskEnd): Outcome<Batch> {
    const name = `${key}\n${JSON.stringify(end)}`;
    const made = this.#batches.get(name) ?? laneBatchOf(this.program(key), end, this.#single, LANES);
    this.#batches.set(name, made);
    return made;
  }
}

/**
 * Slots of variables by canonical name.
 *
 * @throws RangeError for a name that the program does not have.
 */
export function slotsOf(program: Program, keys: readonly string[]): readonly Slot[] {
  const slots = new Map<string, Slot>(program.slotOf);
  return keys.map((key) => {
    const slot = slots.get(key);
    if (slot === undefined) throw new RangeError(`${program.name} has no variable ${key}.`);
    return slot;
  });
}
