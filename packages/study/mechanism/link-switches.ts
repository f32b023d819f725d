import {
  type Assignment,
  type Node,
  type Program,
  type ProgramVariable,
  type Slot,
  slotAt,
  slotsRead,
} from '@weir/engine';
import { canonicalName } from '@weir/model';

/** A link of a program: the reading of `source` in the equation of `target`. */
export interface Link {
  readonly source: Slot;
  readonly target: Slot;
}

/** Where a link is switched: constants of the new program, to be given like any other. */
export interface LinkSwitch extends Link {
  /** Other than 0: the target reads its source, as it does unless told otherwise. 0: it reads `frozen`. */
  readonly live: Slot;
  /** The value the target reads instead. */
  readonly frozen: Slot;
}

/** A program in which chosen links can be frozen. */
export interface SwitchedProgram {
  /** Slots of the original program mean what they meant; new ones stand behind them. */
  readonly program: Program;
  /** In the order asked for. */
  readonly switches: readonly LinkSwitch[];
}

/**
 * Another program, in which each of the links can be frozen at a value, run by run: so that knock-outs of links, in
 * whatever combination, are rows of one batch. With every link live, results are those of the program to the last bit.
 *
 * Initial values of stocks read what they read: only what is settled before a run and what moves during it is switched.
 *
 * @param links - Each a source that the target's equation reads; a link that is none is switched without effect.
 * @source Ford 1999, "A behavioral approach to feedback loop dominance analysis", System Dynamics Review 15 (1): a loop
 *   is knocked out by holding one of its links.
 */
export function linkSwitches(program: Program, links: readonly Link[]): SwitchedProgram {
  const taken = new Set<string>(program.variables.map(({ key }) => key));
  const variables: ProgramVariable[] = [...program.variables];
  const add = (name: string): Slot => {
    const slot = slotAt(variables.length);
    let key = canonicalName(`@ ${name}`);
    while (taken.has(key)) key = canonicalName(`@ ${key}`);
    taken.add(key);
    variables.push({ slot, name, key, kind: 'hidden', timing: 'constant' });
    return slot;
  };
  const switches = links.map((link): LinkSwitch => {
    const way = `${program.variables[link.source]?.name ?? ''} to ${program.variables[link.target]?.name ?? ''}`;
    return { ...link, live: add(`${way}, live`), frozen: add(`${way}, frozen`) };
  });
  const added = switches.flatMap(({ live, frozen }): Assignment[] => [
    { slot: live, node: { kind: 'constant', value: 1 } },
    { slot: frozen, node: { kind: 'constant', value: 0 } },
  ]);
  const switched = ({ slot, node }: Assignment): Assignment => ({
    slot,
    node: switches.filter(({ target }) => target === slot).reduce(reading, node),
  });
  return {
    program: {
      ...program,
      variables,
      constants: [...added, ...program.constants.map(switched)],
      dynamic: program.dynamic.map(switched),
    },
    switches,
  };
}

/** Whether the equation of the target reads the source. */
export function isLink(program: Program, { source, target }: Link): boolean {
  return [...program.constants, ...program.dynamic].some(
    ({ slot, node }) => slot === target && slotsRead(node).includes(source),
  );
}

/** The variables whose equations read a source, in the order of the program; initial values aside. */
export function readersOf(program: Program, source: Slot): readonly Slot[] {
  return [...program.constants, ...program.dynamic]
    .filter(({ node }) => slotsRead(node).includes(source))
    .map(({ slot }) => slot);
}

/** A node that reads the switched value where it read the source. */
function reading(node: Node, { source, live, frozen }: LinkSwitch): Node {
  const choice: Node = {
    kind: 'select',
    condition: { kind: 'slot', slot: live },
    // biome-ignore lint/suspicious/noThenProperty: a branch of the tree, never awaited
    then: { kind: 'slot', slot: source },
    otherwise: { kind: 'slot', slot: frozen },
  };
  const rewritten = (part: Node): Node => {
    switch (part.kind) {
      case 'slot':
        return part.slot === source ? choice : part;
      case 'constant':
      case 'clock':
        return part;
      case 'negate':
      case 'not':
        return { ...part, operand: rewritten(part.operand) };
      case 'binary':
        return { ...part, left: rewritten(part.left), right: rewritten(part.right) };
      case 'select':
        return {
          ...part,
          condition: rewritten(part.condition),
          // biome-ignore lint/suspicious/noThenProperty: a branch of the tree, never awaited
          then: rewritten(part.then),
          otherwise: rewritten(part.otherwise),
        };
      case 'builtin':
      case 'input':
      case 'random':
        return { ...part, arguments: part.arguments.map(rewritten) };
      case 'lookup':
        return { ...part, argument: rewritten(part.argument) };
    }
  };
  return rewritten(node);
}
