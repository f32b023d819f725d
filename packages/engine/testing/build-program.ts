import { canonicalName } from '@weir/model';
import type { Assignment, Node, Program, ProgramVariable, Slot } from '../lower/program.js';
import { slotAt } from '../lower/slot.js';

/** Equation of a variable, given the nodes that read other variables. */
export type Equation = (read: (name: string) => Node) => Node;

/** A stock of a hand-built program. */
export interface StockSpecification {
  readonly initial: number;
  readonly inflows?: readonly string[];
  readonly outflows?: readonly string[];
}

/** Parts of a hand-built program; dynamic variables must stand in the order of their use. */
export interface ProgramSpecification {
  readonly constants?: Readonly<Record<string, number>>;
  readonly stocks?: Readonly<Record<string, StockSpecification>>;
  readonly dynamic?: Readonly<Record<string, Equation>>;
  readonly tables?: Program['tables'];
  /** Memories: first value, what they take over, and the variable that says how late. */
  readonly held?: Readonly<Record<string, { initial: number; next: string; delay?: string }>>;
  /** Dynamic variables that are settled once a step. */
  readonly oncePerStep?: readonly string[];
  readonly start?: number;
}

/** A program without a model file, for tests. Slots follow the order constants, stocks, memories, dynamic. */
export function buildProgram(specification: ProgramSpecification): Program {
  const { constants = {}, stocks = {}, held = {}, dynamic = {} } = specification;
  const kinds: readonly (readonly [string, ProgramVariable['timing'], ProgramVariable['kind']])[] = [
    ...Object.keys(constants).map((name) => [name, 'constant', 'auxiliary'] as const),
    ...Object.keys(stocks).map((name) => [name, 'stock', 'stock'] as const),
    ...Object.keys(held).map((name) => [name, 'held', 'hidden'] as const),
    ...Object.keys(dynamic).map((name) => [name, 'dynamic', 'auxiliary'] as const),
  ];
  const variables = kinds.map(([name, timing, kind], index) => {
    return { slot: slotAt(index), name, key: canonicalName(name), kind, timing };
  });
  const slotOf = new Map(variables.map(({ key, slot }) => [key, slot]));
  const slot = (name: string): Slot => {
    const found = slotOf.get(canonicalName(name));
    if (found === undefined) throw new Error(`no variable ${name}`);
    return found;
  };
  const literal = (name: string, value: number): Assignment => {
    return { slot: slot(name), node: { kind: 'constant', value } };
  };
  return {
    name: 'hand-built',
    variables,
    slotOf,
    stocks: Object.entries(stocks).map(([name, { inflows = [], outflows = [] }]) => {
      return { slot: slot(name), inflows: inflows.map(slot), outflows: outflows.map(slot) };
    }),
    tables: specification.tables ?? [],
    held: Object.entries(held).map(([name, { next, delay }]) => {
      return { slot: slot(name), next: slot(next), ...(delay === undefined ? {} : { delay: slot(delay) }) };
    }),
    oncePerStep: new Set((specification.oncePerStep ?? []).map(slot)),
    shaping: new Map(),
    isShapedByDt: false,
    constants: Object.entries(constants).map(([name, value]) => literal(name, value)),
    initial: Object.entries({ ...stocks, ...held }).map(([name, { initial }]) => literal(name, initial)),
    dynamic: Object.entries(dynamic).map(([name, equation]) => {
      return { slot: slot(name), node: equation((read) => ({ kind: 'slot', slot: slot(read) })) };
    }),
    start: specification.start ?? 0,
    stop: 10,
    dt: 1,
    timeUnits: 'month',
  };
}

/** Binary node. */
export const binary = (op: Extract<Node, { kind: 'binary' }>['op'], left: Node, right: Node): Node => {
  return { kind: 'binary', op, left, right };
};

/** Number. */
export const literal = (value: number): Node => ({ kind: 'constant', value });

/** Slot of a variable of a program, by name. */
export function slotNamed(program: Program, name: string): Slot {
  const slot = program.slotOf.get(canonicalName(name));
  if (slot === undefined) throw new Error(`no variable ${name}`);
  return slot;
}
