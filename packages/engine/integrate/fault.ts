import { operandsOf, slotsRead } from '../lower/node-walk.js';
import type { Assignment, Node, Program, Slot } from '../lower/program.js';

/**
 * First variable, in the order in which values are settled, whose value cannot be right: a stock that is not
 * finite, or any other value that is NaN, or infinite without an infinite operand (INF in an equation, or an
 * infinite constant, is a value like any other).
 *
 * @param values - Shape `[variables]`, everything up to date.
 */
export function firstFault(program: Program, values: Float64Array): Slot | undefined {
  const stocks = new Set(program.stocks.map(({ slot }) => slot));
  const settled = [
    ...program.constants,
    ...program.initial.filter(({ slot }) => isSettledOnce(program, slot)),
  ];
  const given = settled.find(({ slot, node }) => !stocks.has(slot) && isFault(slot, node, values));
  const stock = program.stocks.find(({ slot }) => !Number.isFinite(values[slot]));
  const dynamic = program.dynamic.find(({ slot, node }) => isFault(slot, node, values));
  return given?.slot ?? stock?.slot ?? dynamic?.slot;
}

/** Whether every value is one that {@link firstFault} need not look at closely. */
export function allFinite(values: Float64Array): boolean {
  for (let slot = 0; slot < values.length; slot += 1) {
    if (!Number.isFinite(values[slot])) return false;
  }
  return true;
}

function isSettledOnce(program: Program, slot: Slot): boolean {
  return program.variables[slot]?.timing !== 'dynamic';
}

function isFault(slot: Slot, node: Node, values: Float64Array): boolean {
  const value = values[slot] ?? Number.NaN;
  if (Number.isFinite(value)) return false;
  return Number.isNaN(value) || !meetsInfinity(node, values);
}

function meetsInfinity(node: Node, values: Float64Array): boolean {
  const isInfinite = (value: number | undefined): boolean =>
    Math.abs(value ?? 0) === Number.POSITIVE_INFINITY;
  if (node.kind === 'constant') return isInfinite(node.value);
  if (node.kind === 'slot') return isInfinite(values[node.slot]);
  return operandsOf(node).some((operand) => meetsInfinity(operand, values));
}

/** Most operands that a message names. */
const MOST_NAMED = 6;

/**
 * Sentence that names a faulty variable, the time, and the values it was computed from, those that are not
 * finite first.
 *
 * @param values - Shape `[variables]`: for a stock after the first step, with the flows of the step before.
 */
export function faultMessage(program: Program, slot: Slot, time: number, values: Float64Array): string {
  const nameOf = (at: Slot): string => program.variables[at]?.name ?? `variable ${at}`;
  const what = Number.isNaN(values[slot]) ? 'is not a number' : 'is infinite';
  const unit = program.timeUnits === '' ? '' : ` ${program.timeUnits}`;
  const operands = madeOf(program, slot, time > program.start).map((operand) => ({
    isFinite: Number.isFinite(values[operand]),
    text: `${nameOf(operand)} = ${values[operand]}`,
  }));
  const ordered = [...operands.filter((one) => !one.isFinite), ...operands.filter((one) => one.isFinite)];
  const named = ordered.slice(0, MOST_NAMED).map(({ text }) => text);
  const more = ordered.length > MOST_NAMED ? ` and ${ordered.length - MOST_NAMED} more` : '';
  const origin = named.length === 0 ? '' : `; it was computed from ${named.join(', ')}${more}`;
  return `${nameOf(slot)} ${what} at time ${time}${unit}${origin}.`;
}

/** Slots that a variable's value is made of: the flows of a stock that has moved, else what its equation reads. */
function madeOf(program: Program, slot: Slot, hasMoved: boolean): readonly Slot[] {
  const stock = program.stocks.find((candidate) => candidate.slot === slot);
  if (stock !== undefined && hasMoved) return [...stock.inflows, ...stock.outflows];
  const assignments: readonly Assignment[] = [...program.constants, ...program.dynamic, ...program.initial];
  const own = assignments.find((assignment) => assignment.slot === slot);
  return own === undefined ? [] : slotsRead(own.node);
}
