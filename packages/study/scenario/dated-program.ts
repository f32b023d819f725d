import {
  type Assignment,
  type Node,
  type Program,
  type ProgramVariable,
  type Slot,
  selectNode,
  slotAt,
  slotsRead,
} from '@weir/engine';
import { canonicalName, type Outcome, reached, refused } from '@weir/model';

/** Where a constant's values and dates are given in a dated program: all of them constants. */
export interface DatedSlots {
  /** The value before the first change; its own equation unless given. */
  readonly before: Slot;
  /** One for each change, in the order of their dates; `to`, `at` and `over` must all be given. */
  readonly changes: readonly { readonly to: Slot; readonly at: Slot; readonly over: Slot }[];
}

/** A program in which constants can change at dates. */
export interface DatedProgram {
  /** Slots of the original program mean what they meant; new ones stand behind them. */
  readonly program: Program;
  /** By slot of the constant. */
  readonly slots: ReadonlyMap<Slot, DatedSlots>;
}

/**
 * Another program, in which constants are functions of time: the value before, then for each change a straight line from
 * `at` over `over` to the value after. Where `over` is 0 it is a step, taken at the time step nearest to `at`. What is
 * computed from such a constant follows it; initial values take its value at the first time of the run.
 *
 * Values, dates and durations are constants of the new program, so one program serves any number of runs. A run
 * that gives the value before as the value after has the results of the program without dates, to the last bit.
 *
 * @param wanted - How many changes each constant may have, at least one, by slot.
 * @param fixed - Constants that are given from outside: they stay as given, whatever they are computed from.
 * @errors `not-datable` where the stages or the length of a delay depend on such a constant.
 */
export function datedProgram(
  program: Program,
  wanted: ReadonlyMap<Slot, number>,
  fixed: ReadonlySet<Slot> = new Set(),
): Outcome<DatedProgram> {
  const moving = movingConstants(program, wanted, fixed);
  const stuck = [...program.shaping.keys(), ...program.held.flatMap(({ delay }) => delay ?? [])].find(
    (slot) => moving.has(slot),
  );
  if (stuck !== undefined) return refused([notDatable(program, wanted, stuck)]);

  const added = new AddedConstants(program);
  const follows = (node: Node): boolean => slotsRead(node).some((slot) => moving.has(slot));
  const slots = new Map<Slot, DatedSlots>();
  const constants: Assignment[] = [];
  const dynamic: Assignment[] = [];
  for (const { slot, node } of program.constants) {
    const count = wanted.get(slot);
    if (!moving.has(slot)) constants.push({ slot, node });
    else if (count === undefined) dynamic.push({ slot, node });
    else {
      const name = program.variables[slot]?.name ?? '';
      const ownMoves = follows(node);
      const isGiven = fixed.has(slot) || !ownMoves;
      const before = added.add(`${name} before`, isGiven ? 'constant' : 'dynamic');
      if (isGiven) constants.push({ slot: before, node: ownMoves ? number(0) : node });
      else dynamic.push({ slot: before, node });
      const changes = Array.from({ length: count }, (_, index) => {
        const change = {
          to: added.add(`${name} after change ${index + 1}`),
          at: added.add(`${name} time of change ${index + 1}`),
          over: added.add(`${name} length of change ${index + 1}`),
        };
        constants.push({ slot: change.to, node: number(0) });
        constants.push({ slot: change.at, node: number(program.stop) });
        constants.push({ slot: change.over, node: number(0) });
        return change;
      });
      slots.set(slot, { before, changes });
      // A level of its own for each change but the last keeps the equations short.
      const last = changes.reduce((level, change, index) => {
        const node = changed(read(level), change);
        const own = index < count - 1 ? added.add(`${name} after ${index + 1} changes`, 'dynamic') : slot;
        dynamic.push({ slot: own, node });
        return own;
      }, before);
      if (last !== slot) throw new RangeError(`${name} has no changes`);
    }
  }
  return reached({
    slots,
    program: {
      ...program,
      variables: [
        ...program.variables.map(
          (variable): ProgramVariable =>
            moving.has(variable.slot) ? { ...variable, timing: 'dynamic' } : variable,
        ),
        ...added.variables,
      ],
      constants,
      initial: [...dynamic, ...program.initial],
      dynamic: [...dynamic, ...program.dynamic],
    },
  });
}

/** The constants that change at dates, and those computed from them. */
function movingConstants(
  program: Program,
  wanted: ReadonlyMap<Slot, number>,
  fixed: ReadonlySet<Slot>,
): ReadonlySet<Slot> {
  const moving = new Set<Slot>();
  for (const { slot, node } of program.constants) {
    const follows = !fixed.has(slot) && slotsRead(node).some((read) => moving.has(read));
    if (wanted.has(slot) || follows) moving.add(slot);
  }
  return moving;
}

/** The level after a change, given the level before it. */
function changed(before: Node, { to, at, over }: DatedSlots['changes'][number]): Node {
  const time: Node = { kind: 'clock', quantity: 'time' };
  const end = binary('add', read(at), read(over));
  const way = binary(
    'divide',
    binary('multiply', binary('subtract', read(to), before), binary('subtract', time, read(at))),
    read(over),
  );
  const line = selectNode(
    binary('less-equal', time, read(at)),
    before,
    selectNode(binary('greater-equal', time, end), read(to), binary('add', before, way)),
  );
  const stepped: Node = { kind: 'input', name: 'step', arguments: [number(1), read(at)] };
  const step = selectNode(binary('greater', stepped, number(0)), read(to), before);
  return selectNode(binary('greater', read(over), number(0)), line, step);
}

const read = (slot: Slot): Node => ({ kind: 'slot', slot });
const number = (value: number): Node => ({ kind: 'constant', value });

function binary(op: Extract<Node, { kind: 'binary' }>['op'], left: Node, right: Node): Node {
  return { kind: 'binary', op, left, right };
}

/** Hidden variables behind those of a program. */
class AddedConstants {
  readonly variables: ProgramVariable[] = [];
  readonly #first: number;
  readonly #taken: Set<string>;

  constructor(program: Program) {
    this.#first = program.variables.length;
    this.#taken = new Set(program.variables.map(({ key }) => key));
  }

  add(name: string, timing: ProgramVariable['timing'] = 'constant'): Slot {
    const slot = slotAt(this.#first + this.variables.length);
    let key = canonicalName(`@ ${name}`);
    while (this.#taken.has(key)) key = canonicalName(`@ ${key}`);
    this.#taken.add(key);
    this.variables.push({ slot, name, key, kind: 'hidden', timing });
    return slot;
  }
}

function notDatable(program: Program, wanted: ReadonlyMap<Slot, number>, stuck: Slot) {
  const name = program.variables[[...wanted.keys()][0] ?? -1]?.name ?? '';
  const delay = program.variables[stuck]?.name ?? '';
  const names = [...wanted.keys()].map((slot) => `\`${program.variables[slot]?.name ?? ''}\``).join(', ');
  return {
    code: 'not-datable',
    severity: 'error',
    message: `${names} cannot change at a date: the stages or the length of a delay depend on it (\`${delay}\`).`,
    variable: name,
    hint: 'Set it for the whole run instead.',
  } as const;
}
