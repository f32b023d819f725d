import type { Stages } from '../integrate/runge-kutta.js';
import type { NodeId } from '../javascript/graph.js';
import type { Motion } from '../javascript/motion.js';
import { type PushNode, writeBlock } from './block.js';
import { type Entry, eachKnownStage, eachStage, eachStep, newEntry, setFactor, setTime } from './entry.js';
import type { FunctionWriter, Local } from './function-writer.js';
import { writeInvariants, writeLoopBody } from './loop-body.js';
import type { Unit } from './unit.js';
import { spreadParameter } from './words.js';

/** Euler as one loop: see {@link writeFusedRungeKutta}. */
export function writeFusedEuler(unit: Unit, motion: Motion): void {
  const entry = newEntry(unit, 'euler');
  const { writer, locals } = entry;
  const { words } = unit;
  const known = writeInvariants(unit, motion, entry);
  const state = loadStocks(unit, writer);
  const pending = unit.program.held.map(() => writer.local(words.type));
  eachStep(entry, () => {
    setTime(entry);
    const push = writeLoopBody(unit, motion, entry, known, state, 'computed');
    pending.forEach((local, index) => {
      pushAt(motion.next, index, push);
      writer.set(local);
    });
    // All new stocks are on the stack before the first of them is set.
    state.forEach((local, stock) => {
      writer.get(local);
      writer.get(locals.dt);
      pushAt(motion.rates, stock, push);
      words.arithmetic(writer, 'multiply', 'add');
    });
    for (const local of [...state].reverse()) writer.set(local);
    writeCommit(unit, entry, pending);
  });
  storeStocks(unit, writer, state);
  unit.module.define(writer, entry.name);
}

/**
 * The Runge-Kutta methods as one loop: stocks and shared expressions in variables, and whatever does not change during
 * the run computed once before the loop. Memories and what is settled once a step stay in memory.
 *
 * @param method - The method, where it is to be written stage after stage: quicker in the long run, later ready. Where
 * absent, the stages are a loop too, and stand in memory.
 */
export function writeFusedRungeKutta(unit: Unit, motion: Motion, method?: Stages): void {
  const entry = newEntry(unit, 'rungeKutta');
  const { writer, locals } = entry;
  const { words } = unit;
  const factor = writer.local(words.type);
  setFactor(entry, factor);
  const known = writeInvariants(unit, motion, entry);
  const state = loadStocks(unit, writer);
  const [shifted, rate, sum] = [state, state, state].map((stocks) =>
    stocks.map(() => writer.local(words.type)),
  );
  if (shifted === undefined || rate === undefined || sum === undefined) throw new RangeError('no stages');
  const pending = unit.program.held.map(() => writer.local(words.type));
  /** Sets each of `target` to `from + factor * of`. */
  const combine = (
    target: readonly Local[],
    from: readonly Local[],
    by: Local,
    of: readonly Local[],
  ): void => {
    target.forEach((local, stock) => {
      writer.get(from[stock] ?? local);
      writer.get(by);
      writer.get(of[stock] ?? local);
      words.arithmetic(writer, 'multiply', 'add');
      writer.set(local);
    });
  };
  eachStep(entry, () => {
    for (const local of [...rate, ...sum]) {
      words.constant(writer, 0);
      writer.set(local);
    }
    const stages = (body: () => void): void =>
      method === undefined ? eachStage(entry, unit.layout, body) : eachKnownStage(entry, method, body);
    stages(() => {
      combine(shifted, state, locals.h, rate);
      const push = writeLoopBody(unit, motion, entry, known, shifted, 'by stage');
      if (pending.length > 0) {
        writer.get(locals.stage);
        writer.op('i32.eqz');
        writer.if();
        pending.forEach((local, index) => {
          pushAt(motion.next, index, push);
          writer.set(local);
        });
        writer.op('end');
      }
      rate.forEach((local, stock) => {
        pushAt(motion.rates, stock, push);
        writer.set(local);
      });
      combine(sum, sum, locals.weight, rate);
    });
    combine(state, state, factor, sum);
    writeCommit(unit, entry, pending);
  });
  storeStocks(unit, writer, state);
  unit.module.define(writer, entry.name);
}

/** The rates of all stocks at one time within a step, as one function. */
export function writeFusedRates(unit: Unit, { graph, rates }: Motion): void {
  const entry = newEntry(unit, 'rates');
  const { writer, locals } = entry;
  writer.get(spreadParameter(unit.words, writer, entry.extra(0)));
  writer.set(locals.h);
  setTime(entry, true);
  const push = writeBlock({ unit, writer, clock: locals, graph, roots: rates, frozen: 'read' });
  rates.forEach((id, stock) => {
    unit.words.store(writer, unit.layout.at('rate', stock), () => push(id));
  });
  unit.module.define(writer, entry.name);
}

function loadStocks({ program, layout, words }: Unit, writer: FunctionWriter): readonly Local[] {
  return program.stocks.map(({ slot }) => {
    const local = writer.local(words.type);
    words.load(writer, layout.at('values', slot));
    writer.set(local);
    return local;
  });
}

function storeStocks(
  { program, layout, words }: Unit,
  writer: FunctionWriter,
  state: readonly Local[],
): void {
  state.forEach((local, stock) => {
    const slot = program.stocks[stock]?.slot;
    if (slot !== undefined) words.store(writer, layout.at('values', slot), () => writer.get(local));
  });
}

/** Ends a step: memories take over what was pending. */
function writeCommit(
  { program, layout, foreign, words }: Unit,
  { writer, locals }: Entry,
  pending: readonly Local[],
): void {
  pending.forEach((local, index) => {
    const held = program.held[index];
    if (held === undefined) return;
    words.store(writer, layout.at('values', held.slot), () => {
      if (held.delay !== undefined) writer.get(locals.step);
      writer.get(local);
      if (held.delay !== undefined) writer.call(foreign.shift(index));
    });
  });
}

function pushAt(ids: readonly NodeId[], index: number, push: PushNode): void {
  const id = ids[index];
  if (id === undefined) throw new RangeError(`nothing at ${index}`);
  push(id);
}
